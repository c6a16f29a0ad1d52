import type { CheckTexts } from '../../check-texts.js';

export const dmpMessages = {} satisfies Record<string, CheckTexts>;
