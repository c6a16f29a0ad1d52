import type { CheckTexts } from '../../check-texts.js';

export const insInsi = {} satisfies Record<string, CheckTexts>;
