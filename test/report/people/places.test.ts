import { describe, expect, it } from 'vitest';
import { patients } from '../../../fixtures/make/patients.js';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { Identities, type Mask } from '../../../src/report/mask.js';

async function maskOf(content: string | object): Promise<Mask> {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  const { artifact, unreadable } = await read({ path: 'a', bytes, declared: {} });
  const identities = new Identities();
  if (artifact) identities.add(artifact);
  for (const each of unreadable) identities.addUnreadable(each);
  return identities.mask(NOTHING_DECLARED);
}

const cda = (close = ''): string => `<ClinicalDocument xmlns="urn:hl7-org:v3"><recordTarget><patientRole>
<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>
<addr><houseNumber>12</houseNumber><streetNameType>rue</streetNameType><streetName>des Lilas</streetName><additionalLocator>Bâtiment C</additionalLocator><postalCode>63000</postalCode><city>Clermont-Ferrand</city></addr>
<telecom value="tel:+33639980003"/><telecom value="mailto:zoe.darc@exemple.fr"/><telecom value="mailto:285076311399048@patient.mssante.fr"/>
<patient><name><family qualifier="BR">O</family><given qualifier="BR">ZOÉ</given></name><birthTime value="19850714"/>${close}
<birthplace><place><addr><county>63113</county><city>Chamalières</city></addr></place></birthplace></patient></patientRole></recordTarget></ClinicalDocument>`;

describe('where a patient lives and was born is hidden', async () => {
  const mask = await maskOf(cda());

  it.each([
    ['12 rue des Lilas', '[P1-adresse]'],
    ['12, RUE DES LILAS - 63000 Clermont Ferrand', '[P1-adresse] - [P1-adresse]'],
    ['^^CLERMONT-FERRAND^^63000^FRA', '^^[P1-adresse]^FRA'],
    ['bâtiment c', '[P1-adresse]'],
    ['06.39.98.00.03', '[P1-tel]'],
    ['tel:+33 6 39 98 00 03', 'tel:+[P1-tel]'],
    ['mailto:zoe.darc%40exemple.fr', 'mailto:[P1-courriel]'],
    ['285076311399048@patient.mssante.fr', '[P1-INS]@patient.mssante.fr'],
    ['63113', '[P1-lieu]'],
    ['LieuNaissance 63113.', 'LieuNaissance [P1-lieu].'],
    ['S5FS614-07-1985S763113', 'S5FS6[P1-naissance]S7[P1-lieu]'],
  ])('%j', (text, hidden) => {
    expect(mask(text)).toBe(hidden);
    expect(mask(hidden)).toBe(hidden);
  });

  it.each([
    ['Clermont-Ferrand', '[P1-adresse]'],
    ['Zoé à Chamalières', '[P1-prenom] à [P1-lieu]'],
    ['PID-11|^^Chamalières^^^^BDL^^63113', 'PID-11|^^[P1-lieu]^^^^BDL^^[P1-lieu]'],
    ['PID-5|O^ZOE^^^^^L', 'PID-5|[P1-nom]^[P1-prenom]^^^^^L'],
  ])('a word of any text, when it stands alone or beside another trait: %j', (text, hidden) => {
    expect(mask(text)).toBe(hidden);
  });

  it.each([
    'CHU de Clermont-Ferrand',
    'la rue',
    '12 pages',
    '99999',
    'code LOINC 63113-5',
    '1.2.250.63113.1',
    'O et N',
    'XAD.9 du PID-11',
  ])('and nothing else: %j', (text) => {
    expect(mask(text)).toBe(text);
  });
});

it('nor is a code that says that the place of birth is not known', async () => {
  const mask = await maskOf({ resourceType: 'Patient', id: 'p', extension: [place('99999')] });
  expect(mask('99999')).toBe('99999');
  expect((await maskOf({ resourceType: 'Patient', id: 'p', extension: [place('99139')] }))('99139')).toBe('[P1-lieu]');
});

function place(code: string): object {
  return {
    url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
    valueAddress: { extension: [{ url: 'x/fr-core-address-insee-code', valueCoding: { code } }] },
  };
}

const LINE = '3 place du Marché';
const PHONE = '04 73 00 11 22';

