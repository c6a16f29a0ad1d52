import { type CdaCode, readCode } from '../../../artifacts/cda/values.js';
import { groupBy } from '../../../artifacts/group-by.js';
import type { XdsObject, XdsValue } from '../../../artifacts/xds/metadata.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';
import { bareOid } from '../../../identity/oids.js';
import { XDS_FORMAT_CODE_CISIS } from '../../../terminology/value-sets/xds-format-code-cisis.js';
import { XDS_FORMAT_CODE_DMP } from '../../../terminology/value-sets/xds-format-code-dmp.js';
import { LEVEL_1_FORMATS, voletOf } from '../../../terminology/volets.js';
import type { RawFinding } from '../../define.js';
import { type Compared, type ComparedEntry, compareValue, differs, NOTHING, together } from './compared-entry.js';
import type { MappingRule } from './mapping-rules.js';

type XdsCode = ReturnType<XdsObject['codes']>[number];

/** Attributes that repeat one code of the header, and where it stands. */
const REPEATED = [
  ['typeCode', ['code']],
  ['healthcareFacilityTypeCode', ['componentOf', 'encompassingEncounter', 'location', 'healthCareFacility', 'code']],
  [
    'practiceSettingCode',
    [
      'documentationOf',
      'serviceEvent',
      'performer',
      'assignedEntity',
      'representedOrganization',
      'standardIndustryClassCode',
    ],
  ],
] as const;

/** The coded attributes of the entry and the codes of the document. */
export function compareCodes(compared: ComparedEntry): Compared {
  const { entry, cda } = compared;
  return together([
    ...REPEATED.map(([attribute, path]) =>
      compareCode(compared, attribute, entry.codes(attribute)[0], codeAt(cda.content.root.first(...path))),
    ),
    confidentiality(compared),
    formatCode(compared),
    eventCodes(compared),
  ]);
}

function codeAt(node: XmlElement | undefined): CdaCode | undefined {
  return node && readCode(node);
}

/** The code is the document's. What a value set says of it, and of its system, is for other checks. */
export function compareCode(
  compared: ComparedEntry,
  attribute: string,
  found: XdsValue | undefined,
  said: CdaCode | undefined,
): Compared {
  const own = said?.code === undefined ? undefined : { node: said.node, value: said.code };
  return compareValue(compared, 'code', attribute, found, own, (one, other) => one.trim() === other.trim());
}

/** The system of a code of no value set is the document's. */
export function compareSystem(
  compared: ComparedEntry,
  attribute: string,
  { scheme, node, value }: Pick<XdsCode, 'scheme' | 'node' | 'value'>,
  said: CdaCode | undefined,
): RawFinding<MappingRule>[] {
  const system = said?.codeSystem;
  if (!scheme?.trim() || !system?.trim() || bareOid(scheme) === bareOid(system) || value.trim() !== said?.code?.trim())
    return [];
  const found = { node, value: scheme };
  return [differs(compared, 'code-system', attribute, found, { node: said.node, value: system }, { code: value })];
}

/** The level of confidentiality is the document's: what hides it beside, and what is no level, is for dmp/masking. */
function confidentiality(compared: ComparedEntry): Compared {
  const { entry, cda } = compared;
  const levels = entry.codes('confidentialityCode').filter(({ value }) => ['N', 'R', 'V'].includes(value.trim()));
  const said = codeAt(cda.content.root.first('confidentialityCode'));
  const [level] = levels;
  return compareCode(compared, 'confidentialityCode', levels.find(({ value }) => value === said?.code) ?? level, said);
}

/** Format of a document: its volet's, or that of the file which it encapsulates. A code of no value set is for other checks. */
function formatCode(compared: ComparedEntry): Compared {
  const { entry, cda } = compared;
  const [found] = entry.codes('formatCode');
  const known = [XDS_FORMAT_CODE_CISIS, XDS_FORMAT_CODE_DMP].some((each) => each.has(found?.value));
  const expected = expectedFormats(cda.content);
  const [first] = expected;
  if (!found || !known || !first) return NOTHING;
  if (expected.some(({ value }) => value === found.value)) return { evaluated: 1, findings: [] };
  return { evaluated: 1, findings: [differs(compared, 'format-code', 'formatCode', found, first)] };
}

function expectedFormats({ root, body }: ComparedEntry['cda']['content']): { node: XmlElement; value: string }[] {
  if (body?.level === 1) {
    const value = LEVEL_1_FORMATS.get(body.text?.attribute('mediaType') ?? '');
    return value === undefined ? [] : [{ node: body.text ?? body.node, value }];
  }
  return root.childrenNamed('templateId').flatMap((node) => {
    const volet = voletOf(node.attribute('root'));
    return volet ? [{ node, value: volet.formatCode }] : [];
  });
}

/** Each code of an act and its translations, as often as the document tells them. ebRIM gives them no order. */
function eventCodes(compared: ComparedEntry): Compared {
  const { entry, cda } = compared;
  const found = entry.codes('eventCodeList').filter(({ value }) => value.trim());
  const said = cda.content.root
    .all('documentationOf', 'serviceEvent', 'code')
    .flatMap((node) => [node, ...node.childrenNamed('translation')])
    .map(readCode)
    .filter(({ code }) => code?.trim());
  const left = groupBy([...said].reverse(), ({ code }) => code?.trim() ?? '');
  const pairs = found.map((each) => ({ found: each, said: left.get(each.value.trim())?.pop() }));
  const unsaid = pairs.filter((pair) => pair.said === undefined).map((pair) => pair.found);
  const untold = [...left.values()].flatMap((each) => [...each].reverse());
  const at = cda.content.root.first('documentationOf', 'serviceEvent') ?? cda.content.root;
  const other = (code: CdaCode | undefined) => ({ node: code?.node ?? at, value: code?.code ?? '' });
  // A code that is not the document's stands for one that is: it is said once.
  const findings = [
    ...unsaid.map((each, index) => differs(compared, 'event-code', 'eventCodeList', each, other(untold[index]))),
    ...untold
      .slice(unsaid.length)
      .map((each) =>
        differs(compared, 'event-code-missing', 'eventCodeList', { node: entry.node, value: '' }, other(each)),
      ),
    ...pairs.flatMap((pair) => compareSystem(compared, 'eventCodeList', pair.found, pair.said)),
  ];
  return { evaluated: Math.max(found.length, said.length), findings };
}
