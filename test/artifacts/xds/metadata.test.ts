import { describe, expect, it } from 'vitest';
import { readXdsMetadata } from '../../../src/artifacts/xds/metadata.js';
import { parseXmlText } from '../../../src/artifacts/xml/parse.js';

const RIM = 'xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"';
const STABLE = 'urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1';
const slot = (name: string, ...values: string[]) =>
  `<rim:Slot name="${name}"><rim:ValueList>${values.map((each) => `<rim:Value>${each}</rim:Value>`).join('')}</rim:ValueList></rim:Slot>`;

const metadata = readXdsMetadata(
  parseXmlText(`<list ${RIM}>
<rim:RegistryPackage id="s"><rim:ExternalIdentifier identificationScheme="urn:uuid:96fdda7c-d067-4183-912e-bf5ee74998a8" value="1.2"/></rim:RegistryPackage>
<rim:ExtrinsicObject id="d" objectType="${STABLE}">${slot('size', ' 12\n')}${slot('sourcePatientInfo', 'PID-5|A', 'PID-7|B')}
<rim:Classification classificationScheme="urn:uuid:f0306f51-975f-434e-a61c-c59651d33983" nodeRepresentation="11488-4">${slot('codingScheme', '2.16')}<rim:Name><rim:LocalizedString value="CR"/></rim:Name></rim:Classification>
<rim:Classification classificationScheme="urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f" nodeRepresentation="N"/>
<rim:Classification classificationScheme="urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f" nodeRepresentation="R"/>
<rim:ExternalIdentifier identificationScheme="urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab"/>
</rim:ExtrinsicObject>
<rim:ExtrinsicObject id="on-demand" objectType="urn:uuid:34268e47-fdf5-41a6-ba33-82133c465248"/>
<rim:Association associationType="HasMember" sourceObject="s" targetObject="d"/>
<rim:Association/>
<Association associationType="HasMember"/>
</list>`),
);

describe('readXdsMetadata', () => {
  const [entry] = metadata.documentEntries;

  it('finds the submission set, the stable entries and the associations of ebRIM only', () => {
    expect(metadata.submissionSet?.entryUuid).toBe('s');
    expect(metadata.documentEntries.map(({ entryUuid }) => entryUuid)).toEqual(['d']);
    expect(metadata.associations.map(({ type, source, target }) => [type, source, target])).toEqual([
      ['HasMember', 's', 'd'],
      ['', '', ''],
    ]);
  });

  it('reads slots in order, without the blanks around', () => {
    expect(entry?.slot('size').map(({ value }) => value)).toEqual(['12']);
    expect(entry?.slot('sourcePatientInfo').map(({ value }) => value)).toEqual(['PID-5|A', 'PID-7|B']);
    expect(entry?.slot('hash')).toEqual([]);
  });

  it('reads identifiers by their XDS name', () => {
    expect(metadata.submissionSet?.identifier('SubmissionSet.uniqueId')?.value).toBe('1.2');
    expect(entry?.identifier('DocumentEntry.uniqueId')?.value).toBe('');
    expect(entry?.identifier('DocumentEntry.patientId')).toBeUndefined();
  });

  it('reads codes with their scheme and label', () => {
    expect(entry?.codes('typeCode')).toMatchObject([{ value: '11488-4', scheme: '2.16', label: 'CR' }]);
    expect(entry?.codes('confidentialityCode')).toMatchObject([
      { value: 'N', scheme: undefined, label: undefined },
      { value: 'R', scheme: undefined, label: undefined },
    ]);
    expect(entry?.codes('classCode')).toEqual([]);
  });

  it('points at the element that holds a value', () => {
    const [value] = entry?.slot('size') ?? [];
    expect(value && metadata.document.locate(value.node)).toMatchObject({
      line: 3,
      path: '/list/rim:ExtrinsicObject[1]/rim:Slot[1]/rim:ValueList/rim:Value',
    });
  });
});

