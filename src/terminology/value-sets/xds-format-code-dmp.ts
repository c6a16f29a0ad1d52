import { valueSet } from '../value-set.js';

/** Technical format of a document of the DMP: its volet. */
export const XDS_FORMAT_CODE_DMP = valueSet({
  oid: '1.2.250.1.213.1.1.5.8',
  name: 'JDV_J60-FormatCode-DMP',
  version: '2024-09-27',
  source: 'ANS, nomenclatures des objets de santé (NOS), IG-terminologie-de-sante v1.12',
  codes: {
    '1.2.250.1.213.1.1.4.2.282': `
      urn:ans:ci-sis:bio-ep-bio:2022 urn:ans:ci-sis:img-da:2022 urn:ans:ci-sis:cse-mde:2023 urn:ans:ci-sis:trod:2024
      urn:asipSante:modelesHorsProfils:2011 urn:asip:ci-sis:aunv:2013 urn:asip:ci-sis:avk:2009
      urn:asip:ci-sis:crgm:2018 urn:asip:ci-sis:crrtn:2013 urn:asip:ci-sis:cse-cs24:2017
      urn:asip:ci-sis:cse-cs8:2017 urn:asip:ci-sis:cse-cs9:2017 urn:asip:ci-sis:d2lm-fidd:2017
      urn:asip:ci-sis:d2lm-fin:2017 urn:asip:ci-sis:dci:2009 urn:asip:ci-sis:dlu:2015 urn:asip:ci-sis:eunv:2013
      urn:asip:ci-sis:fludr:2017 urn:asip:ci-sis:fludt:2017 urn:asip:ci-sis:frcp:2011 urn:asip:ci-sis:hr:2019
      urn:asip:ci-sis:idap:2011 urn:asip:ci-sis:ldl-ees:2017 urn:asip:ci-sis:ldl-ses:2017 urn:asip:ci-sis:pavc:2016
      urn:asip:ci-sis:pps-cancer:2017 urn:asip:ci-sis:pps-paerpa:2017 urn:asip:ci-sis:ppv:2009
      urn:asip:ci-sis:psc:2009 urn:asip:ci-sis:sdm-mr:2017 urn:asip:ci-sis:sunv:2013 urn:asip:ci-sis:tap:2009
      urn:asip:ci-sis:vac:2019 urn:asip:ci-sis:vsm:2012 urn:asip:ci-sis:cr-cpa:2020 urn:asip:ci-sis:cr-anest:2020
      urn:asip:ci-sis:tlm-da:2020 urn:asip:ci-sis:vac-note:2021 urn:asip:ci-sis:obp-sap:2023
      urn:asip:ci-sis:obp-snm:2023 urn:asip:ci-sis:obp-sne:2023 urn:asip:ci-sis:obp-scm:2023
      urn:asip:ci-sis:obp-sem:2023 urn:asip:ci-sis:ppp:2023 urn:asip:ci-sis:ft-su:2024 urn:asip:ci-sis:fr-su:2024
      urn:asip:ci-sis:dlu:2024`,
    '1.3.6.1.4.1.19376.1.2.3': `
      urn:ihe:iti:dsg:detached:2014 urn:ihe:iti:xds-sd:pdf:2008 urn:ihe:iti:xds-sd:text:2008 urn:ihe:pharm:dis:2010
      urn:ihe:iti-fr:xds-sd:jpeg:2010 urn:ihe:iti-fr:xds-sd:rtf:2010 urn:ihe:iti-fr:xds-sd:tiff:2010
      urn:ihe:lab:xd-lab:2008 urn:ihe:palm:apsr:2016 urn:ihe:pcc:ips:2020 urn:ihe:pharm:pre:2010
      urn:ihe:eyecare:geneyeevalcn:2014 urn:ihe:rad:CDA:ImagingReportStructuredHeadings:2013`,
    '1.2.840.10008.2.6.1': '1.2.840.10008.5.1.4.1.1.88.59',
    URN: 'http://www.w3.org/2000/09/xmldsig#',
  },
});
