import type { CheckTexts } from '../../check-texts.js';

export const mssReplacement = {} satisfies Record<string, CheckTexts>;
