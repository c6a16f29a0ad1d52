import type { Language } from '../messages/fill.js';
import type { seal } from '../messages/fr/seal.js';
import type { SameKeys } from '../messages/same-keys.js';

export type SealTexts = SameKeys<typeof seal>;

/** Words of `seal` and `replay`, one language only. */
export async function sealTexts(language: Language): Promise<SealTexts> {
  return (await (language === 'fr' ? import('../messages/fr/seal.js') : import('../messages/en/seal.js'))).seal;
}
