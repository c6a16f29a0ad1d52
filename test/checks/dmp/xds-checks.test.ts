import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/checks/define.js';
import { associations } from '../../../src/checks/dmp/associations.js';
import { documentEntry } from '../../../src/checks/dmp/document-entry.js';
import { lifeCycle } from '../../../src/checks/dmp/life-cycle.js';
import { masking } from '../../../src/checks/dmp/masking.js';
import { reusedIds } from '../../../src/checks/dmp/reused-ids.js';
import { signatureEntry } from '../../../src/checks/dmp/signature-entry.js';
import { submissionSet } from '../../../src/checks/dmp/submission-set.js';
import { uniqueIds } from '../../../src/checks/dmp/unique-ids.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { runOn } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

async function rulesAfter(check: Check, base: ExampleBase, ...edits: Edit[]): Promise<string[]> {
  return (await runOn(check, base, edits)).findings.map((finding) => finding.rule);
}

const SET = 'urn:uuid:97418e33-4f0b-5c9e-8e56-944f1afbd1d1';
const ENTRY = 'urn:uuid:6bf6d7e8-472e-54e0-8e4e-2cc55f6dfef9';
const slot = (name: string, value: string): string =>
  `<rim:Slot name="${name}"><rim:ValueList><rim:Value>${value}</rim:Value></rim:ValueList></rim:Slot>`;
const INSTITUTION = slot(
  'authorInstitution',
  'Cabinet des Essais^^^^^&amp;1.2.250.1.71.4.2.2&amp;ISO^IDNST^^^1990000010',
);
const PERSON = slot('authorPerson', '899700100011^MARTIN^Claire^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS');
const AUTHOR = `classifiedObject="${SET}" nodeRepresentation="">\n        ${INSTITUTION}\n        ${PERSON}`;

/** The author of the submission set, told in another way. */
const withAuthor = (institution: string, person: string): Edit => [
  'metadata',
  AUTHOR,
  AUTHOR.replace(INSTITUTION, slot('authorInstitution', institution)).replace(PERSON, slot('authorPerson', person)),
];
const STRUCTURE = 'Cabinet^^^^^&amp;1.2.250.1.71.4.2.2&amp;ISO^IDNST^^^1990000010';
const DOCTOR = '899700100011^MARTIN^Claire^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS';

describe('people and structures', () => {
  it.each([
    ['a system', STRUCTURE, '1990000010/7^Automate^Modèle^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^U^^^RI'],
    [
      'a system with an internal number',
      STRUCTURE,
      '899700100011^Passerelle^Modèle^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^U^^^EI',
    ],
    ['an internal number', STRUCTURE, '3990000010/7^MARTIN^^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^EI'],
    ['a patient', STRUCTURE, '285076311399048^ESSAI^Ada^^^^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^D^^^NH'],
    ['another authority', STRUCTURE, '751234567^MARTIN^Claire^^^^^^&amp;1.2.250.1.215.300.5&amp;ISO^D^^^EI'],
    ['a structure without identifier', 'Cabinet', DOCTOR],
    ['a structure without name', '^^^^^&amp;1.2.250.1.71.4.2.2&amp;ISO^IDNST^^^1990000010', DOCTOR],
    ['a digital service', 'Service^^^^^&amp;1.3.2&amp;ISO^SIREN^^^123456789', DOCTOR],
  ])('takes %s', async (_, institution, person) => {
    expect(await rulesAfter(submissionSet, 'xdm', withAuthor(institution, person))).toEqual([]);
  });

  it.each([
    ['person-form', STRUCTURE, '^MARTIN^Claire^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS'],
    ['person-form', STRUCTURE, '899700100011^MARTIN^Claire^^^^^^1.2.250.1.71.4.2.1^D^^^IDNPS'],
    ['person-form', STRUCTURE, '899700100011^MARTIN^Claire^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^L^^^IDNPS'],
    ['person-form', STRUCTURE, 'MARTIN Claire'],
    ['person-kind', STRUCTURE, '285076311399048^ESSAI^Ada^^^^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^D^^^IDNPS'],
    ['person-kind', STRUCTURE, '1990000010/7^Automate^^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^U^^^IDNPS'],
    ['person-id', STRUCTURE, '10001234567^MARTIN^Claire^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS'],
    ['institution-form', 'Cabinet^^^^^&amp;1.2.250.1.71.4.2.2&amp;ISO^IDNST', DOCTOR],
    ['institution-form', 'Cabinet^^^^^^^^^1990000010', DOCTOR],
    ['institution-id', STRUCTURE.replace('1990000010', '751234567'), DOCTOR],
  ])('finds %s in %s, %s', async (rule, institution, person) => {
    expect(await rulesAfter(submissionSet, 'xdm', withAuthor(institution, person))).toEqual([rule]);
  });
});

