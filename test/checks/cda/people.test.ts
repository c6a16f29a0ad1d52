import { describe, expect, it } from 'vitest';
import { author } from '../../../src/checks/cda/author.js';
import { custodian } from '../../../src/checks/cda/custodian.js';
import { legalAuthenticator } from '../../../src/checks/cda/legal-authenticator.js';
import { participants } from '../../../src/checks/cda/participants.js';
import { patientDetails } from '../../../src/checks/cda/patient-details.js';
import { peopleCodes } from '../../../src/checks/cda/people-codes.js';
import { peopleIdentifiers } from '../../../src/checks/cda/people-identifiers.js';
import { peopleNames } from '../../../src/checks/cda/people-names.js';
import type { Check } from '../../../src/checks/define.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { runOn } from '../../support/run-check.js';

/** Rules found, with the element that their arguments name, after one edit of the `cda` part. */
async function found(check: Check, good: string, bad: string, base: ExampleBase = 'cda-n1'): Promise<string[]> {
  const { findings } = await runOn(check, base, [['cda', good, bad]]);
  return findings.map(({ rule, args }) => (args?.element === undefined ? rule : `${rule} ${args.element}`));
}

const CUSTODIAN = '  <custodian>\n';
const START = '<assignedAuthor>\n      <id root="1.2.250.1.71.4.2.1" extension="899700100011"/>';
const DEVICE =
  '<assignedAuthoringDevice><manufacturerModelName>Automate</manufacturerModelName><softwareName>Analyse</softwareName></assignedAuthoringDevice>';
const LABORATORY =
  '<representedOrganization><id root="1.2.250.1.71.4.2.2" extension="1990000028"/><name>Laboratoire des Essais</name></representedOrganization>';
const PATIENT =
  '<addr nullFlavor="UNK"/><telecom nullFlavor="UNK"/><assignedPerson><name><family>TEST-ALPHA</family></name></assignedPerson>';

const INS = '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>';

/** What is said of one author more. */
const ofAuthor = (role: string, participation = '<time value="20260316103000+0100"/>'): Promise<string[]> =>
  found(author, CUSTODIAN, `  <author>${participation}<assignedAuthor>${role}</assignedAuthor></author>\n${CUSTODIAN}`);

describe('cda/author', () => {
  it.each([
    ['the patient', `${INS}${PATIENT}`],
    [
      'a system of a structure',
      `<id root="1.2.250.1.71.4.2.1" extension="1990000028/A1"/><code code="AUTOMATE" displayName="Automate" codeSystem="1.2.250.1.213.1.1.4.6"/>${DEVICE}${LABORATORY}`,
    ],
    [
      'a referenced service',
      `<id root="2.999.9" extension="2.999.9.1"/><code code="SNR" displayName="Service numérique référencé" codeSystem="1.2.250.1.213.1.1.4.6"/>${DEVICE}<representedOrganization><id root="1.3.2" extension="990000002"/><name>Exemple Santé</name></representedOrganization>`,
    ],
    [
      'a professional with an AM number too',
      `<id root="1.2.250.1.215.300.5" extension="990000019"/><id root="1.2.250.1.71.4.2.1" extension="899700100029"/><code code="G15_10/SM03" displayName="Médecin" codeSystem="1.2.250.1.213.1.1.4.5"/><addr nullFlavor="MSK"/><telecom nullFlavor="MSK"/><assignedPerson><name><family>BERNARD</family></name></assignedPerson>${LABORATORY}`,
    ],
  ])('accepts %s', async (_, role) => {
    expect(await ofAuthor(role)).toEqual([]);
  });

  it('says once that an author is neither a person nor a system', async () => {
    expect(await ofAuthor('<id root="1.2.250.1.71.4.2.1" extension="899700100029"/>')).toEqual(['person-or-device']);
  });

  it('wants the model and the software of a system', async () => {
    const rules = await ofAuthor(
      `<id root="1.2.250.1.71.4.2.1" extension="1990000028/A1"/><code code="AUTOMATE" displayName="Automate" codeSystem="1.2.250.1.213.1.1.4.6"/><assignedAuthoringDevice/>${LABORATORY}`,
    );
    expect(rules).toEqual(['cardinality manufacturerModelName', 'cardinality softwareName']);
  });

  it('names what the structure of a professional lacks', async () => {
    const rules = await ofAuthor(
      '<id root="1.2.250.1.71.4.2.1" extension="899700100029"/><addr nullFlavor="UNK"/><telecom nullFlavor="UNK"/><assignedPerson><name><family>BERNARD</family></name></assignedPerson><representedOrganization/>',
    );
    expect(rules).toEqual([
      'professional-without code',
      'professional-without representedOrganization/id',
      'professional-without representedOrganization/name',
    ]);
  });

  it('lets nullFlavor be said elsewhere', async () => {
    expect(await found(author, START, '<assignedAuthor nullFlavor="UNK">')).toEqual([]);
  });

  it('refuses two times', async () => {
    const time = '<time value="20260316103000+0100"/>';
    expect(await ofAuthor(`${INS}${PATIENT}`, time + time)).toEqual(['cardinality time']);
  });
});

