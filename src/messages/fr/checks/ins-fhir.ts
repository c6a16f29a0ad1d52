import type { CheckTexts } from '../../check-texts.js';

export const insFhir = {} satisfies Record<string, CheckTexts>;
