import type { CheckTexts } from '../../check-texts.js';

export const dmpTraces = {} satisfies Record<string, CheckTexts>;
