import type { CheckTexts } from '../../check-texts.js';

export const cdaHeader = {} satisfies Record<string, CheckTexts>;
