import { valueSet } from '../value-set.js';

/** What an identifier of referenceIdList is, in the DMP. */
export const XDS_REFERENCE_ID_TYPE_DMP = valueSet({
  oid: '1.2.250.1.213.1.1.5.693',
  name: 'JDV_J231-XdsTypesIdentifiantsReferenceId-DMP',
  version: '2022-12-16',
  source: 'ANS, nomenclatures des objets de santé (NOS), jeux de valeurs de TestContenuCDA-3-0',
  codes: {
    '1.2.250.1.213.1.1.4.347': `
      urn:ihe:iti:xds:2013:accession urn:ihe:iti:xds:2013:order urn:ihe:iti:xds:2016:studyInstanceUID`,
  },
});
