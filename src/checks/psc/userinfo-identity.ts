import { isProfessionalId } from '../../identity/national-ids.js';
import { isRpps } from '../../identity/registry-keys.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { bearerOf } from './trace/bearers.js';
import { type GivenObject, type GivenToken, type Material, materialOf, PSC_KINDS } from './trace/material.js';
import { outlineOf, userInfosOf } from './userinfos/given-userinfo.js';
import { otherIdsOf, topOf } from './userinfos/members.js';
import { sessionTokens } from './userinfos/session-tokens.js';

const edit = (good: string, bad: string) => ({ base: 'psc-web', part: 'har', good, bad }) as const;
/** The claims of the access token that name its user, and what is between them. */
const NAMED = `7f90:899700100011",
  "azp": "exemple-lgc-bas",
  "iat": 1773653415,
  "exp": 1773653535,
  "auth_time": 1773653413,
  "acr": "eidas1",
  "authMode": "MOBILE",
  "session_state": "3d0a6c52-9f41-4b7e-8a1c-5e2f7d90b613",
  "sid": "3d0a6c52-9f41-4b7e-8a1c-5e2f7d90b613",
  "preferred_username": "899700100011"`;
const RECORDED = 'Réponses et jetons enregistrés de Pro Santé Connect';
const PS_ID = 'CI-SIS, identifiants des professionnels (PS_IdNat)';

/** Everything that tells who the professional is tells the same one: the pivot by which accounts are merged (EXI PSC 19). */
export const userinfoIdentity = defineSetCheck({
  id: 'psc/userinfo-identity',
  on: PSC_KINDS,
  rules: {
    subject: primary('EXI PSC 08, 09 ; OpenID Connect Core 1.0 §5.3.2'),
    'token-user': observed(`EXI PSC 19 ; ${RECORDED}`),
    'same-identifier': observed(`EXI PSC 19 ; ${RECORDED}`),
    'identifier-form': observed(`${PS_ID} ; ${RECORDED}`),
    'rpps-key': observed(`${PS_ID} ; ${RECORDED}`),
    'other-ids': observed(`EXI PSC 19 ; ${RECORDED}`),
    'other-id-origin': observed(RECORDED),
  },
  examples: [
    {
      rule: 'subject',
      ...edit(
        '"sub": "f:9b2e7c14-5d3f-4a86-bf01-2c8d6e4a7f90:899700100011"',
        '"sub": "f:00000000-5d3f-4a86-bf01-2c8d6e4a7f90:899700100011"',
      ),
    },
    {
      rule: 'token-user',
      base: 'psc-web',
      part: 'access-token',
      good: NAMED,
      bad: NAMED.replaceAll('899700100011', '899700100029'),
    },
    {
      rule: 'same-identifier',
      ...edit('"preferred_username": "899700100011"', '"preferred_username": "claire.martin"'),
    },
    { rule: 'identifier-form', ...edit('"SubjectNameID": "899700100011"', '"SubjectNameID": "claire.martin"') },
    { rule: 'rpps-key', ...edit('"SubjectNameID": "899700100011"', '"SubjectNameID": "899700100012"') },
    { rule: 'other-ids', ...edit('"identifiant": "899700100011"', '"identifiant": "899700100029"') },
    {
      rule: 'other-id-origin',
      ...edit(
        '"origine": "RPPS",\n            "qualite": 1\n          }',
        '"origine": "RPPS",\n            "qualite": 1\n          },\n          { "identifiant": "0042", "origine": "RPPS", "qualite": 2 }',
      ),
    },
  ],
  run(artifacts) {
    const material = materialOf(artifacts);
    const given = userInfosOf(material);
    const findings = material ? given.flatMap((each) => judge(each, material)) : [];
    return { evaluated: given.length, findings, ...outlineOf(material, 'userinfo', given) };
  },
});

type Rule =
  | 'subject'
  | 'token-user'
  | 'same-identifier'
  | 'identifier-form'
  | 'rpps-key'
  | 'other-ids'
  | 'other-id-origin';

