import type { Artifact } from '../../../artifacts/artifact.js';
import { isProfessionalId, professionalIdIn } from '../../../identity/national-ids.js';
import type { Place } from '../../define.js';
import { isPscMode } from '../../ins/insi/log.js';

/** A login with Pro Santé Connect that the software's own log tells, with the professional whom it names. */
export interface LoginRow {
  readonly at: Place;
  /** PS_IdNat. */
  readonly professional: string;
  /** Milliseconds of UTC. */
  readonly time: number;
}

const LOGIN =
  /(?<!d[eé])connexion|(?<!d[eé])connect(?:ed|ion|é)|log-?in|logon|signed? ?in|authentifi|ouverture de (?:la )?session|session ouverte/i;
const LOGOUT = /log-?(?:out|off)|d[eé]connexion|disconnect|fin de session|fermeture/i;
const FAILURE = /[eé]chec|fail|erreur|error|refus|denied|ko\b/i;

/** Nobody shows more logins than this. */
const MOST_ROWS = 10_000;

/** The logins with Pro Santé Connect of a log, with a time that can be compared and a national identifier: others tell nobody. */
export function loginRowsOf({ path, content }: Artifact<'log'>): LoginRow[] {
  if (content.protocol !== 'trace' || !content.mapping.has('mode')) return [];
  const rows: LoginRow[] = [];
  for (const {
    professional: written,
    actor = '',
    action = '',
    mode = '',
    outcome = '',
    response = '',
    ...row
  } of content.records()) {
    if (
      !isPscMode(mode) ||
      !LOGIN.test(action) ||
      LOGOUT.test(action) ||
      FAILURE.test(`${action} ${outcome} ${response}`)
    )
      continue;
    const professional = written === undefined ? identifierIn(actor) : professionalIdIn(written);
    const time = Date.parse(row.instant?.utc ?? '');
    if (professional === undefined || Number.isNaN(time)) continue;
    rows.push({ at: { artifact: path, line: row.line, column: 1 }, professional, time });
    if (rows.length === MOST_ROWS) break;
  }
  return rows;
}

/** An account may be called by the national identifier: fewer digits are a number of the software. */
function identifierIn(actor: string): string | undefined {
  const text = actor.trim();
  return isProfessionalId(text) || /^\d{11}$/.test(text) ? professionalIdIn(text) : undefined;
}
