import type { CheckTexts } from '../../check-texts.js';

export const insHl7v2 = {} satisfies Record<string, CheckTexts>;
