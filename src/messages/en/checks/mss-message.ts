import type { CheckTexts } from '../../check-texts.js';

export const mssMessage = {} satisfies Record<string, CheckTexts>;
