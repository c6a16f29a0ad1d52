import { parseXml } from '../../../src/artifacts/xml/parse.js';
import { type PackFiles, packFiles } from '../../../src/packs/pack-files.js';
import type { ReadySchema } from '../../../src/packs/schematron/engine.js';
import { prepareSchema } from '../../../src/packs/schematron/engine.js';
import { buildTree } from '../../../src/packs/schematron/tree/build.js';
import { TreeNode } from '../../../src/packs/schematron/tree/node.js';
import type { Tree } from '../../../src/packs/schematron/tree/tree.js';

/** A pack of files told by their text. */
export function packOf(files: Readonly<Record<string, string>>): PackFiles {
  return packFiles(Object.keys(files), (path) => Buffer.from(files[path] ?? ''));
}

/** The text of a schema around its patterns; prefixes `h` for HL7 and `x` for another namespace. */
export function schemaText(body: string): string {
  return `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
<ns prefix="h" uri="urn:hl7-org:v3"/><ns prefix="x" uri="urn:x"/>
${body}</schema>`;
}

/** The schema of a pack that holds it alone, and other files when they are given. */
export function schemaOf(body: string, others: Readonly<Record<string, string>> = {}): ReadySchema {
  return prepareSchema(packOf({ 'a.sch': schemaText(body), ...others }), 'a.sch');
}

export function treeOf(xml: string): Tree {
  const root = parseXml(Buffer.from(xml)).documentElement;
  if (!root) throw new Error('a document without a root');
  return buildTree(root);
}

/** What fired, as `context name-of-the-node`, and the texts that were said. */
export function told(schema: ReadySchema, xml: string) {
  const { fired, nodes, results, failures } = schema.judge(treeOf(xml));
  return {
    fired: fired.map((rule, rank) => `${schema.info.rules[rule]?.context} ${nameOf(nodes[rank])}`),
    texts: results.map(({ text }) => text),
    failures: failures.map(({ code, detail, assertion }) => ({
      code,
      detail,
      test: schema.info.assertions[assertion]?.test,
    })),
  };
}

function nameOf(node: unknown): string {
  if (!(node instanceof TreeNode)) return '?';
  let attribute = node.firstAttribute;
  while (attribute && attribute.localName !== 'n') attribute = attribute.next;
  return node.localName === '' ? '/' : `${node.localName}${attribute?.value ?? ''}`;
}
