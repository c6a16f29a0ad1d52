import { describe, expect, it } from 'vitest';
import { read } from '../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../src/checks/context.js';
import { Identities, type Mask } from '../../src/report/mask.js';

/** The mask of files that are read or not. */
async function maskOf(files: Readonly<Record<string, string | object>>): Promise<Mask> {
  const identities = new Identities();
  for (const [path, given] of Object.entries(files)) {
    const bytes = Buffer.from(typeof given === 'string' ? given : JSON.stringify(given));
    const { artifact, unreadable } = await read({ path, bytes, declared: {} });
    if (artifact) identities.add(artifact);
    for (const lost of unreadable) identities.addUnreadable(lost);
  }
  return identities.mask(NOTHING_DECLARED);
}

const cda = (patient: string, end = '</ClinicalDocument>'): string =>
  `<ClinicalDocument xmlns="urn:hl7-org:v3"><recordTarget><patientRole><id root="1.2.250.1.213.1.4.10" extension="285076311399048"/><id root="2.9" extension="IPP778899"/><patient>${patient}<birthTime value="19850714"/></patient></patientRole></recordTarget>${end}`;
/** Metadata sent to the DMP: an entry with this slot. */
const entry = (slot: string, value: string): string =>
  `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><SubmitObjectsRequest xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0"><RegistryObjectList xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><ExtrinsicObject id="a" objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1"><Slot name="${slot}"><ValueList><Value>${value.replaceAll('&', '&amp;')}</Value></ValueList></Slot></ExtrinsicObject></RegistryObjectList></SubmitObjectsRequest></s:Body></s:Envelope>`;
const XCN_OF_PATIENT = '285076311399048^FERRAND^ODETTE^^^^^^&1.2.250.1.213.1.4.10&ISO^D^^^NH';
const NAME = '<name><family qualifier="BR">LÉVÊQUE-D’ARC</family><given qualifier="BR">ZOÉ</given></name>';

describe('a known patient, however written', async () => {
  const mask = await maskOf({ 'a.xml': cda(NAME) });
  it.each([
    'ZoéLévêque.xml',
    'LevequeZoe',
    'zoelevequedarc',
    'PatientLeveque',
    'L\u00c9V\u00caQUE'.normalize('NFD'),
    'L%C3%A9v%C3%AAque',
    'L%E9v%EAque',
    'L%25C3%25A9v%25C3%25AAque',
    '=?utf-8?Q?L=C3=A9v=C3=AAque?=',
    '=?iso-8859-1?B?TOl26nF1ZQ==?=',
    'L=C3=A9v=C3=AAque',
    'L\\u00e9v\\u00eaque',
    'L&#233;v&#xEA;que',
    'LÃ©vÃªque',
    'L╔V╩QUE',
    'L\ufffdV\ufffdQUE',
    Buffer.from('Mme Zoé Lévêque').toString('base64'),
    '14 juillet 1985',
    'July 14, 1985',
    '14-07-85',
    '14.7.1985',
    '19850714103000',
    '2850763113990 48',
    '2850763113990',
    'S1285076311399048S2',
    'IPP-778899',
  ])('%s', (text) => {
    const hidden = mask(text).replace(/\[P1-\w+\]/g, '');
    expect(hidden).not.toBe(text);
    expect(hidden.normalize('NFD').replace(/\p{M}/gu, '')).not.toMatch(
      /zo|que|TOl2|darc|juillet|july|85|14|399|7788|TWB/i,
    );
  });

  it.each([
    'mss/subject-form',
    '/ClinicalDocument/recordTarget/patientRole/id[2]/@extension',
    '$.log.entries[3].request.url',
    'code ALPHA state',
    'Bearer token',
    'Basic authentication',
    'response_type=code',
    'grant_type=authorization_code',
    'application/x-www-form-urlencoded',
    '1.2.250.1.213.1.4.10',
    'trace-1712345678901.har',
    '2026-11-20T10:00:00+01:00',
    'a%20b%C3%A9.xml',
    'IHE_XDM/SUBSET01/DOC0001.XML',
  ])('leaves %s as it is', (text) => {
    expect(mask(text)).toBe(text);
  });
});

const mail = (fields: Readonly<Record<string, string>>, body = 'x'): string =>
  `${Object.entries({ From: 'a@b.fr', Date: 'Mon, 1 Jan 2026 10:00:00 +0100', ...fields })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`;
