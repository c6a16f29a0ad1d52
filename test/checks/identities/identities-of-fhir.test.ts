import { expect, test } from 'vitest';
import { withContents } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import { identitiesOf } from '../../../src/checks/identities/identities-of.js';
import { traitsOf } from '../../../src/checks/identities/told-identity.js';

const CORE = 'https://hl7.fr/ig/fhir/core/StructureDefinition';
const SYSTEM = 'urn:oid:1.2.250.1.213.1.4.10';
const MATRICULE = '285076311399051';

const PATIENT = {
  resourceType: 'Patient',
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
      valueAddress: {
        extension: [{ url: `${CORE}/fr-core-address-insee-code`, valueCoding: { code: '63113' } }],
      },
    },
  ],
  identifier: [
    { use: 'old', system: SYSTEM, value: '185076311399048' },
    { use: 'official', system: SYSTEM, value: MATRICULE },
    { type: { coding: [{ code: 'NH' }] }, system: 'urn:oid:1.2.250.1.213.1.4.8', value: '285076311399051' },
    { system: 'urn:oid:2.999.1.1', value: '10001' },
    { system: SYSTEM },
  ],
  name: [
    {
      use: 'official',
      family: 'TEST-ALPHA',
      given: ['CAMILLE'],
      extension: [{ url: `${CORE}/fr-core-patient-birth-list-given-name`, valueString: 'CAMILLE LOUISE' }],
    },
    { use: 'usual', family: 'TEST-USUEL', given: ['LOU'] },
  ],
  gender: 'female',
  birthDate: '1985-07-14',
};

async function told(content: unknown) {
  const { artifact } = await read({ path: 'f.json', bytes: Buffer.from(JSON.stringify(content)), declared: {} });
  return artifact ? [...withContents(artifact)].map((each) => identitiesOf(each)) : [];
}

test('a Patient tells its matricules, its local identifiers and its traits', async () => {
  const [[identity]] = (await told(PATIENT)) as [[NonNullable<Awaited<ReturnType<typeof told>>[0]>[0]]];
  expect(identity && traitsOf(identity)).toEqual({
    matricule: MATRICULE,
    oid: SYSTEM,
    birthName: 'TEST-ALPHA',
    firstGiven: 'CAMILLE',
    givenList: 'CAMILLE LOUISE',
    sex: 'female',
    birthDate: '1985-07-14',
    birthPlace: '63113',
    usedName: 'TEST-USUEL',
    usedGiven: 'LOU',
  });
  expect(identity?.matricules.map(({ former }) => former ?? false)).toEqual([true, false]);
  expect(identity?.localIds.map(({ authority, value }) => `${authority} ${value}`)).toEqual(['2.999.1.1 10001']);
  expect(identity?.traits.firstGiven?.at.path).toBe('$.name[0].given[0]');
  expect(identity?.traits.birthPlace?.at.path).toBe('$.extension[0].valueAddress.extension[0].valueCoding.code');
});

test('a Bundle tells nothing that its entries tell', async () => {
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: PATIENT }] };
  expect((await told(bundle)).map((each) => each.length)).toEqual([0, 1]);
});

test('a contained Patient and a logical reference to a patient are told, another reference is not', async () => {
  const reference = { identifier: { system: SYSTEM, value: MATRICULE } };
  const report = {
    resourceType: 'DocumentReference',
    status: 'current',
    contained: [PATIENT],
    subject: reference,
    author: [{ type: 'Practitioner', identifier: { system: SYSTEM, value: MATRICULE } }],
    authenticator: { identifier: { system: 'urn:oid:1.2.250.1.71.4.2.1', value: '899700000000' } },
    content: [{ attachment: { url: 'x' } }],
  };
  const [own] = await told(report);
  expect(own?.map(({ at }) => at.path)).toEqual(['$.contained[0]', '$.subject']);
});

test('a reference, a condition or an address that searches for a patient tells its matricule', async () => {
  const search = `identifier=${SYSTEM}%7C${MATRICULE}`;
  const bundle = {
    resourceType: 'Bundle',
    type: 'transaction',
    link: [{ relation: 'self', url: `https://serveur.example/DocumentReference?patient.${search}` }],
    entry: [
      {
        resource: {
          resourceType: 'DocumentReference',
          subject: { reference: `Patient?identifier=${SYSTEM}|${MATRICULE}` },
          masterIdentifier: { system: 'urn:ietf:rfc:3986', value: `${SYSTEM}.99999.101` },
        },
        request: { method: 'POST', url: 'DocumentReference', ifNoneExist: search },
      },
    ],
  };
  const [own, inner] = await told(bundle);
  const seen = (each: typeof own) => each?.map(({ at, asked, matricules }) => [at.path, asked, matricules[0]?.value]);
  expect(seen(own)).toEqual([
    ['$.link[0].url', true, MATRICULE],
    ['$.entry[0].request.ifNoneExist', undefined, MATRICULE],
  ]);
  expect(seen(inner)).toEqual([['$.entry[0].resource.subject.reference', undefined, MATRICULE]]);
});

test('a Patient without an identity tells no trait', async () => {
  const [own] = await told({ resourceType: 'Patient', name: 'TEST', identifier: 'x', birthDate: ' ' });
  expect(own).toMatchObject([{ matricules: [], localIds: [], traits: {} }]);
});
