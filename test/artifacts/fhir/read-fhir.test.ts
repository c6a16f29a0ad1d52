import { describe, expect, it } from 'vitest';
import { artifactFiles } from '../../../fixtures/make/artifacts/artifact-files.js';
import { type Artifact, withContents } from '../../../src/artifacts/artifact.js';
import { LIMITS, type Limits } from '../../../src/artifacts/limits.js';
import { read } from '../../../src/artifacts/read.js';
import { evaluateFhirPath } from '../../../src/engine/languages/fhirpath.js';

const readText = (text: string, limits: Limits = LIMITS) =>
  read({ path: 'a', bytes: Buffer.from(text), declared: {} }, limits);

async function example(path: string): Promise<{ artifact: Artifact<'fhir'>; text: string }> {
  const bytes = artifactFiles().find((file) => file.path === path)?.bytes ?? Buffer.of();
  const text = Buffer.from(bytes).toString('utf8');
  const { artifact } = await readText(text);
  if (artifact?.kind !== 'fhir') throw new Error(`${path} is no FHIR`);
  return { artifact, text };
}

describe('a resource', () => {
  it.each(['fhir/patient.json', 'fhir/patient.xml'])('says what it is: %s', async (path) => {
    const { artifact } = await example(path);
    expect(artifact.content).toMatchObject({
      format: path.split('.')[1],
      resourceType: 'Patient',
      id: 'alpha',
      profiles: ['https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-ins'],
    });
  });

  it('in XML has its JSON form, and FHIRPath runs on it', async () => {
    const { artifact } = await example('fhir/patient.xml');
    const { json } = artifact.content;
    expect(json.value).toMatchObject({
      resourceType: 'Patient',
      text: { status: 'generated', div: expect.stringMatching(/^<div xmlns=.*<br\/>CAMILLE<\/p><\/div>$/) },
      contained: [{ resourceType: 'Organization', id: 'cabinet' }],
      active: true,
      identifier: [{ use: 'official' }],
      name: [{ given: ['CAMILLE', 'LOUISE'], _given: [null, { extension: [{ valueCode: 'masked' }] }] }],
      birthDate: '1985-07-14',
      _birthDate: { id: 'naissance' },
      multipleBirthInteger: 2,
      managingOrganization: { reference: '#cabinet' },
    });
    expect(evaluateFhirPath(json, undefined, "name.given.first() = 'CAMILLE' and active").failures).toEqual([]);
    expect(evaluateFhirPath(json, 'contained', "name = 'x'").failures).toMatchObject([
      { line: 12, path: '/Patient/contained/Organization' },
    ]);
  });

  it('in XML is pointed at in the XML', async () => {
    const { artifact, text } = await example('fhir/patient.xml');
    const { json } = artifact.content;
    const at = (...path: (string | number)[]) => {
      const { line = 0, column = 0, path: shown } = json.locate(path);
      return `${text.split('\n')[line - 1]?.slice(column - 1)} ${shown}`;
    };
    expect(at('birthDate')).toBe('<birthDate id="naissance" value="1985-07-14"/> /Patient/birthDate');
    expect(at('_birthDate', 'id')).toBe('id="naissance" value="1985-07-14"/> /Patient/birthDate/@id');
    expect(at('name', 0, 'given', 1)).toBe('<given value="LOUISE"> /Patient/name/given[2]');
    expect(at('contained', 0, 'name')).toContain('/Patient/contained/Organization/name');
    expect(at('name', 3, 'given')).toContain('/Patient/name');
    expect(json.sourceOf(['birthDate'])).toBe('1985-07-14');
    expect(json.sourceOf(['contained', 0])).toMatch(/^<Organization>[\s\S]*<\/Organization>$/);
    expect(json.sourceOf(['absent'])).toBeUndefined();
  });

  it('in XML keeps what is not as its type wants', async () => {
    const { artifact } = await readText(
      '<Observation xmlns="http://hl7.org/fhir" xmlns:x="urn:x"><x:y/><valueQuantity><value value="1.10"/></valueQuantity>' +
        '<component><valueBoolean value="oui"/></component><foreign><a value="1"/></foreign><foo value="b"/><foo value="c"/>' +
        '<code><text><extension url="e"/></text></code><contained/></Observation>',
    );
    if (artifact?.kind !== 'fhir') throw new Error();
    const { json } = artifact.content;
    expect(json.value).toEqual({
      resourceType: 'Observation',
      valueQuantity: { value: 1.1 },
      component: [{ valueBoolean: 'oui' }],
      foreign: { a: '1' },
      foo: ['b', 'c'],
      code: { _text: { extension: [{ url: 'e' }] } },
      contained: [{}],
    });
    expect(json.sourceOf(['valueQuantity', 'value'])).toBe('1.10');
  });
});

