import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/checks/define.js';
import { authorization } from '../../../src/checks/dmp/authorization.js';
import { entryUpdate } from '../../../src/checks/dmp/entry-update.js';
import { existenceTest } from '../../../src/checks/dmp/existence-test.js';
import { patientList } from '../../../src/checks/dmp/patient-list.js';
import { publication } from '../../../src/checks/dmp/publication.js';
import { retrieval } from '../../../src/checks/dmp/retrieval.js';
import { search } from '../../../src/checks/dmp/search.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { ALL_CHECKS } from '../../../src/checks/registry.js';
import { runOn } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

async function rulesAfter(check: Check, base: ExampleBase, ...edits: Edit[]): Promise<string[]> {
  return (await runOn(check, base, edits)).findings.map((finding) => finding.rule);
}

const FAULT =
  '<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value><soap:Subcode><soap:Value>soap:DMPAccessDenied</soap:Value></soap:Subcode></soap:Code><soap:Reason><soap:Text xml:lang="fr">Refus</soap:Text></soap:Reason></soap:Fault>';
const SUCCESS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success';
const ERROR = 'urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:';

const checks = ALL_CHECKS.filter(({ id }) =>
  /^dmp\/(?:message-form|publication|existence-test|authorization|patient-list|search|retrieval|entry-update|vihf|vihf-and-message)$/.test(
    id,
  ),
);

describe.each(checks)('$id', (check) => {
  it.each(['soap-unqualified', 'insi', 'insi-export'] as const)('is not about %s', async (base) => {
    expect(await runOn(check, base)).toMatchObject({ evaluated: 0, applies: false, findings: [] });
  });
});

describe('an exchange', () => {
  it.each([
    [publication, 2],
    [existenceTest, 0],
  ])('is judged with its answer, in one dump', async (check, evaluated) => {
    expect((await runOn(check, 'dmp-publication')).evaluated).toBe(evaluated);
  });

  it.each([
    [existenceTest, 2],
    [authorization, 2],
    [patientList, 2],
    [search, 2],
    [retrieval, 2],
    [entryUpdate, 6],
  ])('is judged with its answer, in two files', async (check, evaluated) => {
    expect((await runOn(check, 'dmp-exchanges')).evaluated).toBe(evaluated);
  });

  it('leaves the answer of another registry alone', async () => {
    const failure = SUCCESS.replace('Success', 'Failure');
    const other = await runOn(entryUpdate, 'dmp-exchanges', [
      ['deletionAnswer', SUCCESS, failure],
      ['deletion', '>urn:dmp<', '>urn:exemple:registre<'],
    ]);
    expect(other).toMatchObject({ evaluated: 4, findings: [] });
  });

  it('is refused by a fault', async () => {
    const answer: Edit = [
      'answer',
      `<rs:RegistryResponse xmlns:rs="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0" status="${SUCCESS}"/>`,
      FAULT,
    ];
    const { findings } = await runOn(publication, 'dmp-publication', [answer]);
    expect(findings).toMatchObject([{ rule: 'refused', args: { codes: 'soap:DMPAccessDenied' } }]);
  });

  it.each([
    ['Warning', []],
    ['Error', ['outcome']],
  ])('may succeed with %s', async (severity, rules) => {
    const errors = `${SUCCESS}"><rs:RegistryErrorList><rs:RegistryError errorCode="XDSExtraMetadataNotSaved" codeContext="" severity="${ERROR}${severity}"/></rs:RegistryErrorList></rs:RegistryResponse>`;
    expect(await rulesAfter(publication, 'dmp-publication', ['answer', `${SUCCESS}"/>`, errors])).toEqual(rules);
  });
});

describe('dmp/existence-test', () => {
  const reason = 'code="TEST_EXST"';

  it('is not about the consultation of administrative data', async () => {
    const edits: Edit[] = [
      ['existence', reason, 'code="CNSLT_DATA"'],
      ['existenceAnswer', reason, 'code="CNSLT_DATA"'],
    ];
    expect(await runOn(existenceTest, 'dmp-exchanges', edits)).toMatchObject({ evaluated: 0, applies: false });
  });

  it.each([
    ['a patient without a DMP', 'code="OK"', 'code="NF"', []],
    [
      'a time with its offset',
      '<creationTime value="20260316093000"/>',
      '<creationTime value="20260316103000+0100"/>',
      [],
    ],
  ])('takes %s', async (_, good, bad, rules) => {
    const part = good === 'code="OK"' ? 'existenceAnswer' : 'existence';
    expect(await rulesAfter(existenceTest, 'dmp-exchanges', [part, good, bad])).toEqual(rules);
  });

  it('wants the authorisation only of a DMP that exists', async () => {
    const edits: Edit[] = [
      ['existenceAnswer', 'code="AUTORISATION"', 'code="AUTRE"'],
      ['existenceAnswer', '<queryResponseCode code="OK"/>', '<queryResponseCode code="NF"/>'],
    ];
    expect(await rulesAfter(existenceTest, 'dmp-exchanges', ...edits)).toEqual([]);
  });
});

describe('dmp/authorization and dmp/patient-list', () => {
  it.each([
    [authorization, 'authorization', '<role>MEDECIN_TRAITANT</role>', ''],
    [authorization, 'authorization', 'AJOUT', 'SUPPRESSION'],
    [patientList, 'patients', '<startDate>20260101000000</startDate><dateType>LASTDOC</dateType>', ''],
    [patientList, 'patients', 'LASTDOC', 'LASTAUTORIZATION'],
  ])('takes another right writing', async (check, part, good, bad) => {
    expect(await rulesAfter(check, 'dmp-exchanges', [part, good, bad])).toEqual([]);
  });
});