const KEPT =
  '<representedCustodianOrganization>\n        <id root="1.2.250.1.71.4.2.2" extension="1990000010"/>\n        <name>Cabinet des Essais</name>';

describe('cda/custodian', () => {
  it.each([
    [
      'the DMP',
      '<representedCustodianOrganization>\n        <id root="1.2.250.1.213.4.1"/>\n        <name>DMP</name>',
      [],
    ],
    ['the DMP without a name', '<representedCustodianOrganization>\n        <id root="1.2.250.1.213.4.1"/>', []],
    ['a null identifier, said elsewhere', '<representedCustodianOrganization><id nullFlavor="UNK"/>', []],
    [
      'two identifiers',
      KEPT.replace('<name>', '<id root="1.2.250.1.71.4.2.2" extension="1"/><name>'),
      ['cardinality id'],
    ],
    ['two names', `${KEPT}<name>Cabinet</name>`, ['cardinality name']],
  ])('judges %s', async (_, bad, rules) => {
    expect(await found(custodian, KEPT, bad)).toEqual(rules);
  });

  it('refuses two custodians', async () => {
    expect(await found(custodian, CUSTODIAN, `  <custodian nullFlavor="UNK"/>\n${CUSTODIAN}`)).toEqual([
      'cardinality custodian',
    ]);
  });
});

const LEGAL =
  '<signatureCode code="S"/>\n    <assignedEntity>\n      <id root="1.2.250.1.71.4.2.1" extension="899700100011"/>';

describe('cda/legal-authenticator', () => {
  it('accepts two identifiers', async () => {
    const bad = `${LEGAL}<id root="1.2.250.1.215.300.5" extension="990000019"/>`;
    expect(await found(legalAuthenticator, LEGAL, bad)).toEqual([]);
  });

  it('refuses two of them', async () => {
    expect(
      await found(
        legalAuthenticator,
        '  <legalAuthenticator>\n',
        '  <legalAuthenticator nullFlavor="UNK"/>\n  <legalAuthenticator>\n',
      ),
    ).toEqual(['cardinality legalAuthenticator']);
  });

  it('wants the code of a professional', async () => {
    const code =
      '\n      <code code="G15_10/SM54" displayName="Médecin - Médecine Générale (SM)" codeSystem="1.2.250.1.213.1.1.4.5"/>';
    expect(await found(legalAuthenticator, LEGAL + code, LEGAL)).toEqual(['professional-without code']);
  });

  it('tells the patient from a professional', async () => {
    const bad = LEGAL.replace(/<id.*$/, INS);
    expect(await found(legalAuthenticator, LEGAL, bad)).toEqual(['patient-with representedOrganization']);
  });
});

const NEXT = '  <participant typeCode="REF">\n';
const beforeParticipant = (bad: string): Promise<string[]> => found(participants, NEXT, `${bad}\n${NEXT}`, 'cda-n3');
const MARTIN = '<id root="1.2.250.1.71.4.2.1" extension="899700100011"/>';

