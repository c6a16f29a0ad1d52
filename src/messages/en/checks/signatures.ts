import type { CheckTexts } from '../../check-texts.js';

export const signatures = {} satisfies Record<string, CheckTexts>;
