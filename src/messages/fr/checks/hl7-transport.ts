import type { CheckTexts } from '../../check-texts.js';

export const hl7Transport = {} satisfies Record<string, CheckTexts>;
