// @ts-check
/**
 * The official samples that rules are measured on. They are an extra: clone the repository, and name its folder in the environment.
 *
 * @typedef {object} Corpus
 * @property {string} corpus repository of ansforge, as rules name it in `samples`
 * @property {string} variable of the environment
 * @property {RegExp} wanted paths of the samples, from the folder
 */

/** @type {readonly Corpus[]} */
export const CORPORA = [
  { corpus: 'TestContenuCDA-3-0', variable: 'SEGUR_SAMPLES_CDA', wanted: /ExemplesCDA\/[^/]+\.xml$/i },
  { corpus: 'interop-exemples-xdm', variable: 'SEGUR_SAMPLES_XDM', wanted: /\.zip$/i },
  { corpus: 'hl7V2-exemples', variable: 'SEGUR_SAMPLES_HL7', wanted: /\.(?:hl7|er7)$|\/Message metier [^./]+$/i },
];