describe('cda/participants', () => {
  it.each([
    '<dataEnterer><time value="20260316103000+0100"/><assignedEntity><id root="1.2.250.1.71.4.2.1" extension="899700100011"/></assignedEntity></dataEnterer>',
    '<informant><relatedEntity classCode="ECON"><code code="WIFE" displayName="Epouse" codeSystem="2.16.840.1.113883.5.111"/><relatedPerson><name><family>MARTIN</family></name></relatedPerson></relatedEntity></informant>',
    `<informationRecipient><intendedRecipient>${INS}</intendedRecipient></informationRecipient>`,
    '<informationRecipient><intendedRecipient><receivedOrganization><name>Centre des Essais</name></receivedOrganization></intendedRecipient></informationRecipient>',
    `<authenticator><time value="20260316103000+0100"/><signatureCode code="S"/><assignedEntity>${MARTIN}</assignedEntity></authenticator>`,
    '<participant typeCode="INF"><functionCode code="ES-PREF" codeSystem="1.2.250.1.213.1.1.4.2.280"/><time nullFlavor="NA"/><associatedEntity classCode="PROV"><scopingOrganization><name>Centre des Essais</name></scopingOrganization></associatedEntity></participant>',
    '<participant typeCode="INF"><time nullFlavor="NA"/><associatedEntity classCode="AGNT"><associatedPerson><name><family>MARTIN</family></name></associatedPerson></associatedEntity></participant>',
    '<authenticator nullFlavor="NA"/>',
  ])('accepts %s', async (bad) => {
    expect(await beforeParticipant(bad)).toEqual([]);
  });

  it.each([
    [
      '<dataEnterer/><dataEnterer/>',
      ['cardinality dataEnterer', 'cardinality assignedEntity', 'cardinality assignedEntity'],
    ],
    ['<informant><assignedEntity/><relatedEntity classCode="CON"/></informant>', ['informant']],
    ['<informant><relatedEntity classCode="CON"/></informant>', ['cardinality relatedPerson']],
    ['<informationRecipient/>', ['cardinality intendedRecipient']],
    [
      '<authenticator><signatureCode code="S"/><assignedEntity/></authenticator>',
      ['cardinality time', 'authenticator-id'],
    ],
    [
      '<participant typeCode="INF"><time nullFlavor="UNK"/><associatedEntity classCode="PAT"/></participant>',
      ['participant-code'],
    ],
    ['<participant typeCode="INF"><time nullFlavor="UNK"/></participant>', ['cardinality associatedEntity']],
  ])('refuses %s', async (bad, rules) => {
    expect(await beforeParticipant(bad)).toEqual(rules);
  });

  it('is not about a document without any', async () => {
    expect((await runOn(participants, 'cda-n1')).applies).toBe(false);
  });
});

const CODED = `${START}\n      <code code="G15_10/SM54" displayName="Médecin - Médecine Générale (SM)" codeSystem="1.2.250.1.213.1.1.4.5"/>`;

describe('cda/people-codes', () => {
  it.each([
    ['words for want of a code', '<code><originalText>Médiatrice</originalText></code>', []],
    ['a null', '<code nullFlavor="UNK"/>', []],
    ['nothing', '<code/>', ['incomplete code', 'incomplete code', 'incomplete code']],
    ['blanks', '<code code=" " displayName="Médecin" codeSystem="1.2.250.1.213.1.1.4.5"/>', ['incomplete code']],
    ['a system', '<code code="SNR" displayName="Service" codeSystem="1.2.250.1.213.1.1.4.6"/>', []],
  ])('judges %s', async (_, code, rules) => {
    expect(await found(peopleCodes, CODED, `${START}${code}`)).toEqual(rules);
  });

  it('names the set and the date of the copy', async () => {
    const { findings } = await runOn(peopleCodes, 'cda-n1', [
      ['cda', CODED, `${START}<code code="G15_99" displayName="Médecin" codeSystem="1.2.250.1.213.1.1.4.5"/>`],
    ]);
    expect(findings).toMatchObject([
      {
        rule: 'unknown-code',
        args: { set: 'JDV_J01_XdsAuthorSpecialty_CISIS', version: '2024-12-13' },
        actual: 'G15_99',
      },
    ]);
  });

  it.each([
    ['<functionCode code="PCP" codeSystem="2.16.840.1.113883.5.88"/>', []],
    ['<functionCode code="HEBERG" codeSystem="1.2.250.1.213.1.1.4.2.280"/>', []],
    ['<functionCode code="PCP" codeSystem="1.2.250.1.213.1.1.4.2.280"/>', ['code-system functionCode']],
    ['<functionCode code="MT" codeSystem="2.16.840.1.113883.5.88"/>', ['unknown-code functionCode']],
    ['<functionCode nullFlavor="NA"><originalText>Accompagnant</originalText></functionCode>', []],
  ])('judges the function %s', async (code, rules) => {
    expect(await found(peopleCodes, NEXT, `${NEXT}${code}`, 'cda-n3')).toEqual(rules);
  });

  it('leaves to other checks what is not of its value sets', async () => {
    const assigned =
      '<informant><assignedEntity><id root="1.2.250.1.71.4.2.1" extension="899700100011"/><code code="AS" displayName="Aide-soignante" codeSystem="2.999.3"/></assignedEntity></informant>\n';
    expect(await found(peopleCodes, CUSTODIAN, assigned + CUSTODIAN)).toEqual([]);
    expect(await found(peopleCodes, 'code="AMBULATOIRE"', 'code="CABINET"')).toEqual([]);
  });
});

