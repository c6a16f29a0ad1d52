import { NS } from '../../artifacts/xml/names.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { defineCheck, type Rule } from '../define.js';
import { foundAt } from '../found.js';
import { stylesheetElements } from './stylesheets/stylesheet-elements.js';

type RuleName = 'script' | 'event' | 'javascript' | 'document' | 'import' | 'extension';

const rule = (broken: number, severity: Rule['severity'] = 'warning'): Rule => ({
  severity,
  mark: 'primary',
  clause: 'FAQ des industriels de l’ANS, CDA : sécurité de la feuille de style du producteur',
  samples: { broken, of: 6, corpus: 'TestContenuCDA-3-0, interop-exemples-xdm (documents auto-présentables)' },
});
const inSheet = (good: string, bad: string) => ({ base: 'cda-with-stylesheet', part: 'sheet', good, bad }) as const;

/** The style sheet that comes with a document does nothing for which a careful receiver would refuse it. */
export const stylesheetSafety = defineCheck({
  id: 'cda/stylesheet-safety',
  on: 'cda',
  rules: {
    script: rule(2),
    event: rule(0),
    javascript: rule(0),
    // The style sheet of the ANS itself, that every sample embeds, reads its value sets so.
    document: rule(6, 'info'),
    import: rule(0),
    extension: rule(0),
  },
  examples: [
    { rule: 'script', ...inSheet('<head>', '<head><script>window.print()</script>') },
    { rule: 'event', ...inSheet('<body>', '<body onload="window.print()">') },
    { rule: 'javascript', ...inSheet('<body>', '<body><a href="javascript:window.print()">Imprimer</a>') },
    { rule: 'document', ...inSheet('select="c:title"', `select="document('libelles.xml')/titre"`) },
    { rule: 'import', ...inSheet('<xsl:output ', '<xsl:include href="commun.xsl"/><xsl:output ') },
    {
      rule: 'extension',
      ...inSheet(
        '<xsl:output ',
        '<ms:script xmlns:ms="urn:schemas-microsoft-com:xslt" implements-prefix="u"/><xsl:output ',
      ),
    },
  ],
  run(cda) {
    if (!cda.content.stylesheet) return { evaluated: 0, findings: [], applies: false };
    const elements = stylesheetElements(cda.content);
    const seen = new Set<string>();
    const findings = elements.flatMap((element) =>
      [...dangersOf(element)].flatMap(([name, actual]) => {
        // Once for each way of writing it: a style sheet that calls document() a hundred times has one thing to mend.
        const key = `${name} ${actual}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [foundAt(cda, name, element, { actual })];
      }),
    );
    return { evaluated: elements.length, findings };
  },
});

const SCRIPTS = new Set([
  'urn:schemas-microsoft-com:xslt',
  'http://www.w3.org/1999/XSL/Transform/script',
  'http://xml.apache.org/xalan',
]);

function* dangersOf(element: XmlElement): Generator<[RuleName, string]> {
  const { localName, namespaceURI } = element;
  const isInstruction = namespaceURI === NS.xsl;
  if (localName.toLowerCase() === 'script')
    yield [SCRIPTS.has(namespaceURI ?? '') || isInstruction ? 'extension' : 'script', localName];
  if (isInstruction && (localName === 'import' || localName === 'include'))
    yield ['import', element.attribute('href') ?? ''];
  if (isInstruction && localName === 'attribute' && isEvent(element.attribute('name') ?? ''))
    yield ['event', element.attribute('name') ?? ''];
  for (const { localName: name, value } of element.attributes) {
    if (!isInstruction && isEvent(name)) yield ['event', name];
    if (/javascript:/i.test(value)) yield ['javascript', 'javascript:'];
    // An attribute of XSLT is an expression; elsewhere one stands between braces. `document('')` is the style sheet itself.
    if (
      (isInstruction || value.includes('{')) &&
      /(?<![\w.-])document\s{0,9}\((?!\s{0,9}(?:''|"")\s{0,9}\))/.test(value)
    )
      yield ['document', 'document()'];
  }
}

/** The name of an attribute of HTML that runs a script. */
function isEvent(name: string): boolean {
  return /^on[a-z]{3,20}$/i.test(name);
}
