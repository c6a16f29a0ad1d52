import type { CheckTexts } from '../../check-texts.js';

export const dmpCoherence = {} satisfies Record<string, CheckTexts>;
