import { describe, expect, it } from 'vitest';
import { readXdsMetadata } from '../../src/artifacts/xds-metadata.js';
import { parseXmlText } from '../../src/artifacts/xml/parse.js';

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

it('reads metadata that hold nothing', () => {
  expect(readXdsMetadata(parseXmlText('<a/>'))).toMatchObject({
    submissionSet: undefined,
    documentEntries: [],
    associations: [],
  });
});
