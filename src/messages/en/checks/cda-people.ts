import type { CheckTexts } from '../../check-texts.js';

export const cdaPeople = {} satisfies Record<string, CheckTexts>;
