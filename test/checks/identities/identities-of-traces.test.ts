import { expect, test } from 'vitest';
import { insCode } from '../../../fixtures/make/datamatrix.js';
import { patients } from '../../../fixtures/make/patients.js';
import { read } from '../../../src/artifacts/read.js';
import { identitiesOf } from '../../../src/checks/identities/identities-of.js';
import { traitsOf } from '../../../src/checks/identities/told-identity.js';
import { writtenMatricules } from '../../../src/checks/identities/written-matricules.js';

const MATRICULE = patients.alpha.ins?.matricule ?? '';
const OID = '1.2.250.1.213.1.4.10';

async function told(path: string, text: string) {
  const { artifact } = await read({ path, bytes: Buffer.from(text), declared: {} });
  return artifact ? identitiesOf(artifact) : [];
}

test('a datamatrix INS tells its patient, field by field', async () => {
  const [identity, ...more] = await told('code.txt', insCode());
  expect(more).toEqual([]);
  expect(identity && traitsOf(identity)).toEqual({
    matricule: MATRICULE,
    oid: OID,
    birthName: 'TEST-ALPHA',
    givenList: 'CAMILLE LOUISE ANNE',
    sex: 'F',
    birthDate: '14-07-1985',
    birthPlace: '63113',
  });
  expect(identity?.matricules[0]?.at).toEqual({ line: 1, column: 29, path: 'S1' });
});

test('a 2D-Doc tells nobody', async () => {
  expect(await told('code.txt', `DC03FR0000011E7C1E7C070143TEST\x1d\x1f${'A7'.repeat(50)}`)).toEqual([]);
});

test('searches of a capture ask about a patient, in an address or in a form', async () => {
  const search = `identifier=${encodeURIComponent(`urn:oid:${OID}|${MATRICULE}`)}`;
  const identities = await told(
    'http.log',
    [
      `GET /fhir/Patient?${search} HTTP/1.1`,
      'Host: serveur.example',
      '',
      'HTTP/1.1 200 OK',
      '',
      'POST /fhir/Patient/_search HTTP/1.1',
      'Host: serveur.example',
      'Content-Type: application/x-www-form-urlencoded',
      '',
      search,
      '',
      'GET /fhir/Patient?identifier=urn:oid:2.999.1.1|10001 HTTP/1.1',
      'Host: serveur.example',
      '',
      '',
    ].join('\n'),
  );
  expect(identities.map((each) => ({ ...traitsOf(each), asked: each.asked, line: each.at.line }))).toEqual([
    { matricule: MATRICULE, oid: OID, asked: true, line: 1 },
    { matricule: MATRICULE, oid: OID, asked: true, line: 10 },
  ]);
});

test('a trace names each matricule once, and a masked one not at all', async () => {
  const identities = await told(
    'trace.csv',
    [
      'date;message',
      `2026-03-16T09:00:00Z;"Envoi pour ${MATRICULE}^^^&${OID}&ISO^NH"`,
      `2026-03-16T09:00:01Z;"Appel urn:oid:${OID}|${MATRICULE}"`,
      `2026-03-16T09:00:02Z;"Appel urn:oid:${OID}|2850763*****"`,
      `2026-03-16T09:00:03Z;"Dossier ${MATRICULE}"`,
      '',
    ].join('\n'),
  );
  expect(identities.map(traitsOf)).toEqual([{ matricule: MATRICULE, oid: OID }]);
  expect(identities[0]?.at).toMatchObject({ line: 2, path: 'message' });
});

test.each([
  [`${MATRICULE}^^^&${OID}&ISO^NH`, 1],
  [`${MATRICULE}^^^&amp;${OID}&amp;ISO^NH`, 1],
  [`${MATRICULE}^^^ASIP-SANTE-INS-NIR&${OID}&ISO^INS`, 1],
  [`urn%3Aoid%3A${OID}%7C${MATRICULE}`, 1],
  [`urn:oid:${OID}|${MATRICULE},urn:oid:${OID}|999`, 2],
  [`urn:oid:1.2.250.1.213.1.4.100|${MATRICULE}`, 0],
  [`10001^^^&2.999.1.1&ISO^PI ${OID}`, 0],
])('%s tells %i matricules', (text, count) => {
  expect(writtenMatricules(text)).toHaveLength(count);
});
