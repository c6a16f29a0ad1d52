import type { CheckTexts } from '../../check-texts.js';

export const mssConnection = {} satisfies Record<string, CheckTexts>;
