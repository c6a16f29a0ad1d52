/** Name of the checklist, whole and in the folder of each chapter. */
export const CHECKLIST_NAME = 'CHECKLIST.md';

/** Name of the index. */
export const INDEX_NAME = 'INDEX.csv';

/** First line of a checklist: what a deposit is recognised by. */
export const DEPOSIT_MARK = '<!-- segur-check/deposit/1 -->';
