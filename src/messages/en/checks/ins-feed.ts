import type { CheckTexts } from '../../check-texts.js';

export const insFeed = {} satisfies Record<string, CheckTexts>;
