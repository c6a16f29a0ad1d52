/** What opens something. */
export const secretWords = {
  token: 'jeton',
  'refresh-token': 'jeton de renouvellement',
  cookie: 'cookie',
  password: 'mot de passe',
  'client-secret': 'secret du client',
  'private-key': 'clé privée',
};
