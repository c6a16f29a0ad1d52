import type { CheckTexts } from '../../check-texts.js';

export const insDossier = {} satisfies Record<string, CheckTexts>;