describe('a Bundle', () => {
  it.each(['fhir/bundle.json', 'fhir/bundle.xml'])(
    'gives its entries, pointed at in its own file: %s',
    async (path) => {
      const { artifact, text } = await example(path);
      const all = [...withContents<Artifact>(artifact)].map((each) => `${each.kind} ${each.path.slice(2)}`);
      expect(all.slice(1)).toEqual([
        'fhir urn:uuid:5b1c2f34-1111-4a6b-8c2d-000000000001',
        'fhir entry[1]',
        'fhir urn:uuid:5b1c2f34-1111-4a6b-8c2d-000000000002',
        'pdf urn:uuid:5b1c2f34-1111-4a6b-8c2d-000000000002!data',
      ]);
      const reference = artifact.children[1];
      if (reference?.kind !== 'fhir') throw new Error();
      const { line = 0, path: shown } = reference.content.json.locate(['content', 0, 'attachment', 'contentType']);
      expect(text.split('\n')[line - 1]).toContain('application/pdf');
      expect(shown).toMatch(/entry\[[12]\].*contentType$/);
      expect(text).toContain(reference.content.json.sourceOf(['status']));
    },
  );

  it('names an attachment that is not base64, and reads the rest', async () => {
    const { artifact, unreadable } = await readText(
      '{"resourceType": "DocumentReference", "content": [\n{"attachment": {"contentType": "a/b", "data": "A*=="}},' +
        '{"attachment": {"contentType": "text/plain", "data": "Qm9u\\nam91cg=="}}, {"attachment": {"contentType": "a/b", "data": ""}}]}',
    );
    expect(artifact?.children.map((child) => `${child.kind} ${child.path}`)).toEqual(['other a!content[1].attachment']);
    expect(unreadable).toMatchObject([
      {
        path: 'a!content[0].attachment',
        problems: [
          {
            code: 'read/fhir',
            args: { reason: 'attachment-not-base64' },
            location: { line: 2, path: '$.content[0].attachment.data' },
          },
        ],
      },
    ]);
  });

  it('does not go deeper than the limit, nor wider', async () => {
    const nested = (depth: number): unknown => ({
      resourceType: 'Bundle',
      entry: depth ? [{ resource: nested(depth - 1) }, { resource: { id: 'none' } }, null] : 'none',
    });
    const reading = await readText(JSON.stringify(nested(8)));
    expect(reading.artifact && [...withContents(reading.artifact)]).toHaveLength(LIMITS.nesting + 1);
    expect(reading.unreadable.map(({ problems }) => problems[0]?.code)).toEqual(['read/nesting']);
    const wide = JSON.stringify({
      resourceType: 'Bundle',
      entry: Array(4).fill({ resource: { resourceType: 'Basic' } }),
    });
    expect((await readText(wide, { ...LIMITS, contained: 3 })).unreadable).toMatchObject([
      { problems: [{ args: { limit: 'contained', actual: 4 } }] },
    ]);
  });
});

it('a resource a line is an entry of a collection, pointed at by its line', async () => {
  const { artifact } = await example('fhir/patients.ndjson');
  expect(artifact.content).toMatchObject({ format: 'ndjson', resourceType: 'Bundle' });
  const second = artifact.children[1];
  if (second?.kind !== 'fhir') throw new Error();
  expect(second.content).toMatchObject({ format: 'json', resourceType: 'Patient', id: 'charlie' });
  expect(second.content.json.locate(['name', 0, 'family'])).toMatchObject({ line: 2, path: '$.name[0].family' });
  expect(second.content.json.sourceOf(['id'])).toBe('"charlie"');
  expect(artifact.content.json.locate([])).toMatchObject({ line: 1, column: 1 });
});
