import { valueSet } from '../value-set.js';

/** Modalities of imaging, as DICOM codes them. */
export const MODALITE_ACQUISITION_CISIS = valueSet({
  oid: '1.2.250.1.213.1.1.5.618',
  name: 'JDV_ModaliteAcquisition_CISIS',
  version: '2021-04-19',
  source: 'ANS, TestContenuCDA-3-0, jeuxDeValeurs, copie de mars 2025',
  codes: {
    '1.2.840.10008.2.16.4': `AR BDUS BI BMD CR CT DG DMS DX ECG EEG EMG EOG EPS ES GM HD IO IVOCT IVUS KER LEN LS MG MR NM OAM OCT OP OPM OPT
      OPTBSV OPTENF OPV OSS POS PT PX RESP RF RG RTIMAGE SM SRF TG US VA XA XC`,
  },
});
