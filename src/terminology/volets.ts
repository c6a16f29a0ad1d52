/** A model of structured documents of the CI-SIS, recognised by its template. */
export interface Volet {
  /** Template that a document of the volet claims. */
  readonly template: string;
  /** As the CI-SIS calls it: `BIO-CR-BIO`. */
  readonly name: string;
  /** XDS `formatCode` of its documents. */
  readonly formatCode: string;
  /** Type codes that its official schematron accepts; undefined when nothing sure was read. */
  readonly types: readonly string[] | undefined;
  /** Templates that its official schematron wants beside. */
  readonly companions: readonly string[];
}

/** Date of the copy of ASS_A11. */
export const VOLETS_VERSION = '2026-06-29';

/** The newest version of a volet whose schematron was read: what a newer one wants is not known. */
export const NEWEST_VOLET_READ = '2025.01';

/** Base of the volets' own templates. */
const CI_SIS_VOLET = '1.2.250.1.213.1.1.1.';

/** Template of IHE Anatomic Pathology, then of each organ. */
const APSR = '1.3.6.1.4.1.19376.1.8.1.1.';

const MEDICAL_SUMMARY = '1.3.6.1.4.1.19376.1.5.3.1.1.1';
const IMMUNIZATION = '1.3.6.1.4.1.19376.1.5.3.1.1.18.1.2';
const LABORATORY = '1.3.6.1.4.1.19376.1.3.3';
const DICOM = '1.2.840.10008.9.';

/**
 * Template (after `CI_SIS_VOLET` unless it is whole), name, formatCode (after `urn:`), type codes, companions.
 * Templates and formatCodes: ASS_A11-CorresModeleCDA-XdsFormatCode-CISIS (1.2.250.1.213.1.1.4.331) of 29 June 2026; those of volets 59 to 62, which
 * that copy lacks, of 26 July 2024. Type codes and companions: the volets' schematrons of TestContenuCDA-3-0, March 2025.
 */
