import { type CdaCode, readCode } from '../../../artifacts/cda/values.js';
import { groupBy } from '../../../artifacts/group-by.js';
import type { XdsObject } from '../../../artifacts/xds/metadata.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';
import { bareOid } from '../../../identity/oids.js';
import { XDS_FORMAT_CODE_CISIS } from '../../../terminology/value-sets/xds-format-code-cisis.js';
import { XDS_FORMAT_CODE_DMP } from '../../../terminology/value-sets/xds-format-code-dmp.js';
import { LEVEL_1_FORMATS, voletOf } from '../../../terminology/volets.js';
import { type Compared, type ComparedEntry, differs, NOTHING, together } from './compared-entry.js';

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

/** A code and its system, both as the document has them. What a value set says of the code is for other checks. */
export function compareCode(
  compared: ComparedEntry,
  attribute: string,
  found: Pick<XdsCode, 'value' | 'scheme' | 'node'> | undefined,
  said: CdaCode | undefined,
): Compared {
  if (!found?.value.trim() || !said?.code?.trim()) return NOTHING;
  const { code, codeSystem, node } = said;
  if (found.value.trim() !== code.trim())
    return { evaluated: 1, findings: [differs(compared, 'code', attribute, found, { node, value: code })] };
  if (!found.scheme || !codeSystem || bareOid(found.scheme) === bareOid(codeSystem))
    return { evaluated: 1, findings: [] };
  const system = { node: found.node, value: found.scheme };
  const args = { code };
  return {
    evaluated: 1,
    findings: [differs(compared, 'code-system', attribute, system, { node, value: codeSystem }, args)],
  };
}

/** The confidentiality of the document, before what hides it from some: that one is no matter of the document. */
function confidentiality(compared: ComparedEntry): Compared {
  const { entry, cda } = compared;
  const codes = entry.codes('confidentialityCode');
  const said = codeAt(cda.content.root.first('confidentialityCode'));
  const [first] = codes;
  const same = codes.find(({ value }) => value === said?.code);
  if (!first || !same || !said?.code || same === first)
    return compareCode(compared, 'confidentialityCode', same ?? first, said);
  const other = { node: said.node, value: said.code };
  return {
    evaluated: 1,
    findings: [differs(compared, 'confidentiality-order', 'confidentialityCode', first, other)],
  };
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

/** Each code of an act, then its translations, in the order of the document. */
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
    ...pairs.flatMap((pair) => compareCode(compared, 'eventCodeList', pair.found, pair.said).findings),
  ];
  const moved = found.findIndex(({ value }, index) => value.trim() !== said[index]?.code?.trim());
  const [first] = moved === -1 || unsaid.length + untold.length > 0 ? [] : found.slice(moved);
  return {
    evaluated: Math.max(found.length, said.length),
    findings: first
      ? [...findings, differs(compared, 'event-code-order', 'eventCodeList', first, other(said[moved]))]
      : findings,
  };
}
