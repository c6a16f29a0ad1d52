import fontoxpath, { type Node as EngineNode, type IDomFacade, type Options } from 'fontoxpath';
import { NS } from '../../artifacts/xml/names.js';
import { parseXmlText } from '../../artifacts/xml/parse.js';
import { XmlAttribute, type XmlDocument, XmlElement, type XmlNode, XmlText } from '../../artifacts/xml/tree.js';
import type { Evaluate } from '../evaluate.js';
import { safeRegex } from './safe-regex.js';

// The package is CommonJS: its functions are only on the default import once built.
const { evaluateXPathToBoolean, evaluateXPathToNodes, registerCustomXPathFunction } = fontoxpath;

/** Prefixes that expressions may use without declaring them. */
const PREFIXES: Readonly<Record<string, string>> = {
  cda: NS.cda,
  sdtc: NS.sdtc,
  xsi: NS.xsi,
  lab: NS.lab,
  rim: NS.rim,
  lcm: NS.lcm,
};

const FN = 'http://www.w3.org/2005/xpath-functions';
const SAFE = 'urn:segur-check:safe-regex';
const REGEX_ARITIES: Readonly<Record<string, readonly number[]>> = {
  matches: [2, 3],
  replace: [3, 4],
  tokenize: [2, 3],
};

/** Evaluates an XPath 3.1 test on each node that `each` selects, or on the document. */
export const evaluateXPath: Evaluate<XmlDocument> = (document, each, test) => {
  if (typeof test !== 'string') throw new TypeError('an XPath test is a string');
  registerRegexFunctions();
  const nodes: readonly XmlNode[] =
    each === undefined
      ? [document]
      : (evaluateXPathToNodes(each, document, FACADE, null, OPTIONS) as unknown as XmlNode[]);
  const failures = nodes.filter((node) => !evaluateXPathToBoolean(test, node, FACADE, null, OPTIONS));
  return {
    evaluated: nodes.length,
    failures: failures.map((node) =>
      node instanceof XmlElement || node instanceof XmlAttribute || node instanceof XmlText
        ? document.locate(node)
        : { line: 1, column: 1, path: '/' },
    ),
  };
};

/** Throws what is wrong with an XPath before any document is read: static errors only. */
export function compileXPath(test: unknown): void {
  if (typeof test !== 'string') throw new TypeError('an XPath test is a string');
  registerRegexFunctions();
  try {
    evaluateXPathToBoolean(test, EMPTY, FACADE, null, OPTIONS);
  } catch (error) {
    // On an empty document a right expression may fail for want of data: those errors are not the expression's.
    if (error instanceof Error && /XPST|XQST|Unable to parse/.test(error.message)) throw error;
  }
}

const EMPTY = parseXmlText('<empty/>');

const OPTIONS: Options = {
  namespaceResolver: (prefix: string): string | null => PREFIXES[prefix] ?? null,
  functionNameResolver: ({ prefix, localName }, arity) => {
    // Returning nothing leaves other prefixes to the engine, whatever its type says.
    if (prefix && prefix !== 'fn') return null as unknown as { namespaceURI: string; localName: string };
    const safe = REGEX_ARITIES[localName]?.includes(arity);
    return { namespaceURI: safe ? SAFE : FN, localName };
  },
};

let registered = false;

/** The engine's own regular expressions backtrack: the three functions that take one run in linear time instead. */
function registerRegexFunctions(): void {
  if (registered) return;
  registered = true;
  const define = (
    localName: string,
    parameters: string[],
    result: string,
    call: (...args: string[]) => unknown,
  ): void => {
    registerCustomXPathFunction({ namespaceURI: SAFE, localName }, parameters, result, (_context, ...args: string[]) =>
      call(...args),
    );
  };
  const text = 'xs:string?';
  define('matches', [text, 'xs:string'], 'xs:boolean', (input, pattern = '') => safeRegex(pattern).test(input ?? ''));
  define('matches', [text, 'xs:string', 'xs:string'], 'xs:boolean', (input, pattern = '', flags) =>
    safeRegex(pattern, flags).test(input ?? ''),
  );
  define('replace', [text, 'xs:string', 'xs:string'], 'xs:string', (input, pattern = '', by = '') =>
    safeRegex(pattern).replace(input ?? '', by),
  );
  define('replace', [text, 'xs:string', 'xs:string', 'xs:string'], 'xs:string', (input, pattern = '', by = '', flags) =>
    safeRegex(pattern, flags).replace(input ?? '', by),
  );
  define('tokenize', [text, 'xs:string'], 'xs:string*', (input, pattern = '') =>
    input ? safeRegex(pattern).split(input) : [],
  );
  define('tokenize', [text, 'xs:string', 'xs:string'], 'xs:string*', (input, pattern = '', flags) =>
    input ? safeRegex(pattern, flags).split(input) : [],
  );
}

/** Our tree as the engine walks it. */
export const FACADE = {
  getAllAttributes: (node: XmlElement) => node.attributes,
  getAttribute: (node: XmlElement, name: string) => node.attribute(name) ?? null,
  getChildNodes: (node: XmlElement) => node.childNodes ?? [],
  getData: (node: XmlAttribute | XmlText) => (node instanceof XmlAttribute ? node.value : node.data),
  getFirstChild: (node: XmlElement) => node.childNodes?.[0] ?? null,
  getLastChild: (node: XmlElement) => node.childNodes?.at(-1) ?? null,
  getNextSibling: (node: XmlElement) => sibling(node, 1),
  getPreviousSibling: (node: XmlElement) => sibling(node, -1),
  getParentNode: (node: XmlElement | XmlAttribute) =>
    node instanceof XmlAttribute ? node.ownerElement : (node.parentNode ?? null),
} as unknown as IDomFacade;

function sibling(node: XmlElement, step: 1 | -1): EngineNode | null {
  const siblings = node.parentNode?.childNodes as readonly XmlElement[] | undefined;
  return (siblings?.[siblings.indexOf(node) + step] ?? null) as unknown as EngineNode | null;
}