describe('so is that of whoever an artifact tells of', () => {
  it.each([
    [
      'a guardian',
      cda(
        `<guardian><addr><streetAddressLine>${LINE}</streetAddressLine></addr><telecom value="tel:0473001122"/></guardian>`,
      ),
    ],
    [
      'PID',
      `MSH|^~\\&|A|B\rPID|1||1^^^X||FERRAND^ODETTE||19500103|F|||${LINE}^^RIOM^^63200^FRA^H||^PRN^PH^^33^4^73001122\r`,
    ],
    ['NK1', `MSH|^~\\&|A|B\rNK1|1|FERRAND^LOUIS|FTH|${LINE}^^RIOM^^63200|0473001122\r`],
    ['a message that is broken', `MSH|^~|A|B\rPID|1||1^^^X||FERRAND^ODETTE||19500103|F|||${LINE}^^RIOM||0473001122\r`],
    [
      'FHIR, a contact',
      { resourceType: 'Patient', contact: [{ address: { line: [LINE] }, telecom: [{ value: '+33473001122' }] }] },
    ],
    [
      'FHIR, a relative',
      { resourceType: 'RelatedPerson', address: [{ text: `${LINE}, 63200 Riom` }], telecom: [{ value: PHONE }] },
    ],
    ['an unknown JSON', { patient: { nomNaissance: 'FERRAND', adresse: LINE, telephone: '0473001122' } }],
    [
      'a document that is cut',
      `<ClinicalDocument><streetAddressLine>${LINE}</streetAddressLine><phone>0473001122</phone>`,
    ],
  ])('%s', async (_, content) => {
    const mask = await maskOf(content);
    expect(mask(LINE)).toMatch(/^\[P\d-adresse\]$/);
    expect(mask(PHONE)).toMatch(/^\[P\d-tel\]$/);
  });
});

it('a private mailbox is hidden by its provider, which tells nobody', async () => {
  const mask = await maskOf('x');
  expect(mask('zoe.dupre@gmail.com')).toBe('[courriel]@gmail.com');
  expect(mask('cabinet@exemple.mssante.fr, a@gmail.com.exemple.fr')).toBe(
    'cabinet@exemple.mssante.fr, a@gmail.com.exemple.fr',
  );
});

it('an organisation close to a patient is no person', async () => {
  const entity =
    '<participant><associatedEntity classCode="PRS"><associatedPerson><name><family>FERRAND</family></name></associatedPerson><scopingOrganization><name>Tabac info service</name></scopingOrganization></associatedEntity></participant></ClinicalDocument>';
  const mask = await maskOf(cda().replace('</ClinicalDocument>', entity));
  expect(mask('sans-info')).toBe('sans-info');
  expect(mask('ferrand')).toBe('[P2-nom]');
});

describe('a matricule is hidden', async () => {
  const matricule = patients.alpha.ins?.matricule ?? '';
  const mask = await maskOf(`<a>${cda()}</a>`);
  const known = await maskOf(cda());

  it.each([
    '28507 63113 99048',
    '2850763113990-48',
    '2 85 07 63 113 990 48',
    [...matricule].join('\0'),
    Buffer.from(matricule, 'utf16le').toString('base64'),
    Buffer.from(`patient:${matricule}`).toString('base64'),
    'S1285076311399048S2',
    `\\X${Buffer.from(matricule).toString('hex')}\\`,
  ])('however written: %j', (text) => {
    expect(known(text)).toMatch(/\[P1-INS\]/);
    expect(known(text)).not.toContain('2850');
  });

  it('even when nobody tells whose it is', () => {
    expect(mask('285076311399049')).toBe('[INS]');
  });
});

it.each(['L\\XC9\\V\\XCA\\QUE', 'l&eacute;v&ecirc;que', 'L%C9V%CAQUE'])(
  'a name in the escapes of a format: %s',
  async (text) => {
    const mask = await maskOf({ resourceType: 'Patient', name: [{ family: 'LEVEQUE', given: ['ZOE'] }] });
    expect(mask(text)).toBe('[P1-nom]');
  },
);

it('a name that is a common word, or that a professional has too, is hidden all the same', async () => {
  const mask = await maskOf({ resourceType: 'Patient', name: [{ family: 'PETIT', given: ['ROSE'] }] });
  expect(mask('Dr Petit, rose')).toBe('Dr [P1-nom], [P1-prenom]');
  expect(mask('petits')).toBe('petits');
});
