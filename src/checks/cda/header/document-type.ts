import type { CdaContent } from '../../../artifacts/cda/cda.js';
import type { AnnexDocument } from '../../context.js';

/** Type code and level of a document, as annex 3 lists them; undefined for a document that lacks one of the two. */
export function documentTypeOf({ code, body }: CdaContent): AnnexDocument | undefined {
  return code?.code && body ? { code: code.code, level: body.level === 1 ? 'N1' : 'N3' } : undefined;
}
