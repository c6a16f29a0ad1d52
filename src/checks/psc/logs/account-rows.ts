import type { Artifact } from '../../../artifacts/artifact.js';
import type { TraceField } from '../../../artifacts/logs/trace-declaration.js';
import { professionalIdIn } from '../../../identity/national-ids.js';
import type { Place } from '../../define.js';
import { isPscMode } from '../../ins/insi/log.js';

/** Means by which a user logs in, as logs write them; what is none of them tells how a teleservice was asked. */
const MEANS: readonly (readonly [Means, RegExp])[] = [
  ['password', /mot de passe|password|mdp|pwd|log-?in|identifiant|ldap|local|annuaire/i],
  ['card', /carte(?! ?vitale)|\bcp[sxefa]\b|smart ?card|badge/i],
  ['other', /otp|sms|totp|kerberos|windows|sso|saml|oidc|openid|fido|passkey|biom|certificat/i],
];

type Means = 'psc' | 'password' | 'card' | 'other';

/** An account that a professional opened by a means, at the first row that tells it. */
export interface AccountRow {
  /** PS_IdNat. */
  readonly professional: string;
  readonly account: string;
  readonly means: Means;
  readonly at: Place;
}

/** What a log tells of the accounts that professionals open. */
export interface AccountLog {
  readonly path: string;
  /** Columns that `segur.yaml` does not map, of those that are compared. */
  readonly unmapped: readonly TraceField[];
  /** Each account of each professional by each means, once. */
  readonly rows: readonly AccountRow[];
  /** The first row whose national identifier is none. */
  readonly malformed: { readonly at: Place; readonly length: number; readonly count: number } | undefined;
}

/** Nobody shows the logins of more professionals than this. */
const MOST_ROWS = 10_000;

/** Undefined for a log that tells no national identifier beside the account: nothing can be compared. */
export function accountLogOf({ path, content }: Artifact<'log'>): AccountLog | undefined {
  if (content.protocol !== 'trace' || !content.mapping.has('professional')) return undefined;
  const unmapped = (['actor', 'mode'] as const).filter((field) => !content.mapping.has(field));
  const rows = new Map<string, AccountRow>();
  let malformed: { at: Place; length: number; count: number } | undefined;
  for (const { professional: written, actor, mode, line } of content.records()) {
    if (written === undefined) continue;
    const at: Place = { artifact: path, line, column: 1 };
    const professional = professionalIdIn(written);
    if (professional === undefined) {
      malformed ??= { at, length: written.length, count: 0 };
      malformed.count++;
    }
    const means = meansOf(mode ?? '');
    const account = (actor ?? '').trim().toLowerCase().slice(0, 200);
    if (professional === undefined || means === undefined || account === '') continue;
    const key = JSON.stringify([professional, account, means]);
    if (rows.size < MOST_ROWS && !rows.has(key)) rows.set(key, { professional, account, means, at });
  }
  return { path, unmapped, rows: [...rows.values()], malformed };
}

function meansOf(mode: string): Means | undefined {
  return isPscMode(mode) ? 'psc' : MEANS.find(([, form]) => form.test(mode))?.[0];
}
