import type { CheckTexts } from '../../check-texts.js';

export const mssPlatform = {} satisfies Record<string, CheckTexts>;
