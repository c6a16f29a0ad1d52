import { parseXml } from '../../artifacts/xml/parse.js';
import type { XmlDocument } from '../../artifacts/xml/tree.js';
import { voletTemplate } from '../../terminology/volets.js';
import type { PackFiles } from '../pack-files.js';
import type { RuleCache } from '../schematron/cache.js';
import { madeName } from '../schematron/entry-name.js';
import { remembered } from '../schematron/remembered.js';

/** A schema of a model of documents (volet of the CI-SIS), and what a document claims to be judged by it. */
export interface VoletSchema {
  /** Path in the pack. */
  readonly path: string;
  /** `CI-SIS_BIO-CR-BIO_2024.01`. */
  readonly id: string;
  /** `BIO-CR-BIO`. */
  readonly volet: string;
  /** `2024.01`. */
  readonly version: string;
  /** Template that the document claims; undefined when neither the schema nor our table tells one: nothing can choose it. */
  readonly template: string | undefined;
  /** Extension of the template. */
  readonly extension: string;
}

/** Base of the templates of the CI-SIS's models of documents. */
export const MODELS = '1.2.250.1.213.1.1.1.';
/** The one that all documents claim. */
export const COMMON = `${MODELS}1`;

/**
 * Extensions of before the versions were years: the official sample of VSM 1.4 claims the one of October 2013 (TestContenuCDA-3-0, VSM_1.4_2022.01).
 */
const OLD_EXTENSIONS: Readonly<Record<string, string>> = { 'VSM_1.4': '201310' };

const SCHEMA = /^schematrons\/(CI-SIS_([^/]+)_(\d{4}\.\d{2}))\.sch$/;

/**
 * The schemas of models that a pack holds, `CI-SIS_VOLET_AAAA.NN.sch`, in the order of their paths.
 * @param cache keeps what their files demand between processes.
 */
export function voletSchemas(files: PackFiles, cache?: RuleCache): VoletSchema[] {
  const read = cache
    ? remembered(files, { cache, name: madeName(files, import.meta.url) }, demandedByAll)
    : demandedByAll(files);
  return read.flatMap(({ path, templates }) => {
    const [, id = '', name = '', version = ''] = SCHEMA.exec(path) ?? [];
    // JSON has null for an extension that is not demanded.
    const demanded = new Map(templates.map(([root, extension]) => [root, extension ?? undefined]));
    // A template demanded with an extension is a version of a model, whoever defines it.
    const own = [...demanded].flatMap(([root, extension]) =>
      (root.startsWith(MODELS) && root !== COMMON) || extension !== undefined ? [root] : [],
    );
    // The family of a model is demanded beside it: 1.2.250.1.213.1.1.1.5 beside 1.2.250.1.213.1.1.1.5.3.
    const [template] = own.filter((root) => !own.some((other) => other.startsWith(`${root}.`)));
    const volet = name.replace(/_\d.*$/, '');
    return [
      {
        path,
        id,
        volet,
        version,
        template: template ?? voletTemplate(volet),
        extension: (template && demanded.get(template)) || (OLD_EXTENSIONS[name] ?? version),
      },
    ];
  });
}

interface Demanded {
  readonly path: string;
  /** Root and extension of each. */
  readonly templates: readonly (readonly [root: string, extension: string | null | undefined])[];
}

function demandedByAll(files: PackFiles): Demanded[] {
  const paths = files.paths.filter((path) => SCHEMA.test(path));
  return paths.map((path) => ({ path, templates: [...demandedBy(files, path, new Set())] }));
}

/** Templates that the rules of a schema demand of the document, with their extensions. What cannot be read is told where the schema is run. */
function demandedBy(files: PackFiles, path: string, seen: Set<string>): Map<string, string | undefined> {
  seen.add(path);
  const demanded = new Map<string, string | undefined>();
  const document = read(files, path);
  if (!document) return demanded;
  for (const rule of document.named('rule')) {
    if (!/(?:^|\/)\s*cda:ClinicalDocument\s*$/.test(rule.attribute('context') ?? '')) continue;
    for (const assertion of rule.elements.filter(({ localName }) => localName === 'assert')) {
      const test = /^\s*(?:count\s*\(\s*)?(?:\.\/)?cda:templateId\s*\[([^\]]*)\]/.exec(
        assertion.attribute('test') ?? '',
      );
      const root = valueIn('root', test?.[1]);
      if (root !== undefined) demanded.set(root, valueIn('extension', test?.[1]));
    }
  }
  for (const include of document.named('include')) {
    const found = files.resolve(path, include.attribute('href') ?? '');
    // Sections and entries say nothing of the document: most of the pack need not be read.
    const isHeader =
      found && /\/specificationsVolets\//.test(found.path) && !/\/(?:sections|entrees)\//i.test(found.path);
    if (isHeader && !seen.has(found.path))
      for (const [root, extension] of demandedBy(files, found.path, seen)) demanded.set(root, extension);
  }
  return demanded;
}

function valueIn(attribute: string, predicate = ''): string | undefined {
  return new RegExp(`@${attribute}\\s*=\\s*["']([^"']+)["']`).exec(predicate)?.[1];
}

function read(files: PackFiles, path: string): XmlDocument | undefined {
  try {
    return parseXml(files.read(path));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return undefined;
  }
}
