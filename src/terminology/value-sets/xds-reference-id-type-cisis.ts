import { valueSet } from '../value-set.js';

/** What an identifier of referenceIdList is. */
export const XDS_REFERENCE_ID_TYPE_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.692',
  name: 'JDV_J197-XdsTypesIdentifiantsReferenceId-CISIS',
  version: '2022-06-24',
  source: 'ANS, nomenclatures des objets de santé (NOS), jeux de valeurs de TestContenuCDA-3-0',
  codes: {
    '1.2.250.1.213.1.1.4.347': `
      urn:ihe:iti:xds:2013:uniqueId urn:ihe:iti:xds:2013:accession urn:ihe:iti:xds:2013:referral urn:ihe:iti:xds:2013:order
      urn:ihe:iti:xdw:2013:workflowInstanceId urn:ihe:iti:xds:2016:studyInstanceUID urn:ihe:iti:xds:2015:encounterId`,
  },
});
