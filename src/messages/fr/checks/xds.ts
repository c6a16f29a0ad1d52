import type { CheckTexts } from '../../check-texts.js';

export const xds = {} satisfies Record<string, CheckTexts>;
