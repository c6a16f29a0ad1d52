import { NS } from '../../../artifacts/xml/names.js';
import { XmlElement } from '../../../artifacts/xml/tree.js';

/** How a style sheet takes the sections of a document. */
export interface SectionSelection {
  /** `named`: only those that it names by template or code; `any`: it takes them whatever they are; `unknown`: reading it does not tell. */
  readonly takes: 'named' | 'any' | 'unknown';
  /** The first place where sections are selected. */
  readonly node: XmlElement | undefined;
  /** Templates and codes that it names. */
  readonly names: ReadonlySet<string>;
}

/** Instructions that select what is to be shown (XSLT 1.0 §5.4, §8, §11). */
const SELECTING = new Set(['apply-templates', 'for-each', 'copy-of', 'variable', 'param', 'with-param']);

/** A step to sections, and whether a predicate follows. Names that only begin or end so are others. */
const SECTION = /(?<![\w.@$-])(?:[\w.-]{1,40}:)?section(?![\w.-]|\s{0,9}\()(\s{0,9}\[)?/g;

/** Reads how a style sheet selects sections; nothing is run. `elements` are those of the style sheet. */
export function sectionSelection(elements: readonly XmlElement[]): SectionSelection {
  const names = new Set<string>();
  let node: XmlElement | undefined;
  let takesAny = false;
  let opens = false;
  for (const element of elements) {
    if (element.namespaceURI !== NS.xsl || !SELECTING.has(element.localName)) continue;
    const select = element.attribute('select');
    if (element.localName === 'apply-templates' && isOpen(select) && isNearSections(element)) opens = true;
    const steps = [...(select ?? '').replace(/'[^']*'|"[^"]*"/g, "''").matchAll(SECTION)];
    if (select === undefined || steps.length === 0) continue;
    node ??= element;
    if (steps.some(([, predicate]) => !predicate) || !isByName(select)) takesAny = true;
    for (const [, double, single] of select.matchAll(/"([^"]*)"|'([^']*)'/g)) names.add(double ?? single ?? '');
  }
  const takes = takesAny ? 'any' : node && !opens ? 'named' : 'unknown';
  return { takes, node, names };
}

/** Takes whatever children there are: those that no template matches are shown by the built-in ones. */
function isOpen(select: string | undefined): boolean {
  return select === undefined || /(?:^|[/|:])\s{0,9}(?:\*|node\(\))/.test(select);
}

/** A predicate that wants a template or a code, and refuses nothing. */
function isByName(select: string): boolean {
  return (
    /templateId|code/.test(select) &&
    /['"]/.test(select) &&
    !/not\s{0,9}\(|!=|\bor\s+true\b|position\s{0,9}\(|\|/.test(select)
  );
}

/** In a template for what holds sections, or in one that is called by its name. */
function isNearSections(element: XmlElement): boolean {
  for (let at = element.parentNode; at instanceof XmlElement; at = at.parentNode) {
    if (at.namespaceURI !== NS.xsl || at.localName !== 'template') continue;
    const match = at.attribute('match');
    return (
      match === undefined || /ClinicalDocument|structuredBody|component|section|\*|node\(\)|^\s*\/\s*$/.test(match)
    );
  }
  return true;
}