describe('what metadata hold beside', () => {
  const FOLDER = 'urn:uuid:d9d542f3-6cc4-48b6-8870-ea235fbc94c2';
  const CLASS = 'urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a';
  const whole = readXdsMetadata(
    parseXmlText(`<rim:RegistryObjectList ${RIM}>
<rim:RegistryPackage id="f"><rim:ExternalIdentifier identificationScheme="urn:uuid:75df8f67-9973-4fbe-a900-df66cefecc5a" value="1.3"/></rim:RegistryPackage>
<rim:RegistryPackage id="s"><rim:Classification classificationScheme="urn:uuid:a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d">${slot('authorPerson', 'A')}${slot('authorRole', 'R')}</rim:Classification>
<rim:Classification classificationScheme="urn:uuid:a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d">${slot('authorInstitution', 'I')}${slot('authorSpecialty', 'S', 'T')}</rim:Classification></rim:RegistryPackage>
<rim:RegistryPackage id="s"/>
<rim:Classification classificationNode="${FOLDER}" classifiedObject="f"/>
<rim:Classification classificationScheme="${CLASS}" classifiedObject="s" nodeRepresentation="10"/>
<rim:ExtrinsicObject id="d" lid="l" status="Approved" mimeType="text/xml" objectType="${STABLE}"><rim:Name><rim:LocalizedString value="Titre"/></rim:Name><rim:Description><rim:LocalizedString/></rim:Description><rim:VersionInfo versionName="2"/>
${slot('hash', 'a')}${slot('hash', 'b')}<rim:Classification classificationScheme="urn:uuid:unknown" nodeRepresentation="?"/></rim:ExtrinsicObject>
<rim:ExtrinsicObject id="on-demand" objectType="urn:uuid:34268e47-fdf5-41a6-ba33-82133c465248"/>
<rim:ExtrinsicObject id="odd" objectType="urn:uuid:odd"/>
<rim:Association id="a" associationType="HasMember">${slot('SubmissionSetStatus', 'Original')}<rim:Classification classificationScheme="urn:uuid:abd807a3-4432-4053-87b4-fd82c643d1f3" nodeRepresentation="R"/></rim:Association>
<rim:ObjectRef id="r"/>
</rim:RegistryObjectList>`),
  );

  it('is folders, on-demand entries, other objects and references', () => {
    const ids = (objects: readonly { entryUuid: string }[]) => objects.map(({ entryUuid }) => entryUuid);
    expect(ids(whole.folders)).toEqual(['f']);
    expect(whole.folders[0]?.identifier('Folder.uniqueId')?.value).toBe('1.3');
    expect(ids(whole.submissionSets)).toEqual(['s', 's']);
    expect(ids(whole.onDemandEntries)).toEqual(['on-demand']);
    expect(ids(whole.otherObjects)).toEqual(['odd']);
    expect(whole.references.map(({ value }) => value)).toEqual(['r']);
  });

  it('is a classification that stands apart: the first object of that id has it', () => {
    expect(whole.submissionSets.map((each) => each.codes('classCode').length)).toEqual([1, 0]);
  });

  it('is every author by its slots', () => {
    const texts = (values?: readonly { value: string }[]) => values?.map(({ value }) => value);
    const [first, second] = whole.submissionSet?.authors ?? [];
    expect([texts(first?.persons), texts(first?.roles), texts(first?.institutions)]).toEqual([['A'], ['R'], []]);
    expect([texts(second?.institutions), texts(second?.specialties)]).toEqual([['I'], ['S', 'T']]);
  });

  it('is the attributes of an entry, what is twice and what is unknown included', () => {
    expect(whole.documentEntries[0]).toMatchObject({
      logicalId: 'l',
      status: 'Approved',
      mimeType: 'text/xml',
      version: '2',
      title: { value: 'Titre' },
      description: undefined,
      slots: [{ name: 'hash' }, { name: 'hash' }],
      classifications: [{ name: undefined, uuid: 'urn:uuid:unknown', value: '?' }],
    });
  });

  it('is the slots and the documentation of an association', () => {
    const [association] = whole.associations;
    expect(association?.slot('SubmissionSetStatus').map(({ value }) => value)).toEqual(['Original']);
    expect(association?.documentation).toMatchObject([{ value: 'R' }]);
  });
});

it('reads metadata that hold nothing', () => {
  expect(readXdsMetadata(parseXmlText('<a/>'))).toMatchObject({
    submissionSet: undefined,
    documentEntries: [],
    associations: [],
  });
});
