import type { CheckTexts } from '../../check-texts.js';

export const mssTraces = {} satisfies Record<string, CheckTexts>;