describe('dmp/search', () => {
  const criteria = (...slots: [name: string, ...values: string[]][]): Edit => [
    'search',
    '</rim:AdhocQuery>',
    `${slots
      .map(
        ([name, ...values]) =>
          `<rim:Slot name="$XDSDocumentEntry${name}"><rim:ValueList>${values.map((value) => `<rim:Value>${value}</rim:Value>`).join('')}</rim:ValueList></rim:Slot>`,
      )
      .join('')}</rim:AdhocQuery>`,
  ];

  it.each<[string, ...Parameters<typeof criteria>]>([
    ['several codes', ['ClassCode', "('10^^1.2.250.1.213.1.1.4.1','11^^1.2.250.1.213.1.1.4.1')"]],
    ['a code with its label', ['TypeCode', "('11488-4^CR de consultation^2.16.840.1.113883.6.1')"]],
    ['event codes of any system', ['EventCodeList', "('QZQM001^^1.2.250.1.213.2.5')"]],
    ['a period', ['ServiceStartTimeFrom', '20260101'], ['ServiceStartTimeTo', '20260101']],
    ['a date between quotes', ['CreationTimeFrom', "'20260101000000'"]],
    ['an author', ['AuthorPerson', "('%MARTIN%')"]],
  ])('takes %s', async (_, ...slots) => {
    expect(await rulesAfter(search, 'dmp-exchanges', criteria(...slots))).toEqual([]);
  });

  it.each<[string, string[], ...Parameters<typeof criteria>]>([
    ['a code without parentheses', ['list'], ['TypeCode', "'11488-4^^2.16.840.1.113883.6.1'"]],
    ['a code without quotes', ['quotes'], ['TypeCode', '(11488-4^^2.16.840.1.113883.6.1)']],
    ['a local time', ['date'], ['CreationTimeFrom', '20260101000000+0100']],
    ['two wrong codes', ['unknown-code', 'unknown-code'], ['FormatCode', "('a^^b','c^^d')"]],
    ['only a code that is wrong', ['coded-value'], ['ClassCode', "('10^^1.2.250.1.213.1.1.4.1','11')"]],
  ])('refuses %s', async (_, rules, ...slots) => {
    expect(await rulesAfter(search, 'dmp-exchanges', criteria(...slots))).toEqual(rules);
  });

  it.each([
    ['$XDSDocumentEntryEntryUUID', []],
    ['$XDSDocumentEntryUniqueId', []],
    ['$XDSDocumentEntryLogicalID', ['required-parameter']],
  ])('takes another query by %s', async (parameter, rules) => {
    const edits: Edit[] = [
      ['search', '14d4debf-8f97-4251-9a74-a90016b0af0d', '5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4'],
      ['search', '$XDSDocumentEntryStatus', parameter],
    ];
    expect(await rulesAfter(search, 'dmp-exchanges', ...edits)).toEqual(rules);
  });

  it.each(['urn:asip:ci-sis:2010:StatusType:Archived', 'urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated'])(
    'takes the status %s',
    async (status) => {
      const edit: Edit = ['search', "StatusType:Approved')", `StatusType:Approved','${status}')`];
      expect(await rulesAfter(search, 'dmp-exchanges', edit)).toEqual([]);
    },
  );
});

describe('dmp/retrieval', () => {
  const id = '<DocumentUniqueId>2.999.2.20260316.1.1<';
  const second =
    '<DocumentRequest><RepositoryUniqueId>1.2.250.1.213.4.1.1.1.2</RepositoryUniqueId><DocumentUniqueId>2.999.2.9</DocumentUniqueId></DocumentRequest>';

  it('takes an unique id with an extension', async () => {
    const edits: Edit[] = [
      ['retrieval', id, id.replace(/<$/, '^1<')],
      ['retrievalAnswer', id, id.replace(/<$/, '^1<')],
    ];
    expect(await rulesAfter(retrieval, 'dmp-exchanges', ...edits)).toEqual([]);
  });

  it.each([
    ['01.2.250', 'unique-id'],
    ['urn:oid:2.999.1', 'unique-id'],
    ['6BF6D7E8-472E-54E0-8E4E-2CC55F6DFEF9', 'entry-uuid'],
    ['', 'unique-id'],
  ])('refuses the unique id %j', async (value, rule) => {
    expect(await rulesAfter(retrieval, 'dmp-exchanges', ['retrieval', id, `<DocumentUniqueId>${value}<`])).toContain(
      rule,
    );
  });

  it('does not want what the DMP says that it could not give', async () => {
    const partial = 'urn:ihe:iti:2007:ResponseStatusType:PartialSuccess';
    const errors = `${partial}"><rs:RegistryErrorList><rs:RegistryError errorCode="XDSDocumentUniqueIdError" codeContext="" severity="${ERROR}Error"/></rs:RegistryErrorList></rs:RegistryResponse>`;
    const edits: Edit[] = [
      ['retrieval', '<DocumentRequest>', `${second}<DocumentRequest>`],
      ['retrievalAnswer', `${SUCCESS}"/>`, errors],
    ];
    expect(await rulesAfter(retrieval, 'dmp-exchanges', ...edits)).toEqual(['refused']);
  });
});

describe('dmp/publication', () => {
  it('takes documents in the envelope', async () => {
    expect(await runOn(publication, 'soap-publish')).toMatchObject({ evaluated: 1, findings: [] });
  });

  it('names the entry whose document is missing', async () => {
    const { findings } = await runOn(publication, 'dmp-publication', [
      ['message', 'id="urn:uuid:a967c168', 'id="urn:uuid:b967c168'],
    ]);
    expect(findings).toMatchObject([
      { rule: 'no-entry-of-document', actual: expect.stringContaining('b967c168') },
      { rule: 'no-document', actual: expect.stringContaining('a967c168') },
    ]);
  });
});
