import type { CheckTexts } from '../../check-texts.js';

export const mssPdf = {} satisfies Record<string, CheckTexts>;
