import { type Alteration, alterationsOf } from './alteration.js';

/** The exchange of the token of Pro Santé Connect for that of an API, and the calls of this API. */
export const EXCHANGES: readonly Alteration[] = [
  ...alterationsOf(
    'psc-api',
    'har',
    ['&scope=dmp+ordonnance-numerique', '', 'psc/token-exchange'],
    ['subject_token={access-token}', 'subject_token={id-token}', 'psc/token-exchange'],
    ['subject_token={access-token}&', '', 'psc/token-exchange'],
    ['token-type%3Aaccess_token&scope', 'token-type%3Asaml2&scope', 'psc/token-exchange'],
    ['"url": "https://as.donnees-sante', '"url": "http://as.donnees-sante', 'psc/token-exchange'],
    [
      'prescriptions?etat=active",\n      "headers": [\n        {\n          "name": "Authorization",\n          "value": "Bearer {api-token}"',
      'prescriptions?etat=active",\n      "headers": [\n        {\n          "name": "Authorization",\n          "value": "{api-token}"',
      'psc/api-call',
    ],
    ['"expires_in": 3600', '"expires_in": 86400', 'psc/token-exchange'],
    ['2026-03-16T10:30:20.000+01:00', '2026-03-16T10:35:20.000+01:00', 'psc/token-exchange'],
    [
      '"url": "https://api.donnees-sante.example.org/ordonnance',
      '"url": "http://api.donnees-sante.example.org/ordonnance',
      'psc/api-call',
    ],
    ['prescriptions?etat=active', 'prescriptions?access_token={api-token}', 'psc/api-call'],
  ),
  ...alterationsOf(
    'psc-api',
    'api-token',
    [
      '"cnf": {\n    "x5t#S256": "uwdcZjiK4sueZN4Eq7hiTVw__fRDIxx-qLalf1ao9hA"\n  }',
      '"client": "exemple"',
      'psc/api-token',
    ],
    ['uwdcZjiK4sueZN4Eq7hiTVw__fRDIxx-qLalf1ao9hA', 'uwdcZjiK4sue', 'psc/api-token'],
    ['"sub": "899700100011"', '"sub": "899700100029"', 'psc/api-token'],
    ['"exp": 1773657020', '"exp": 1773650000', 'dmp/psc-user', 'psc/api-token'],
  ),
];