const ROWS: readonly (readonly [string, string, string, string?, string?])[] = [
  ['2.1.1', 'CARD-F-PRC-AVK', 'asip:ci-sis:avk:2009', '34133-9'],
  ['2.1.2', 'CARD-F-PRC-TAP', 'asip:ci-sis:tap:2009', '34133-9'],
  ['2.1.3', 'CARD-F-PRC-DCI', 'asip:ci-sis:dci:2009', '34133-9'],
  ['2.1.4', 'CARD-F-PRC-PSC', 'asip:ci-sis:psc:2009', '34133-9'],
  ['2.1.5', 'CARD-F-PRC-PPV', 'asip:ci-sis:ppv:2009', '34133-9'],
  ['5.1', 'CSE-CS8', 'asip:ci-sis:cse-cs8:2017', 'CERT_DECL', `${CI_SIS_VOLET}5 1.3.6.1.4.1.19376.1.7.3.1.1.13.1`],
  ['5.2', 'CSE-CS9', 'asip:ci-sis:cse-cs9:2017', 'CERT_DECL', `${CI_SIS_VOLET}5`],
  ['5.3', 'CSE-CS24', 'asip:ci-sis:cse-cs24:2017', 'CERT_DECL', `${CI_SIS_VOLET}5`],
  ['5.4', 'CSE-MDE', 'ans:ci-sis:cse-mde:2023'],
  ['8', 'CANCER-FRCP', 'asip:ci-sis:frcp:2011'],
  ['9', 'IDAP', 'asip:ci-sis:idap:2011'],
  ['10', 'CVA', 'asip:ci-sis:cva:2017'],
  ['12.1', 'OBP-SAP', 'asip:ci-sis:obp-sap:2023', '57055-6'],
  ['12.2', 'OBP-SNM', 'asip:ci-sis:obp-snm:2023', '57057-2'],
  ['12.3', 'OBP-SNE', 'asip:ci-sis:obp-sne:2023', '57075-4'],
  ['12.4', 'OBP-SCM', 'asip:ci-sis:obp-scm:2023', '89235-6'],
  ['12.5', 'OBP-SEM', 'asip:ci-sis:obp-sem:2023', '78489-2'],
  // 60591-5 too: so is the catalogue of content models of the official samples, which claims this volet.
  ['13', 'VSM', 'asip:ci-sis:vsm:2012', 'SYNTH 60591-5'],
  ['15', 'AVC-AUNV', 'asip:ci-sis:aunv:2013', '34133-9'],
  ['16', 'AVC-EUNV', 'asip:ci-sis:eunv:2013', '34133-9'],
  ['17', 'AVC-SUNV', 'asip:ci-sis:sunv:2013', '34133-9'],
  ['18', 'OPH-CR-RTN', 'asip:ci-sis:crrtn:2013', '75492-9'],
  ['20', 'PPS-PAERPA', 'asip:ci-sis:pps-paerpa:2017'],
  ['21', 'LDL-EES', 'asip:ci-sis:ldl-ees:2017', '18761-7'],
  ['22', 'DLU-EHPAD-DLU', 'asip:ci-sis:dlu:2015', '74207-2'],
  ['23', 'DLU-EHPAD-FLUDT', 'asip:ci-sis:fludt:2017', '74207-2'],
  ['24', 'DLU-EHPAD-FLUDR', 'asip:ci-sis:fludr:2017', '74207-2'],
  ['25', 'AVC-PAVC', 'asip:ci-sis:pavc:2016', '11488-4'],
  ['26', 'CANCER-PPS', 'asip:ci-sis:pps-cancer:2017', '18776-5'],
  ['27', 'CANCER-D2LM-FIN', 'asip:ci-sis:d2lm-fin:2017', '18748-4'],
  ['28', 'CANCER-D2LM-FIDD', 'asip:ci-sis:d2lm-fidd:2017', '18748-4'],
  ['29', 'LDL-SES', 'asip:ci-sis:ldl-ses:2017', '11490-0'],
  ['30', 'SDM-MR', 'asip:ci-sis:sdm-mr:2017', '34133-9'],
  ['32', 'CANCER-CR-GM', 'asip:ci-sis:crgm:2018'],
  ['36', 'CNAM-HR', 'asip:ci-sis:hr:2019', 'REMB'],
  ['37', 'VAC', 'asip:ci-sis:vac:2019', '11369-6', IMMUNIZATION],
  ['38', 'TLM-DA', 'asip:ci-sis:tlm-da:2020', '75496-0'],
  ['39', 'EP-MED-DM', 'ihe:pharm:pre:2010', '57833-6', `${MEDICAL_SUMMARY} 1.3.6.1.4.1.19376.1.9.1.1.1`],
  ['40', 'ANEST-CR-ANEST', 'asip:ci-sis:cr-anest:2020', '77436-4'],
  ['41', 'ANEST-CR-CPA', 'asip:ci-sis:cr-cpa:2020', '34749-2'],
  ['42', 'OPH-BRE', 'ihe:eyecare:geneyeevalcn:2014'],
  ['43', 'OPH (43)', 'ihe:eyecare:geneyeevalcn:2014'],
  ['44', 'OPH (44)', 'ihe:eyecare:geneyeevalcn:2014'],
  [
    '45',
    'IMG-CR-IMG',
    'ihe:rad:CDA:ImagingReportStructuredHeadings:2013',
    '18748-4',
    `${DICOM}1 ${DICOM}20 ${DICOM}21`,
  ],
  ['46', 'VAC-NOTE', 'asip:ci-sis:vac-note:2021', '87273-9', IMMUNIZATION],
  ['47', 'IMG-DA-IMG', 'ans:ci-sis:img-da:2022', '55115-0', `${DICOM}20`],
  ['48', 'DLU-DOM-DLU', 'asip:ci-sis:dlu-dlu-dom:2022'],
  ['49', 'DLU-DOM-FLUDT', 'asip:ci-sis:dlu-fludt-dom:2022'],
  ['50', 'DLU-DOM-FLUDR', 'asip:ci-sis:dlu-fludr-dom:2022'],
  ['51', 'IPS-FR', 'ihe:pcc:ips:2020', '60591-5 74207-2'],
  ['52', 'BIO-EP-BIO', 'ans:ci-sis:bio-ep-bio:2022', 'PRESC-BIO'],
  ['54', 'eDISP-MED', 'ihe:pharm:dis:2010', '60593-1', `${MEDICAL_SUMMARY} 1.3.6.1.4.1.19376.1.9.1.1.3`],
  ['55', 'BIO-CR-BIO', 'ihe:lab:xd-lab:2008', '11502-2', LABORATORY],
  ['56', 'PPP', 'asip:ci-sis:ppp:2023'],
  ['57', 'ANAPATH-CR', 'ihe:palm:apsr:2016'],
  ['58', 'EXPORT-DUI', 'asip:ci-sis:export-dui:2023'],
  ['59', 'BIO-TROD', 'ans:ci-sis:trod:2024', '96173-0', MEDICAL_SUMMARY],
  ['60', 'DLU', 'asip:ci-sis:dlu:2024'],
  ['61', 'DLU-FT-SU', 'asip:ci-sis:ft-su:2024'],
  ['62', 'DLU-FR-SU', 'asip:ci-sis:fr-su:2024'],
  ['1.2.250.1.213.1.11.1.19.1', 'MSO-ROUGEOLE', 'ans:ci-sis:mso-rougeole:2026'],
  ['1.2.250.1.213.1.11.1.19.2', 'MSO-DENGUE', 'ans:ci-sis:mso-dengue:2026'],
  ['1.2.250.1.213.1.11.1.19.3', 'MSO-CHIKUNGUNYA', 'ans:ci-sis:mso-chikungunya:2026'],
  ['1.2.250.1.213.1.11.1.19.4', 'MSO-ZIKA', 'ans:ci-sis:mso-zika:2026'],
  ['1.2.250.1.213.1.11.1.19.5', 'MSO-WESTNILE', 'ans:ci-sis:mso-westnile:2026'],
  [LABORATORY, 'IHE XD-LAB', 'ihe:lab:xd-lab:2008'],
  [`${APSR}1`, 'IHE APSR', 'ihe:pat:apsr:all:2010'],
  ...(
    'breast colon prostate thyroid lung skin kidney cervix endometrium ovary esophagus stomach liver pancreas testis ' +
    'urinary_bladder lip_oral_cavity pharynx salivary_gland larynx'
  )
    .split(' ')
    .map((organ, rank) => [`${APSR}2.${rank + 1}`, `IHE APSR (${organ})`, `ihe:pat:apsr:${organ}:2010`] as const),
];

