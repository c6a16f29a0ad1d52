import type { Example } from '../../define.js';
import type { MappingRule } from './mapping-rules.js';

const METADATA = { base: 'xdm', part: 'metadata' } as const;
const CDA = { base: 'xdm', part: 'cda' } as const;

const ENTRY = 'classifiedObject="urn:uuid:6bf6d7e8-472e-54e0-8e4e-2cc55f6dfef9"';
/** What follows the author of the entry, before whom the submission set has the same one. */
const CLASS = '<rim:Classification id="urn:uuid:4ecff3ad-1018-5b79-8bcd-0f187c09f423"';
const AUTHOR = 'classificationScheme="urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d"';
const INSTITUTION = `${AUTHOR} ${ENTRY} nodeRepresentation="">
        <rim:Slot name="authorInstitution"><rim:ValueList><rim:Value>Cabinet des Essais`;
const SPECIALTY = (system: string): string => `^${system}</rim:Value></rim:ValueList></rim:Slot>
      </rim:Classification>
      ${CLASS}`;
const STOP =
  '<rim:Slot name="serviceStopTime"><rim:ValueList><rim:Value>20260316082000</rim:Value></rim:ValueList></rim:Slot>';
const SIGNATORY = '<rim:Slot name="legalAuthenticator"><rim:ValueList><rim:Value>899700100011^MARTIN';
const ACT = '<serviceEvent>\n      <id root="2.999.5" extension="A20260316"/>';
const HIGH = '\n        <high value="20260316092000+0100"/>\n      </effectiveTime>\n      <performer';

const coded = (scheme: string, code: string, system: string, label: string): string =>
  `<rim:Classification id="urn:uuid:00000000-0000-4000-8000-000000000009" classificationScheme="urn:uuid:${scheme}" ${ENTRY} nodeRepresentation="${code}">
        <rim:Slot name="codingScheme"><rim:ValueList><rim:Value>${system}</rim:Value></rim:ValueList></rim:Slot>
        <rim:Name><rim:LocalizedString value="${label}"/></rim:Name>
      </rim:Classification>
      `;
const EVENT = coded('2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4', '18719-5', '2.16.840.1.113883.6.1', 'Biochimie');

const SECOND_AUTHOR = `<rim:Classification id="urn:uuid:00000000-0000-4000-8000-000000000008" ${AUTHOR} ${ENTRY} nodeRepresentation="">
        <rim:Slot name="authorPerson"><rim:ValueList><rim:Value>899700100029^BERNARD^Hugo^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS</rim:Value></rim:ValueList></rim:Slot>
      </rim:Classification>
      `;
const REFERENCE = `<rim:Slot name="urn:ihe:iti:xds:2013:referenceIdList"><rim:ValueList><rim:Value>2.999.9.1^^^^urn:ihe:iti:xds:2016:studyInstanceUID</rim:Value></rim:ValueList></rim:Slot>
      `;

/** An edit of metadata for each rule, of the document where the metadata can't tell. */
export const mappingExamples: readonly Example<MappingRule>[] = [
  { rule: 'unique-id', ...METADATA, good: '"2.999.2.20260316.1.1"', bad: '"2.999.2.20260316.1.9"' },
  { rule: 'text', ...METADATA, good: '<rim:Value>fr-FR<', bad: '<rim:Value>en-US<' },
  { rule: 'mime-type', ...METADATA, good: 'mimeType="text/xml"', bad: 'mimeType="application/xslt+xml"' },
  {
    rule: 'time',
    ...METADATA,
    good: '"creationTime"><rim:ValueList><rim:Value>20260316093000',
    bad: '"creationTime"><rim:ValueList><rim:Value>20260316103000',
  },
  { rule: 'code', ...METADATA, good: 'nodeRepresentation="11488-4"', bad: 'nodeRepresentation="11490-0"' },
  {
    rule: 'code-system',
    ...METADATA,
    good: SPECIALTY('1.2.250.1.213.1.1.4.5'),
    bad: SPECIALTY('1.2.250.1.213.1.1.4.6'),
  },
  {
    rule: 'format-code',
    ...METADATA,
    good: 'nodeRepresentation="urn:ihe:iti:xds-sd:pdf:2008"',
    bad: 'nodeRepresentation="urn:ihe:lab:xd-lab:2008"',
  },
  { rule: 'event-code', ...METADATA, good: CLASS, bad: EVENT + CLASS },
  {
    rule: 'event-code-missing',
    ...CDA,
    good: ACT,
    bad: `${ACT}\n      <code code="18719-5" displayName="Biochimie" codeSystem="2.16.840.1.113883.6.1"/>`,
  },
  { rule: 'missing', ...METADATA, good: STOP, bad: '' },
  { rule: 'unexpected', ...CDA, good: HIGH, bad: HIGH.replace(/\n.*\n/, '\n') },
  { rule: 'author-count', ...METADATA, good: CLASS, bad: SECOND_AUTHOR + CLASS },
  { rule: 'person', ...METADATA, good: SIGNATORY, bad: SIGNATORY.replace('MARTIN', 'DUBOIS') },
  { rule: 'institution', ...METADATA, good: INSTITUTION, bad: INSTITUTION.replace('Essais', 'Tests') },
  { rule: 'patient-id', ...METADATA, good: '<rim:Value>10001^^^', bad: '<rim:Value>10009^^^' },
  {
    rule: 'reference-id',
    ...METADATA,
    good: '<rim:Slot name="creationTime">',
    bad: `${REFERENCE}<rim:Slot name="creationTime">`,
  },
  {
    rule: 'file',
    base: 'soap-publish',
    part: 'metadata',
    good: '<rim:Value>{hash}</rim:Value>',
    bad: '<rim:Value>DA39A3EE5E6B4B0D3255BFEF95601890AFD80709</rim:Value>',
  },
];
