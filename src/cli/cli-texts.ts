import type { Language } from '../messages/fill.js';
import type { UsageTexts } from './usage-message.js';

/** Words of the commands, one language only. */
export async function cliTexts(language: Language): Promise<UsageTexts> {
  return language === 'fr' ? import('../messages/fr/cli.js') : import('../messages/en/cli.js');
}
