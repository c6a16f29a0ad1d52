import type { CheckTexts } from '../../check-texts.js';

export const fhir = {} satisfies Record<string, CheckTexts>;
