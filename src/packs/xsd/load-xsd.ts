import { NS } from '../../artifacts/xml/names.js';
import { type XmlDocument, XmlElement, XmlText } from '../../artifacts/xml/tree.js';
import type { PackFiles } from '../pack-files.js';
import { nodeFinder, type Place, pathIn } from './library-path.js';

/** A schema of XML (W3C XML Schema 1.0), read once for as many documents as there are. */
export interface XsdSchema {
  /**
   * Validates an element of a document with all that it holds; what it stands in is not looked at.
   * @returns the errors in the order of the document: one at most among the children of an element, where libxml2 stops.
   * @throws Error when the document cannot be validated, which is no verdict on it.
   */
  validate(root: XmlElement): readonly XsdError[];
}

interface XsdError {
  readonly at: Place;
  /** libxml2's own words, in English. */
  readonly message: string;
}

type Library = typeof import('libxml2-wasm');

/** Nothing but the pack's files answers to it: no other file and no address can be read through a schema. */
const SCHEME = 'segur-pack:/';

/**
 * Reads a schema and those that it includes.
 * @throws Error when one of them cannot be read.
 */
export async function loadXsd(files: PackFiles, path: string): Promise<XsdSchema> {
  // Loaded here only: it takes a fifth of the start of the command.
  const library: Library = await import('libxml2-wasm');
  const { ParseOption } = library;
  const closed = ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG;
  const load = (keep: 'all' | 'used') => validatorOf(files, path, { library, option: closed, keep });
  const { validator, left } = load('used');
  const whole = once(() => load('all').validator);
  // Texts and depth were bounded by our own reader, which also decoded the text: what it says of its charset is past.
  const option = closed | ParseOption.XML_PARSE_HUGE | ParseOption.XML_PARSE_IGNORE_ENC;
  return { validate: (root) => validate(root, uses(root, left) ? whole() : validator, option, library) };
}

type Validator = InstanceType<Library['XsdValidator']>;

/**
 * Imports that nothing in the schema can refer to: a schema document refers by prefixes that it binds, and imports itself all that it refers to
 * (XML Schema 1.0 Structures, 4.2.3, src-resolve). Only documents that use their namespaces need them, by a wildcard or by `xsi:type`.
 */
const IDLE_IMPORTS = '/xs:schema/xs:import[@namespace and not(//namespace::* = @namespace)]';
const XS = { xs: 'http://www.w3.org/2001/XMLSchema' };

/** @returns the schema, and the namespaces whose import was left out: reading that of XSLT takes a quarter of all. */
function validatorOf(
  files: PackFiles,
  path: string,
  { library, option, keep }: { library: Library; option: number; keep: 'all' | 'used' },
): { readonly validator: Validator; readonly left: readonly string[] } {
  const { XmlDocument, XmlElement: LibraryElement, XsdValidator } = library;
  library.xmlRegisterInputProvider(providerOf(files, library));
  try {
    const schema = XmlDocument.fromBuffer(files.read(path), { url: `${SCHEME}${path}`, option });
    const left: string[] = [];
    try {
      for (const node of keep === 'all' ? [] : schema.find(IDLE_IMPORTS, XS)) {
        if (node instanceof LibraryElement) left.push(node.attr('namespace')?.value ?? '');
        node.remove();
      }
      return { validator: XsdValidator.fromDoc(schema), left };
    } finally {
      schema.dispose();
    }
  } finally {
    library.xmlCleanupInputProvider();
  }
}

/** What failed once is not tried again for each document. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | { readonly error: unknown } | undefined;
  return () => {
    try {
      made ??= { value: make() };
    } catch (error) {
      made = { error };
    }
    if ('error' in made) throw made.error;
    return made.value;
  };
}

/** Whether an element of a document uses one of the namespaces, by its name, that of an attribute or its `xsi:type`; what is around it does not count. */
function uses(root: XmlElement, namespaces: readonly string[]): boolean {
  const isOne = (namespace: string | null | undefined): boolean => !!namespace && namespaces.includes(namespace);
  const { elements } = root.ownerDocument;
  // Few documents declare them: no more is looked at in the others.
  if (!elements.some(({ declaredPrefixes: own }) => own !== undefined && Object.values(own).some(isOne))) return false;
  const type = (element: XmlElement): string | undefined => {
    const value = element.attributeNS(NS.xsi, 'type') ?? '';
    return element.namespaces[value.includes(':') ? value.slice(0, value.indexOf(':')) : ''];
  };
  const visit = (element: XmlElement): boolean =>
    isOne(element.namespaceURI) ||
    element.attributes.some(({ namespaceURI }) => isOne(namespaceURI)) ||
    isOne(type(element)) ||
    element.elements.some(visit);
  return visit(root);
}

