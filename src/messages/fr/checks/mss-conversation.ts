import type { CheckTexts } from '../../check-texts.js';

export const mssConversation = {} satisfies Record<string, CheckTexts>;