const SUBJECTS = [
  'CR de Mme FERRAND Odette',
  'CR de Mme Odette Ferrand',
  'Compte rendu Ferrand Odette née le 14/07/1950 à Royat',
  'FERRAND Odette - compte rendu',
  'XDM/1.0/DDM+CR FERRAND',
  'XDM/1.0/DDM+CR FERRAND Odette 1950-07-14',
  'XDM/1.0/DDM+CR FERRAND Odette 14 juillet 1950',
  'XDM/1.0/DDM+CR FERRAND Odette 14/07/1950 1 50 07 63 113 990',
  'Ferrand',
  '=?UTF-8?B?Q1IgRkVSUkFORA==?=',
];

describe('what a mail writes instead of its form', () => {
  const attached = (name: string) =>
    mail(
      { 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=b' },
      `--b\r\nContent-Type: application/pdf; name="${name}"\r\n\r\nx\r\n--b--\r\n`,
    );
  it.each([
    'FERRAND Odette.pdf',
    'Ferrand_Odette_CR.pdf',
    'cr-odette-ferrand.pdf',
    '20260302_CR_de_consult_FERRAND_ODETTE.pdf',
    '2026-03-02_CR_FERRAND_ODETTE.pdf',
    '20260302_CR_FERRAND_ODETTE_MARIE_2.pdf',
    '20260302_CR_FERRAND_ODETTE_14071950.pdf',
    'CRFerrand.pdf',
    'FERRAND_Odette.zip',
  ])('the attached file %s', async (name) => {
    const mask = await maskOf({ 'a.eml': attached(name) });
    expect(mask(`a.eml!${name}`)).not.toMatch(/ferrand|odette|1950/i);
  });

  it.each(SUBJECTS)('the subject %s', async (subject) => {
    const mask = await maskOf({ 'a.eml': mail({ Subject: subject }) });
    expect(mask(subject)).not.toMatch(/ferrand|odette|1950|royat|14.07/i);
  });

  it('the birth date that a subject says in words', async () => {
    const mask = await maskOf({ 'a.eml': mail({ Subject: 'Résultats, née le 14/07/1950, urgent' }) });
    expect(mask('1950-07-14')).toBe('[P1-naissance]');
  });

  it.each([
    'CR ou fiche de consultation ou de visite',
    'Suppression d’un document',
    '2 documents',
    'Re: Compte rendu d’examens biologiques du 16/03/2026',
    'IHE_XDM.zip',
    'document.pdf',
  ])('but nothing of %s', async (text) => {
    const mask = await maskOf({ 'a.eml': mail({ Subject: text }), 'b.eml': attached(text) });
    expect(mask(text)).toBe(text);
  });

  it('nor a professional of a title', async () => {
    const mask = await maskOf({
      'a.xml': cda(NAME, '<title>Lettre du Dr Odette FERRAND</title></ClinicalDocument>'),
    });
    expect(mask('Dr Odette FERRAND')).toBe('Dr Odette FERRAND');
  });
});

describe('whom a file names is hidden in its path', () => {
  it.each([
    ['a name of use', cda('<name><family>UN</family></name><name><family>FERRAND</family></name>')],
    ['a name without parts', cda('<name>FERRAND Odette</name>')],
    [
      'a guardian',
      cda(`${NAME}<guardian><guardianPerson><name><family>FERRAND</family></name></guardianPerson></guardian>`),
    ],
    [
      'an author who is a patient',
      cda(
        NAME,
        '<author><assignedAuthor><id root="1.2.250.1.213.1.4.10" extension="285076311399048"/><assignedPerson><name><family>FERRAND</family><given>ODETTE</given></name></assignedPerson></assignedAuthor></author></ClinicalDocument>',
      ),
    ],
    ['an entry that a patient signs', entry('legalAuthenticator', XCN_OF_PATIENT)],
    ['a recipient who is a patient', entry('intendedRecipient', `|${XCN_OF_PATIENT}|^^Internet^a@b.fr`)],
    ['the mother of a patient, in metadata', entry('sourcePatientInfo', 'PID-6|FERRAND^ODETTE^^^^^M')],
    ['an alias of a patient, in metadata', entry('sourcePatientInfo', 'PID-9|FERRAND^ODETTE')],
    ['a document that is cut', cda('<name><family qualifier="BR">FERRAND</family></name>', '')],
    ['HL7 with broken delimiters', 'MSH|^~|A|B\rPID|1||1^^^X||FERRAND^ODETTE||19500103\r'],
    ['an unknown JSON', { patient: { nomNaissance: 'FERRAND', prenom: 'ODETTE' } }],
    ['an unknown XML', '<dossier><patient><nom>FERRAND</nom></patient></dossier>'],
    ['a JSON that is cut', '{"resourceType":"Patient","name":[{"family":"FERRAND"}]'],
    ['FHIR, a name as a text', { resourceType: 'Patient', name: [{ text: 'Mme Odette FERRAND' }] }],
    ['FHIR, a reference', { resourceType: 'Task', requester: { reference: 'Patient/1', display: 'Odette FERRAND' } }],
    ['FHIR, a contact', { resourceType: 'Patient', contact: [{ name: { family: 'FERRAND' } }] }],
    [
      'a query by name',
      '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><PRPA_IN201305UV02 xmlns="urn:hl7-org:v3"><livingSubjectName><value><family>FERRAND</family></value></livingSubjectName></PRPA_IN201305UV02></s:Body></s:Envelope>',
    ],
    [
      'the name beside an address',
      'From: a@b.fr\r\nTo: =?utf-8?Q?Odette_FERRAND?= <285076311399049@patient.mssante.fr>\r\nDate: Mon, 1 Jan 2026 10:00:00 +0100\r\n\r\nx',
    ],
    ['the name beside a private address', mail({ From: 'Odette FERRAND <o@gmail.com>' })],
    ['a receipt that is asked of a name', mail({ 'Disposition-Notification-To': 'Odette FERRAND' })],
    ['a field of yes or no', mail({ 'X-MSS-INS': 'FERRAND Odette 14/07/1950' })],
    ['a title', cda(NAME, '<title>CR de Mme Odette Ferrand</title></ClinicalDocument>')],
    [
      'a message that tells of a mail',
      'MSH|^~\\&|A|B\rOBX|2|ED|1@a.fr^XDM/1.0/DDM+CR FERRAND Odette 14/07/1950||^text^^Base64^QQ==\r',
    ],
    [
      'a receipt of an error',
      'From: a@b.fr\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Type: message/disposition-notification\r\n\r\nFinal-Recipient: rfc822;a@b.fr\r\nDisposition: automatic-action/MDN-sent-automatically;processed/error\r\nError: Patient FERRAND Odette inconnu\r\n--b--\r\n',
    ],
  ])('%s', async (_, content) => {
    const mask = await maskOf({ 'some.file': content });
    expect(mask('CR_ferrand_2026.xml!ferrand-odette.pdf')).not.toMatch(/ferrand/i);
  });

  it('a birth date among other words', async () => {
    const mask = await maskOf({ 'a.xml': cda(NAME).replace('value="19850714"', 'value="le 14/07/1985 à 8 h"') });
    expect(mask('14/07/1985, 1985-07-14')).toBe('[P1-naissance], [P1-naissance]');
  });

  it('an id that a server made of a name', async () => {
    const mask = await maskOf({ 'a.json': { resourceType: 'Patient', id: 'ferrand-odette' } });
    expect(mask('bundle.json!https://x/Patient/ferrand-odette')).toBe('bundle.json!https://x/Patient/[P1-id]');
  });

  it('but a professional is not', async () => {
    const signed = await maskOf({
      'a.xml': entry('legalAuthenticator', '899700100011^FERRAND^ODETTE^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS'),
    });
    expect(signed('ferrand.xml')).toBe('ferrand.xml');
    const mask = await maskOf({
      'a.json': { resourceType: 'Task', owner: { reference: 'Practitioner/1', display: 'Dr FERRAND' } },
    });
    expect(mask('ferrand.json')).toBe('ferrand.json');
  });
});

describe('what opens something is hidden', async () => {
  const header = (name: string, value: string) => ({ name, value });
  const mask = await maskOf({
    'k.json': { keys: [{ kty: 'RSA', n: 'abcd', e: 'AQAB', d: 'privatepartofkey' }] },
    't.json': { access_token: 'opaque.secret/token==', refresh_token: 'r3fresh-opaque-token' },
    'h.har': {
      log: {
        version: '1.2',
        creator: { name: 'x', version: '1' },
        entries: [
          {
            startedDateTime: '2026-01-01T00:00:00Z',
            request: {
              method: 'POST',
              url: 'https://u:motdepasse1@x.fr/a?code=zzcode99zz',
              headers: [
                header('Authorization', 'Basic dXNlcjpwYXNzd29yZDEyMw=='),
                header('Cookie', 'SID=abcd1234efgh; lang=francais'),
              ],
              postData: {
                mimeType: 'application/x-www-form-urlencoded',
                text: 'refresh_token=rtrtrtrt1&client_secret=shhhhh123',
              },
            },
            response: {
              status: 200,
              headers: [header('Set-Cookie', 'JSESSIONID=9988776655aa; Path=/')],
              content: { mimeType: 'application/json', text: '{"access_token":"opq-5566778899"}' },
            },
          },
        ],
      },
    },
    's.xml':
      '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header><Password>motsoap12</Password></s:Header><s:Body><a/></s:Body></s:Envelope>',
  });
  it.each([
    'privatepartofkey',
    'opaque.secret/token==',
    'r3fresh-opaque-token',
    'motdepasse1',
    'zzcode99zz',
    'dXNlcjpwYXNzd29yZDEyMw==',
    'password123',
    'abcd1234efgh',
    'rtrtrtrt1',
    'shhhhh123',
    '9988776655aa',
    'opq-5566778899',
    'motsoap12',
  ])('wherever it stands: %s', (secret) => {
    expect(mask(`a ${secret}/b.xml`)).toBe('a [jeton]/b.xml');
  });

  it.each([
    'Authorization: Bearer seekret',
    'Cookie: a=seekret',
    'Bearer seekret-1234567',
    'https://a:seekret@c.fr/x',
    'https://c.fr/x?code=seekret',
    'https://c.fr/#access_token=seekret',
    'code=seekret&grant=2',
    '{"password":"seekret"}',
    'mot de passe : seekret',
    'eyJhbGciOiJSU0EifQ.aaaa.bbbb.cccc.seekret',
    '-----BEGIN PRIVATE KEY-----\nseekret\n-----END PRIVATE KEY-----',
  ])('by its form: %s', (text) => {
    expect(mask(text)).toContain('[jeton]');
    expect(mask(text)).not.toContain('seekret');
  });

  it('but no word of a setting', () => {
    expect(mask('lang=francais')).toBe('lang=francais');
  });
});

it('the reason of a reader is ours, whatever the patients are called', async () => {
  const { maskArgs } = await import('../../src/report/findings.js');
  const mask = await maskOf({ 'a.xml': cda('<name><family>LIBRARY</family></name>') });
  const args = maskArgs({ reason: 'no-library', entry: 'library.xml' }, mask, { reason: { 'no-library': '…' } });
  expect(args).toEqual({ reason: 'no-library', entry: '[P1-nom].xml' });
});

it('the keys of a table of people are not quoted', async () => {
  const { artifact } = await read({
    path: 'a',
    bytes: Buffer.from('{"VASSEUR Lucette":1,"285076311399048":2,"nom":3}'),
    declared: {},
  });
  expect(artifact?.content).toMatchObject({ args: { keys: '…, …, nom' } });
});

it('the first row of a table of people is no header', async () => {
  const bytes = Buffer.from('FERRAND;ODETTE;14/07/1950\nPETIT;JEAN;15/07/1950\n');
  const declared = { delimiter: ';', columns: { patient: 'Dossier' } } as const;
  const { unreadable } = await read({ path: 'a.csv', bytes, declared });
  expect(unreadable[0]?.problems[0]?.args.columns).toBe('1, 2, 3');
});

it('hides as many times as many patients in as many times longer', () => {
  const seconds = (count: number): number => {
    const identities = new Identities();
    const letters = (rank: number): string => [...String(rank)].map((each) => 'BCDFGHJKLM'[Number(each)]).join('A');
    const person = (rank: number) => ({
      names: [`${letters(rank)}-MARTIN`],
      givens: [`MARIE ${letters(rank * 3)}`],
      birthDates: ['19850714'],
      ins: [`${285070000000000 + rank}`],
    });
    const people = Array.from({ length: count }, (_, rank) => person(rank + 10_000));
    const lost = { path: '', containers: [], kind: 'other', sha256: '', bytes: 0, declared: {}, problems: [] } as const;
    identities.addUnreadable({ ...lost, people });
    const mask = identities.mask(NOTHING_DECLARED);
    const start = performance.now();
    for (const each of people) mask(`2 14 1985/${each.names[0]}_Marie/id[1]/L╔${each.names[0]}.xml`);
    return (performance.now() - start) / 1000;
  };
  seconds(200);
  const once = seconds(1000);
  expect(seconds(4000)).toBeLessThan(Math.max(4 * once * 2.5, 2));
});