describe('cda/people-identifiers', () => {
  it.each([
    ['1990000028/A1', []],
    ['3990000028/12', []],
    ['00B1057294', []],
    ['10003456789', ['professional-form']],
    ['', ['incomplete']],
  ])('judges the professional %s', async (extension, rules) => {
    const bad = START.replace('899700100011', extension);
    expect(await found(peopleIdentifiers, START, bad)).toEqual(rules);
  });

  it('lets the structure of a participant have any identifier', async () => {
    const bad =
      '  <participant typeCode="INF"><time nullFlavor="NA"/><associatedEntity classCode="PROV"><scopingOrganization><id root="2.999.1" extension="1"/></scopingOrganization></associatedEntity></participant>\n';
    expect(await found(peopleIdentifiers, NEXT, bad + NEXT, 'cda-n3')).toEqual([]);
  });

  it('lets a null identifier be', async () => {
    expect(await found(peopleIdentifiers, START, '<assignedAuthor>\n      <id nullFlavor="UNK"/>')).toEqual([]);
  });
});

describe('cda/people-names', () => {
  const NAME = '<associatedPerson>\n        <name>';

  it.each([
    ['<associatedPerson>\n        <name nullFlavor="MSK"/><name>', ['cardinality name']],
    ['<associatedPerson>\n        <name><family>MARTIN</family>', ['cardinality family']],
    ['<associatedPerson>\n        <name><suffix>DR</suffix>', ['cardinality suffix']],
  ])('refuses %s', async (bad, rules) => {
    expect(await found(peopleNames, NAME, bad, 'cda-n3')).toEqual(rules);
  });

  it('lets a family name be masked, and a recipient have several names or none', async () => {
    const names = '<name><family nullFlavor="MSK"/></name><name><family>MARTIN</family></name>';
    for (const each of [names, ''])
      expect(
        await found(
          peopleNames,
          CUSTODIAN,
          `${CUSTODIAN.replace('<custodian>', `<informationRecipient><intendedRecipient><informationRecipient>${each}</informationRecipient></intendedRecipient></informationRecipient>`)}${CUSTODIAN}`,
        ),
      ).toEqual([]);
  });
});

describe('cda/patient-details', () => {
  const BIRTH = '<birthTime value="19850714"/>';
  const sdtc = (element: string, value: string): string =>
    `<sdtc:${element} xmlns:sdtc="urn:hl7-org:sdtc" value="${value}"/>`;

  it.each([
    [sdtc('deceasedInd', 'true') + sdtc('deceasedTime', '20240228'), []],
    [sdtc('multipleBirthInd', 'true') + sdtc('multipleBirthOrderNumber', '2'), []],
    [sdtc('deceasedTime', '28/02/2024'), ['extension deceasedTime']],
    [sdtc('multipleBirthOrderNumber', '0'), ['extension multipleBirthOrderNumber']],
    [sdtc('deceasedInd', 'true') + sdtc('deceasedInd', 'true'), ['repeated deceasedInd']],
    ['<administrativeGenderCode code="F"/>', ['repeated administrativeGenderCode']],
    ['<guardian nullFlavor="UNK"/>', []],
    ['<guardian><guardianPerson><name><family>MARTIN</family></name></guardianPerson></guardian>', []],
    [
      '<guardian><guardianPerson><name><family qualifier="BR">MARTIN</family><family qualifier="SP">BERNARD</family></name></guardianPerson></guardian>',
      [],
    ],
    [
      '<guardian><guardianOrganization><id root="1.2.250.1.71.4.2.2" extension="1990000036"/></guardianOrganization></guardian>',
      [],
    ],
    ['<guardian><guardianPerson/><guardianOrganization/></guardian>', ['guardian']],
    [
      `<guardian><guardianPerson><name>${'<family>MARTIN</family>'.repeat(4)}</name></guardianPerson></guardian>`,
      ['guardian-name'],
    ],
  ])('judges %s', async (more, rules) => {
    expect(await found(patientDetails, BIRTH, BIRTH + more)).toEqual(rules);
  });

  it.each([
    ['<birthplace>', '<birthplace nullFlavor="UNK"/><birthplace>', ['repeated birthplace']],
    ['<place>', '<place><name>CLERMONT-FERRAND</name>', []],
  ])('judges %s as %s', async (good, bad, rules) => {
    expect(await found(patientDetails, good, bad)).toEqual(rules);
  });
});