const VOLETS: ReadonlyMap<string, Volet> = new Map(
  ROWS.map(([arcs, name, format, types, companions]) => {
    const template = arcs.startsWith('1.') ? arcs : `${CI_SIS_VOLET}${arcs}`;
    return [
      template,
      {
        template,
        name,
        formatCode: `urn:${format}`,
        types: types?.split(' '),
        companions: companions?.split(' ') ?? [],
      },
    ];
  }),
);

/** The volet of a template; undefined for a template that names none, or one newer than our copy. */
export function voletOf(template: string | undefined): Volet | undefined {
  return VOLETS.get(template ?? '');
}

/** The template of a volet by its name, whatever its case. */
export function voletTemplate(name: string): string | undefined {
  const wanted = name.toUpperCase();
  return [...VOLETS.values()].find((each) => each.name.toUpperCase() === wanted)?.template;
}

/** XDS `formatCode` of a document of level 1, by the media type of the file that it encapsulates (ASS_A11, template of XDS-SD). */
export const LEVEL_1_FORMATS: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'urn:ihe:iti:xds-sd:pdf:2008'],
  ['text/plain', 'urn:ihe:iti:xds-sd:text:2008'],
  ['image/jpeg', 'urn:ihe:iti-fr:xds-sd:jpeg:2010'],
  ['text/rtf', 'urn:ihe:iti-fr:xds-sd:rtf:2010'],
  ['image/tiff', 'urn:ihe:iti-fr:xds-sd:tiff:2010'],
]);
