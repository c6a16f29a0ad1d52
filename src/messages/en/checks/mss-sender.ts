import type { CheckTexts } from '../../check-texts.js';

export const mssSender = {} satisfies Record<string, CheckTexts>;