describe('dmp/submission-set', () => {
  const content = (code: string): Edit => [
    'metadata',
    `classifiedObject="${SET}" nodeRepresentation="SA07"`,
    `classifiedObject="${SET}" nodeRepresentation="${code}"`,
  ];

  it('takes any kind of place in an archive, as the official ones do, but the list of the DMP in what goes there', async () => {
    expect(await rulesAfter(submissionSet, 'xdm', content('SA01'))).toEqual([]);
    expect(await rulesAfter(submissionSet, 'soap-unqualified', content('SA01'))).toEqual([]);
    expect(await rulesAfter(submissionSet, 'soap-publish', content('SA01'))).toEqual(['content-type']);
  });

  it('names the value set and its version when it does not know a code', async () => {
    const { findings } = await runOn(submissionSet, 'soap-publish', [content('SA01')]);
    expect(findings).toMatchObject([{ args: { set: 'JDV_J59-ContentTypeCode-DMP', version: '2024-09-27' } }]);
  });

  it('leaves to dmp/historical-metadata what it says of an archive of the past', async () => {
    expect(await rulesAfter(submissionSet, 'xdm-historical', ['metadata', '"submissionTime"', '"time"'])).toEqual([]);
    expect(await rulesAfter(submissionSet, 'xdm', ['metadata', '"submissionTime"', '"time"'])).toEqual(['attribute']);
  });

  it('is not about what submits nothing', async () => {
    expect((await runOn(submissionSet, 'dmp-queries')).applies).toBe(false);
  });
});

