import type { Alteration } from './conversation/alteration.js';
import { CORRESPONDENT_ALTERATIONS } from './conversation/correspondent-alterations.js';
import { DOCUMENT_ALTERATIONS } from './conversation/document-alterations.js';
import { EXCHANGE_ALTERATIONS } from './conversation/exchange-alterations.js';
import { FORM_ALTERATIONS } from './conversation/form-alterations.js';
import { MSS_HEADER_ALTERATIONS } from './conversation/mss-header-alterations.js';
import { REPLACEMENT_ALTERATIONS } from './conversation/replacement-alterations.js';
import { SUBJECT_ALTERATIONS } from './conversation/subject-alterations.js';

/** Single faults of the conversation, by theme. */
export const ALTERATIONS: readonly Alteration[] = [
  ...SUBJECT_ALTERATIONS,
  ...MSS_HEADER_ALTERATIONS,
  ...CORRESPONDENT_ALTERATIONS,
  ...FORM_ALTERATIONS,
  ...DOCUMENT_ALTERATIONS,
  ...EXCHANGE_ALTERATIONS,
  ...REPLACEMENT_ALTERATIONS,
];
