import type { CheckTexts } from '../../check-texts.js';

export const insDocuments = {} satisfies Record<string, CheckTexts>;
