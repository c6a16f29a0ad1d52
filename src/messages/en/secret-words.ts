import type { secretWords as fr } from '../fr/secret-words.js';
import type { SameKeys } from '../same-keys.js';

/** What opens something. */
export const secretWords: SameKeys<typeof fr> = {
  token: 'token',
  'refresh-token': 'refresh token',
  cookie: 'cookie',
  password: 'password',
  'client-secret': 'client secret',
  'private-key': 'private key',
};
