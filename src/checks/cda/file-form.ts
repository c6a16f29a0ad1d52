import { NS } from '../../artifacts/xml/names.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';

type RuleName = 'encoding' | 'schema-location' | 'title-length' | 'separate-stylesheet';

/** In characters, not in bytes nor in UTF-16 units. */
const LONGEST_TITLE = 128;

/** What the DMP takes for the XSL that stands in the document itself. */
const OWN_STYLESHEET = '#';

/** The file of a document: its charset, its root, its title's length. */
export const fileForm = defineCheck({
  id: 'cda/file-form',
  on: 'cda',
  rules: {
    encoding: structural('§3.2.1 Encodage du document XML', 0, 94),
    // Official samples name the schema of their own kit, all but those that display themselves, which name it on another element: no
    // receiver reads it.
    'schema-location': structural('§3.3.1 CDA R2', 91, 94, { severity: 'info' }),
    'title-length': structural('§3.5.5.6 title', 0, 94),
    // Samples are shown with the style sheet of their own kit. Nothing tells here that a document is for the DMP.
    'separate-stylesheet': structural('§3.9.1 Couplage d’une feuille de style', 91, 94, { severity: 'info' }),
  },
  examples: [
    {
      rule: 'encoding',
      base: 'cda-n1',
      part: 'cda',
      good: '<?xml version="1.0" encoding="UTF-8"?>',
      bad: '<?xml version="1.0" encoding="ISO-8859-15"?>',
    },
    {
      rule: 'schema-location',
      base: 'cda-n1',
      part: 'cda',
      good: ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
      bad: ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:hl7-org:v3 CDA_extended.xsd"',
    },
    {
      rule: 'title-length',
      base: 'cda-n1',
      part: 'cda',
      good: '<title>Compte rendu de consultation</title>',
      bad: `<title>${'Compte rendu de consultation, '.repeat(5)}</title>`,
    },
    {
      rule: 'separate-stylesheet',
      base: 'cda-n1',
      part: 'cda',
      good: '<?xml version="1.0" encoding="UTF-8"?>',
      bad: '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet type="text/xsl" href="./document.xsl"?>',
    },
  ],
  run(cda) {
    const { document, root, stylesheetLinks } = cda.content;
    const findings: RawFinding<RuleName>[] = [];
    const declared = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/.exec(document.source.text)?.[1];
    if (declared !== undefined && !/^utf-?8$/i.test(declared))
      findings.push({ rule: 'encoding', at: placeIn(cda, { line: 1, column: 1 }), actual: declared });
    const schema = root.attributeNS(NS.xsi, 'schemaLocation');
    if (schema !== undefined) findings.push(foundAt(cda, 'schema-location', root, { actual: schema.slice(0, 200) }));
    const title = root.first('title');
    const { length } = [...(title?.normalizedText ?? '')];
    if (title && length > LONGEST_TITLE)
      findings.push(foundAt(cda, 'title-length', title, { args: { length, longest: LONGEST_TITLE } }));
    for (const { href, node } of stylesheetLinks) {
      if (href === undefined || href.startsWith(OWN_STYLESHEET)) continue;
      const at = placeIn(cda, document.locate(node));
      findings.push({ rule: 'separate-stylesheet', at, actual: href.slice(0, 200) });
    }
    return { evaluated: 3, findings };
  },
});
