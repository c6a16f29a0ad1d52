import type { report } from './fr/report.js';

/** Words of the reporters, in one language: `report` of `messages/fr/report.ts` or of `messages/en/report.ts`. */
export type ReportTexts = typeof report;
