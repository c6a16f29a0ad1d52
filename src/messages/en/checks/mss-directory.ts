import type { CheckTexts } from '../../check-texts.js';

export const mssDirectory = {} satisfies Record<string, CheckTexts>;
