import type { CheckTexts } from '../../check-texts.js';

export const fhirPdsm = {} satisfies Record<string, CheckTexts>;