describe('dmp/document-entry', () => {
  it.each<[string, Edit]>([
    ['no serviceStopTime', ['metadata', '"serviceStopTime"', '"other"']],
    ['a CDA that shows itself', ['metadata', 'mimeType="text/xml"', 'mimeType="application/xslt+xml"']],
    ['another language', ['metadata', 'fr-FR<', 'fr-BE<']],
    [
      'a reference',
      [
        'metadata',
        '<rim:Slot name="languageCode">',
        `${slot('urn:ihe:iti:xds:2013:referenceIdList', '4021^^^&amp;2.999.4&amp;ISO^urn:ihe:iti:xds:2013:order')}<rim:Slot name="languageCode">`,
      ],
    ],
  ])('takes %s', async (_, edit) => {
    expect(await rulesAfter(documentEntry, 'xdm', edit)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['20260316', '20260230093000', 'date'],
    ['20260316', '20260316093000.5', 'date'],
    ['20260316', '20260316093000Z', 'date'],
    ['20260316', '', 'attribute'],
  ])('does not take a creationTime %s written "%s"', async (_, bad, rule) => {
    const good = '<rim:Slot name="creationTime"><rim:ValueList><rim:Value>20260316093000';
    const edit: Edit = ['metadata', good, good.replace('20260316093000', bad)];
    expect(await rulesAfter(documentEntry, 'xdm', edit)).toEqual([rule]);
  });

  it('knows the class of a type by the table of the addressee', async () => {
    const type: Edit = ['metadata', 'nodeRepresentation="11488-4"', 'nodeRepresentation="52521-2"'];
    // Of ASS_X04, but no type of the DMP.
    expect(await rulesAfter(documentEntry, 'xdm', type)).toEqual(['code', 'class-of-type']);
    expect(await rulesAfter(documentEntry, 'soap-publish', type)).toEqual(['code']);
  });

  it('judges the entry that an update sends again, and leaves that of a signature', async () => {
    expect((await runOn(documentEntry, 'dmp-exchanges')).evaluated).toBe(1);
    expect((await runOn(documentEntry, 'soap-publish')).evaluated).toBe(1);
  });
});

describe('dmp/associations', () => {
  const replaced = (target: string): Edit => [
    'metadata',
    '    <rim:Association ',
    `    <rim:Association id="r" associationType="urn:ihe:iti:2007:AssociationType:RPLC" sourceObject="${ENTRY}" targetObject="${target}"/>\n    <rim:Association `,
  ];

  it('takes a replacement of what the DMP holds, and refuses that of a uniqueId or of an own entry', async () => {
    const held = 'urn:uuid:00000000-0000-4000-8000-000000000001';
    expect(await rulesAfter(associations, 'soap-publish', replaced(held))).toEqual([]);
    expect(await rulesAfter(associations, 'soap-publish', replaced('2.999.2.20260316.1.0'))).toEqual(['target']);
    expect(await rulesAfter(associations, 'soap-publish', replaced(ENTRY))).toEqual(['target']);
    expect(await rulesAfter(associations, 'soap-publish', replaced(SET))).toEqual(['target']);
  });

  it('takes a member that the registry holds, by reference', async () => {
    const edit: Edit = [
      'metadata',
      '    <rim:Association ',
      `    <rim:Association id="m" associationType="urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember" sourceObject="${SET}" targetObject="urn:uuid:00000000-0000-4000-8000-000000000001">${slot('SubmissionSetStatus', 'Reference')}</rim:Association>\n    <rim:Association `,
    ];
    expect(await rulesAfter(associations, 'soap-publish', edit)).toEqual([]);
  });

  it('wants the entry to be a member once', async () => {
    const member = `sourceObject="${SET}" targetObject="${ENTRY}"`;
    const twice: Edit = [
      'metadata',
      '    <rim:Association ',
      `    <rim:Association id="m" associationType="urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember" ${member}>${slot('SubmissionSetStatus', 'Original')}</rim:Association>\n    <rim:Association `,
    ];
    expect(await rulesAfter(associations, 'soap-publish', twice)).toEqual(['member']);
  });
});

describe('dmp/life-cycle', () => {
  const CREATION = '<rim:Slot name="creationTime">';
  const action = (value: string): Edit => [
    'metadata',
    CREATION,
    slot('urn:action:extraMetadataSlot', value) + CREATION,
  ];

  it('takes the deletion of a first version, or of the next one', async () => {
    expect(await rulesAfter(lifeCycle, 'xdm', action('D'))).toEqual([]);
    expect(await rulesAfter(lifeCycle, 'xdm-replacement', ['metadata', '>C<', '>D<'])).toEqual([]);
  });

  it('judges no version that the document does not tell', async () => {
    const edit: Edit = ['cda', '<versionNumber value="1"/>', ''];
    expect(await rulesAfter(lifeCycle, 'xdm', edit, action('C'))).toEqual([]);
  });

  it('takes a replacement that both tell', async () => {
    expect(await rulesAfter(lifeCycle, 'soap-replacement')).toEqual([]);
  });

  it('takes every change of the DMP, and no status of another registry', async () => {
    expect(await rulesAfter(lifeCycle, 'dmp-exchanges')).toEqual([]);
    const back: Edit = [
      'deletion',
      '<rim:Value>urn:oasis:names:tc:ebxml-regrep:StatusType:Approved',
      '<rim:Value>Approved',
    ];
    expect(await rulesAfter(lifeCycle, 'dmp-exchanges', back)).toEqual(['status-value']);
  });

  it.each(['0', '-1', '1.5', 'un', ''])('does not start from version "%s"', async (version) => {
    const good = '<rim:Slot name="PreviousVersion"><rim:ValueList><rim:Value>1';
    const edit: Edit = ['masking', good, good.slice(0, -1) + version];
    expect(await rulesAfter(lifeCycle, 'dmp-exchanges', edit)).toEqual(['previous-version']);
  });
});

describe('dmp/masking', () => {
  const NORMAL = `classifiedObject="${ENTRY}" nodeRepresentation="N">\n        ${slot('codingScheme', '2.16.840.1.113883.5.25')}`;
  const END = '</rim:Classification>';
  const code = (value: string): string =>
    `<rim:Classification id="${value}" classificationScheme="urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f" nodeRepresentation="${value}">${slot('codingScheme', '1.2.250.1.213.1.1.4.13')}${END}`;
  const CONFIDENTIALITY = '<rim:Classification id="urn:uuid:f68abd9e-b7f7-5557-88c5-85f8cb25d9e7"';
  const masksFirst = (...codes: string[]): Edit => [
    'metadata',
    CONFIDENTIALITY,
    codes.map(code).join('') + CONFIDENTIALITY,
  ];
  const masksAfter = (...codes: string[]): Edit => [
    'metadata',
    NORMAL,
    `${NORMAL}${END}${codes.map(code).join('')}`.slice(0, -END.length),
  ];

  it('takes a level and its masks', async () => {
    expect(
      await rulesAfter(masking, 'soap-publish', masksAfter('MASQUE_PS', 'INVISIBLE_REPRESENTANTS_LEGAUX')),
    ).toEqual([]);
    expect((await runOn(masking, 'dmp-exchanges')).findings).toEqual([]);
  });

  it('warns of a level that is not the first code', async () => {
    expect(await rulesAfter(masking, 'xdm', masksFirst('MASQUE_PS'))).toEqual(['first']);
  });

  it('refuses a mask of elsewhere in the DMP, and does not know it in an archive', async () => {
    expect(await rulesAfter(masking, 'soap-publish', masksAfter('MASQUE_PT'))).toEqual(['not-for-dmp']);
    expect(await rulesAfter(masking, 'xdm', masksAfter('MASQUE_PT'))).toEqual(['code']);
  });

  it('wants one level', async () => {
    const restricted = NORMAL.replace('"N"', '"R"');
    expect(await rulesAfter(masking, 'xdm', ['metadata', NORMAL, restricted])).toEqual([]);
    expect(await rulesAfter(masking, 'soap-publish', ['metadata', NORMAL, restricted])).toEqual(['restricted']);
    expect(await rulesAfter(masking, 'xdm', masksAfter('R'))).toEqual(['level', 'scheme']);
  });
});

describe('dmp/unique-ids', () => {
  const id = (value: string): Edit => [
    'metadata',
    '"2.999.2.20260316.1.1">\n        <rim:Name><rim:LocalizedString value="XDSDocumentEntry.uniqueId"',
    `"${value}">\n        <rim:Name><rim:LocalizedString value="XDSDocumentEntry.uniqueId"`,
  ];
  const long = `2.999.${'1234567890'.repeat(6)}`;

  it.each(['2.999.0.1', '1.2.250.1.213', `${long.slice(0, 64)}`, '2.999.2.1^ABC-12'])('takes %s', async (value) => {
    expect(await rulesAfter(uniqueIds, 'xdm', id(value))).toEqual([]);
  });

  it.each(['urn:oid:2.999.1', '2.999.01', `${long}`, '3.1', '2', '2.999.1^', '2.999.1^12345678901234567', '2.999.1 '])(
    'does not take "%s"',
    async (value) => {
      expect(await rulesAfter(uniqueIds, 'xdm', id(value))).toEqual(['oid']);
    },
  );

  it('takes ids of the submission alone', async () => {
    expect(await rulesAfter(uniqueIds, 'dmp-exchanges')).toEqual([]);
  });
});

describe('dmp/signature-entry', () => {
  it('takes the signature of a person on what a system submits', async () => {
    const name = '<rim:Slot name="legalAuthenticator"><rim:ValueList><rim:Value>8997001000';
    const other = ['signatureEntry', `${name}11`, `${name}29`] as const;
    const system = '1990000010/7^Passerelle^Modèle^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^U^^^RI';
    expect(await rulesAfter(signatureEntry, 'soap-publish', other)).toEqual(['as-submission']);
    expect(await rulesAfter(signatureEntry, 'soap-publish', other, withAuthor(STRUCTURE, system))).toEqual([]);
  });

  it('takes the other format of a detached signature', async () => {
    const format = `nodeRepresentation="http://www.w3.org/2000/09/xmldsig#">\n        ${slot('codingScheme', 'URN')}`;
    const detached = format
      .replace('http://www.w3.org/2000/09/xmldsig#', 'urn:ihe:iti:dsg:detached:2014')
      .replace('URN', '1.3.6.1.4.1.19376.1.2.3');
    expect(await rulesAfter(signatureEntry, 'soap-publish', ['signatureEntry', format, detached])).toEqual([]);
  });

  it('misses a mask', async () => {
    const { findings } = await runOn(signatureEntry, 'soap-publish', [
      ['signatureEntry', 'nodeRepresentation="MASQUE_PS"', 'nodeRepresentation="N"'],
    ]);
    expect(findings).toMatchObject([{ rule: 'value', args: { attribute: 'confidentialityCode' } }]);
  });

  it('is not about an update, nor about an archive without entry', async () => {
    expect((await runOn(signatureEntry, 'dmp-exchanges')).applies).toBe(false);
  });
});

describe('dmp/reused-ids', () => {
  it('takes the same archive twice', async () => {
    const { evaluated, findings } = await runOn(reusedIds, 'xdm-copies');
    expect({ evaluated, findings }).toEqual({ evaluated: 4, findings: [] });
  });

  it('leaves two entries of one archive to dmp/unique-ids', async () => {
    expect(await rulesAfter(reusedIds, 'xdm', ['metadata', '2.999.3.20260316.1.1', '2.999.2.20260316.1.1'])).toEqual(
      [],
    );
  });
});
