/** Why a file is not in the copy. */
export type WithheldReason =
  | 'pdf'
  | 'media'
  | 'workbook'
  | 'datamatrix'
  | 'unreadable'
  | 'binary'
  | 'charset'
  | 'signed'
  | 'encrypted'
  | 'embedded'
  | 'survivor'
  | 'changed-kind';

/** Something that can't be rewritten without a lie: the file that holds it is not copied. */
export class Withheld extends Error {
  constructor(readonly reason: WithheldReason) {
    super(reason);
    this.name = 'Withheld';
  }
}
