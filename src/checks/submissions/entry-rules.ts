import type { Example, Rule } from '../define.js';
import { type PeopleRule, peopleRules } from './people.js';
import { peopleExamples } from './people-examples.js';

/** The rules of a document's entry. */
export type EntryRule =
  | PeopleRule
  | 'attribute'
  | 'repeated'
  | 'date'
  | 'code-parts'
  | 'code'
  | 'scheme'
  | 'format-scheme'
  | 'format-scheme-dmp'
  | 'class-of-type'
  | 'mime-type'
  | 'language'
  | 'reference-id'
  | 'status';

/** The one sample that submits to the DMP. */
const TD2_1 = { broken: 0, of: 1, corpus: 'DMP_LPS Exemple de messages v02.05.00, TD2.1' };

const rule = (part: string, severity: Rule['severity'] = 'error', broken = 0): Rule => ({
  severity,
  mark: 'primary',
  clause: `CI-SIS, métadonnées XDS, DocumentEntry${part} ; ITI TF-3 §4.2.3.2`,
  samples: { broken, of: 110, corpus: 'interop-exemples-xdm' },
});

export const ENTRY_RULES: Readonly<Record<EntryRule, Rule>> = {
  attribute: rule(' (attributs requis)'),
  repeated: rule(' (attributs à valeur unique)'),
  date: rule(' (creationTime, serviceStartTime, serviceStopTime)'),
  'code-parts': rule(' (attributs codés)'),
  code: rule(' (jeux de valeurs)', 'warning', 5),
  scheme: rule(' (attributs codés), codingScheme'),
  // Half of the archives write another source of codes than the table: only the DMP is known to look at it.
  'format-scheme': rule('.formatCode, codingScheme', 'info', 53),
  'format-scheme-dmp': { ...rule('.formatCode, codingScheme (DMP, JDV_J60)', 'warning'), samples: TD2_1 },
  // The table wins over the five archives that differ from it: the four of obstetrics, and the N1 of imaging.
  'class-of-type': rule('.classCode (ASS_X04, ASS_X16 pour le DMP)', 'error', 5),
  'mime-type': rule('.mimeType', 'warning'),
  language: rule('.languageCode'),
  'reference-id': { ...rule('.referenceIdList', 'warning'), samples: null },
  status: { ...rule('.availabilityStatus', 'warning'), mark: 'observed' },
  ...peopleRules({ 'person-kind': 1, 'person-id': 4, 'institution-id': 1 }),
};

const ON_ENTRY = { base: 'xdm', part: 'metadata' } as const;
const CLASS = [
  'nodeRepresentation="10">',
  '<rim:Slot name="codingScheme"><rim:ValueList><rim:Value>1.2.250.1.213.1.1.4.1</rim:Value></rim:ValueList></rim:Slot>',
].join('\n        ');
const FORMAT_SCHEME = '<rim:Value>1.3.6.1.4.1.19376.1.2.3</rim:Value>';
const LANGUAGE = '<rim:Slot name="languageCode"><rim:ValueList><rim:Value>fr-FR</rim:Value></rim:ValueList></rim:Slot>';
const CREATION = '<rim:Slot name="creationTime"><rim:ValueList><rim:Value>20260316093000</rim:Value>';
const REFERENCE = '<rim:Slot name="urn:ihe:iti:xds:2013:referenceIdList"><rim:ValueList><rim:Value>';

export const ENTRY_EXAMPLES: readonly Example<EntryRule>[] = [
  { rule: 'attribute', ...ON_ENTRY, good: 'Slot name="creationTime"', bad: 'Slot name="creationtime"' },
  { rule: 'repeated', ...ON_ENTRY, good: CREATION, bad: `${CREATION}<rim:Value>20260316093000</rim:Value>` },
  { rule: 'date', ...ON_ENTRY, good: CREATION, bad: CREATION.replace('093000', '0930') },
  { rule: 'code-parts', ...ON_ENTRY, good: CLASS, bad: CLASS.replace('"codingScheme"', '"scheme"') },
  {
    rule: 'code',
    ...ON_ENTRY,
    good: 'nodeRepresentation="AMBULATOIRE"',
    bad: 'nodeRepresentation="CABINET"',
    trips: ['dmp/document-and-entry'],
  },
  { rule: 'scheme', ...ON_ENTRY, good: CLASS, bad: CLASS.replace('213.1.1.4.1', '213.1.1.4.12') },
  {
    rule: 'format-scheme',
    ...ON_ENTRY,
    good: FORMAT_SCHEME,
    bad: FORMAT_SCHEME.replace('1.3.6.1.4.1.19376.1.2.3', '1.2.250.1.213.1.1.4.2.282'),
  },
  {
    rule: 'format-scheme-dmp',
    base: 'dmp-publication',
    part: 'metadata',
    good: FORMAT_SCHEME,
    bad: FORMAT_SCHEME.replace('1.3.6.1.4.1.19376.1.2.3', '1.2.250.1.213.1.1.4.2.282'),
  },
  { rule: 'class-of-type', ...ON_ENTRY, good: CLASS, bad: CLASS.replace('"10"', '"11"') },
  { rule: 'mime-type', ...ON_ENTRY, good: 'mimeType="text/xml"', bad: 'mimeType="application/pdf"' },
  { rule: 'language', ...ON_ENTRY, good: LANGUAGE, bad: LANGUAGE.replace('fr-FR', 'fr') },
  {
    rule: 'reference-id',
    ...ON_ENTRY,
    good: LANGUAGE,
    bad: `${LANGUAGE}${REFERENCE}4021^^^&amp;2.999.4&amp;ISO^order</rim:Value></rim:ValueList></rim:Slot>`,
  },
  {
    rule: 'status',
    ...ON_ENTRY,
    good: 'StatusType:Approved">\n      <rim:Slot name="creationTime">',
    bad: 'StatusType:Deprecated">\n      <rim:Slot name="creationTime">',
  },
  ...peopleExamples('urn:uuid:6bf6d7e8-472e-54e0-8e4e-2cc55f6dfef9'),
];