function judge(given: GivenObject, material: Material): RawFinding<Rule>[] {
  const presented = given.leg && bearerOf(given.leg.exchange);
  const tokens = sessionTokens(given, presented, material);
  const identifiers = judgeIdentifiers(given);
  const compared = judgeSession(given, tokens);
  // A sub that is not that of the session is one fault, whichever identifiers it differs from.
  const hasOtherSubject = compared.some(({ rule }) => rule === 'subject');
  const own = identifiers.filter(({ args }) => !(hasOtherSubject && args?.member === 'sub'));
  // Who is not told the same way in the answer itself is not compared with the tokens.
  const session = compared.filter(({ rule }) => rule === 'subject' || own.length === 0);
  return [...own, ...judgeOrigins(given), ...session];
}

/** Identifier of an identity that was made for tests in EDIT, or of one of Pro Santé Identité, which is a UUID. */
const OWN_FORM = /^(?:ANS\d{14}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** A subject of Pro Santé Connect: where the identity is federated from, then the identifier. It is opaque when it has another form. */
const SUBJECT = /^f:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:(?<id>.+)$/i;

/** The first fault alone: an identifier that is none differs from all the others. Identifiers are never shown. */
function judgeIdentifiers({ value, at }: GivenObject): RawFinding<Rule>[] {
  const top = topOf(value);
  const id = top.text('SubjectNameID');
  if (id === undefined) return [];
  const place = at('SubjectNameID');
  if (!isProfessionalId(id) && !OWN_FORM.test(id))
    return [{ rule: 'identifier-form', at: place, args: { length: id.length } }];
  if (isRppsId(id) && !isRpps(id.slice(1))) return [{ rule: 'rpps-key', at: place }];
  const others = { preferred_username: top.text('preferred_username'), sub: idOfSubject(top.text('sub')) };
  for (const [member, other] of Object.entries(others)) {
    if (other !== undefined && other !== id) return [{ rule: 'same-identifier', at: at(member), args: { member } }];
  }
  const known = otherIdsOf(value);
  // A quality of another type is a fault of shape, which the check on it says.
  const isPivot = known.some(
    ({ quality, text }) => (quality === 1 || typeof quality !== 'number') && text('identifiant') === id,
  );
  return known.length === 0 || isPivot
    ? []
    : [{ rule: 'other-ids', at: at('otherIds'), args: { count: known.length } }];
}

/** `8` and an RPPS number. */
function isRppsId(id: string): boolean {
  return /^8\d{11}$/.test(id);
}

function idOfSubject(subject: string | undefined): string | undefined {
  return SUBJECT.exec(subject ?? '')?.groups?.id;
}

function judgeOrigins({ value, at }: GivenObject): RawFinding<Rule>[] {
  const wrong = otherIdsOf(value).find(
    (each) => each.text('origine') === 'RPPS' && !isRppsId(each.text('identifiant') ?? ''),
  );
  return wrong ? [{ rule: 'other-id-origin', at: at(...wrong.path) }] : [];
}

/** The subject of the ID token is that of the answer, and each token names the same professional. */
function judgeSession({ value, at }: GivenObject, tokens: readonly GivenToken[]): RawFinding<Rule>[] {
  const top = topOf(value);
  const subject = top.text('sub');
  const idToken = tokens.find(({ use, jwt }) => use === 'id' && typeof jwt?.claims.sub === 'string');
  if (idToken && subject !== undefined && idToken.jwt?.claims.sub !== subject)
    return [{ rule: 'subject', at: at('sub'), args: { file: idToken.artifact.path } }];
  const id = top.text('SubjectNameID') ?? top.text('preferred_username');
  const other = tokens.find(({ jwt }) => {
    const claims = topOf(jwt?.claims ?? {});
    const named = [claims.text('SubjectNameID'), claims.text('preferred_username')].filter(
      (each) => each !== undefined,
    );
    // A token that names this professional too contradicts itself: the checks on tokens say it.
    const isSame = [...named, idOfSubject(claims.text('sub'))].includes(id);
    return id !== undefined && named.length > 0 && !isSame;
  });
  return other
    ? [
        {
          rule: 'token-user',
          at: at('SubjectNameID'),
          args: { token: `${other.use}_token`, file: other.artifact.path },
        },
      ]
    : [];
}
