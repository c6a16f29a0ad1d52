// @ts-check
/**
 * The official samples that rules are measured on. They are an extra: get them from their source, and name their folder in the environment.
 *
 * @typedef {object} Corpus
 * @property {string} corpus as rules name it in `samples`
 * @property {string} source who publishes it, and where
 * @property {string} variable of the environment
 * @property {RegExp} wanted paths of the samples, from the folder
 */

/** @type {readonly Corpus[]} */
export const CORPORA = [
  {
    corpus: 'TestContenuCDA-3-0',
    source: 'CDA documents of the ANS, github.com/ansforge/TestContenuCDA-3-0',
    variable: 'SEGUR_SAMPLES_CDA',
    wanted: /ExemplesCDA\/[^/]+\.xml$/i,
  },
  {
    corpus: 'interop-exemples-xdm',
    source: 'IHE_XDM archives of the ANS, github.com/ansforge/interop-exemples-xdm',
    variable: 'SEGUR_SAMPLES_XDM',
    wanted: /\.zip$/i,
  },
  {
    corpus: 'hl7V2-exemples',
    source: 'HL7v2 messages of the ANS, github.com/ansforge/hl7V2-exemples',
    variable: 'SEGUR_SAMPLES_HL7',
    wanted: /\.(?:hl7|er7)$|\/Message metier [^./]+$/i,
  },
  {
    corpus: 'DMP_LPS Exemple de messages v02.05.00',
    source: 'messages to the DMP, in the editors’ kit of the GIE SESAM-Vitale',
    variable: 'SEGUR_SAMPLES_DMP',
    wanted: /\.xml$/i,
  },
];