function validate(
  root: XmlElement,
  validator: Validator,
  option: number,
  { XmlDocument, XmlElement: LibraryElement, XmlValidateError }: Library,
): XsdError[] {
  const document = root.ownerDocument;
  refuseTooLarge(root);
  // Bytes: a string would go to WebAssembly one character after the other.
  const parsed = XmlDocument.fromBuffer(Buffer.from(withoutFiles(document).trimStart()), { option });
  try {
    const subtree = root === document.documentElement ? parsed.root : parsed.get(pathIn(root));
    if (!(subtree instanceof LibraryElement)) throw new Error('libxml2 reads another tree than ours');
    validator.validate(subtree);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    // A schema that declares no document of HL7 is not the one that judges it; a document of another namespace is wrong.
    const undeclared = error.details.find(({ message }) => NO_DECLARATION.test(message));
    if (undeclared) throw new Error(undeclared.message.trim());
    const nodeAt = nodeFinder(document);
    return error.details.map(({ message, xpath }) => ({
      at: attributeIn(message, (xpath !== undefined && nodeAt(xpath)) || root),
      message: message.replaceAll('{urn:hl7-org:v3}', '').trim(),
    }));
  } finally {
    parsed.dispose();
  }
}

const NO_DECLARATION =
  /^Element '\{urn:hl7-org:v3\}ClinicalDocument': No matching global declaration available for the validation root\.\s*$/;

/** The attribute that an error is about: libxml2 tells it in its words only, with the element as the place. */
function attributeIn(message: string, at: Place): Place {
  const [, name] = /^Element '[^']*', attribute '(?:\{[^}]*\})?([^']+)'/.exec(message) ?? [];
  if (name === undefined || !(at instanceof XmlElement)) return at;
  return at.attributes.find((each) => each.localName === name) ?? at;
}

function providerOf(files: PackFiles, { openBuffer, readBuffer, closeBuffer }: Library) {
  return {
    match: (address: string) => address.startsWith(SCHEME),
    open: (address: string) => {
      const found = files.resolve('', address.slice(SCHEME.length));
      return found && openBuffer(files.read(found.path));
    },
    read: readBuffer,
    close: (buffer: number) => {
      closeBuffer(buffer);
      return true;
    },
  };
}

/** Characters of a file that are left: its element still holds a text, of which a schema says no more. */
const LEFT = 64;

/**
 * The text of a document, with the beginning only of the files that it holds in base64: half of what documents weigh. Their elements are of HL7's type ED,
 * which is mixed: a schema does not look at the characters in it.
 */
function withoutFiles({ elements, source: { text } }: XmlDocument): string {
  if (!text.includes('B64')) return text;
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    const only = element?.childNodes[0];
    if (element?.childNodes.length !== 1 || !(only instanceof XmlText)) continue;
    if (only.data.length <= 2 * LEFT) continue;
    if (!element.attributes.some(({ name, value }) => name === 'representation' && value === 'B64')) continue;
    const end = only.start + only.data.length;
    // Not so where a section or an entity stands for some of it.
    if (text[end] !== '<' || text.indexOf('<', only.start) < end) continue;
    kept.push(text.slice(from, only.start + LEFT));
    from = end;
  }
  return kept.length === 0 ? text : kept.join('') + text.slice(from);
}

/** Elements and attributes: libxml2 keeps every error and its words, and documents have a twentieth of that. */
const MAX_NODES = 300_000;

/** Siblings that libxml2 goes through to tell the place of each element, would each be wrong. */
const MAX_STEPS = 3_000_000_000;

/** Characters that an attribute, or an element, takes at least: `<a/>`. */
const SHORTEST = 4;

function refuseTooLarge(root: XmlElement): void {
  // Counted only where the length does not tell that there are few.
  const { elements, source } = root.ownerDocument;
  const most = elements.length + source.text.length / SHORTEST;
  if (most <= MAX_NODES && elements.length * most <= MAX_STEPS) return;
  let nodes = 0;
  let steps = 0;
  const visit = (element: XmlElement, before: number): void => {
    const own = 1 + element.attributes.length;
    nodes += own;
    steps += before * own;
    let rank = before;
    for (let at = 0; at < element.childNodes.length; at++) {
      const child = element.childNodes[at];
      if (child?.nodeType === root.nodeType) visit(child, ++rank);
    }
  };
  visit(root, 0);
  if (nodes > MAX_NODES || steps > MAX_STEPS)
    throw new Error(`${nodes} elements and attributes, more than can be validated`);
}
