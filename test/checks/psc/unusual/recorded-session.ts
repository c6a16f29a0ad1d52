import { createHash } from 'node:crypto';
import { assemble, recipe } from '../../../../fixtures/make/recipe.js';
import { accessTokenHash, signedToken, tokenHeader } from '../../../../fixtures/make/signed-token.js';
import type { Artifact } from '../../../../src/artifacts/artifact.js';
import { harOf } from '../psc-fixtures.js';

export const REALM = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet';
export const CLIENT = 'exemple-lgc-bas';

/** 16 March 2026, 10:30 in Paris, in seconds. */
const START = 1_773_653_400;

export type Params = Readonly<Record<string, string>>;
type Header = { name: string; value: string };

export interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
  readonly location?: string;
}

interface Sent {
  readonly method?: string;
  readonly form?: Params;
  readonly headers?: Params;
  readonly body?: string;
}

export interface Recorded {
  startedDateTime?: string;
  request: {
    method: string;
    url: string;
    headers: Header[];
    postData?: { mimeType: string; params: Header[]; text: string };
  };
  response: { status: number; headers: Header[]; content: { mimeType: string; text?: string }; redirectURL: string };
}

export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});
const USER_INFO: Record<string, unknown> = (() => {
  const [file] = assemble(recipe('psc-web'));
  const { log } = JSON.parse(new TextDecoder().decode(file?.bytes)) as { log: { entries: Recorded[] } };
  return JSON.parse(log.entries[4]?.response.content.text ?? '{}') as Record<string, unknown>;
})();

/** A value of 32 hexadecimal digits that depends on its name alone. */
export const random = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 32);

/** A professional, whose session at Pro Santé Connect has a name. */
export class Person {
  readonly sub: string;
  constructor(
    readonly session: string,
    readonly id = '899700100011',
  ) {
    this.sub = `f:9b2e7c14-5d3f-4a86-bf01-2c8d6e4a7f90:${id}`;
  }

  /** @param changes claims to add, change or (undefined) leave out */
  token(typ: 'ID' | 'Bearer', at: number, changes: Record<string, unknown> = {}): string {
    const claims = {
      iss: REALM,
      sub: this.sub,
      azp: CLIENT,
      iat: START + at,
      exp: START + at + 120,
      auth_time: START,
      acr: 'eidas1',
      authMode: 'CARD',
      session_state: random(this.session),
      sid: random(this.session),
      preferred_username: this.id,
      jti: random(`${this.session}${typ}${at}`),
      typ,
      ...(typ === 'Bearer' ? { scope: 'openid scope_all' } : { aud: CLIENT }),
      ...changes,
    };
    return signedToken(tokenHeader, JSON.stringify(claims));
  }

  tokens(at: number, idChanges: Record<string, unknown> = {}, accessChanges: Record<string, unknown> = {}): Tokens {
    const access_token = this.token('Bearer', at, accessChanges);
    const id_token = this.token('ID', at, { at_hash: accessTokenHash(access_token), ...idChanges });
    return {
      access_token,
      expires_in: 120,
      refresh_expires_in: 1800,
      refresh_token: `renouvellement-${random(`${this.session}${at}`)}`,
      token_type: 'Bearer',
      id_token,
      'not-before-policy': 0,
      session_state: random(this.session),
      scope: 'openid scope_all',
    };
  }

  get info(): Record<string, unknown> {
    const otherIds = [{ identifiant: this.id, origine: 'RPPS', qualite: 1 }];
    return { ...USER_INFO, sub: this.sub, SubjectNameID: this.id, preferred_username: this.id, otherIds };
  }
}

export interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
  readonly [member: string]: unknown;
}

/** The exchanges of a capture, in the order in which they are written. */
export class Capture {
  entries: Recorded[] = [];

  /** @param at seconds since the start */
  add(at: number, url: string, { method, form, headers = {}, body }: Sent, answer: Answer): this {
    const text = form ? new URLSearchParams(form).toString() : body;
    this.entries.push({
      startedDateTime: new Date((START + at) * 1000).toISOString(),
      request: {
        method: method ?? (text === undefined ? 'GET' : 'POST'),
        url,
        headers: [
          ...(form ? [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }] : []),
          ...Object.entries(headers).map(([name, value]) => ({ name, value })),
        ],
        ...(text !== undefined && {
          postData: {
            mimeType: form ? 'application/x-www-form-urlencoded' : 'application/octet-stream',
            params: Object.entries(form ?? {}).map(([name, value]) => ({ name, value })),
            text,
          },
        }),
      },
      response: {
        status: answer.status,
        headers: [
          ...(answer.type ? [{ name: 'Content-Type', value: answer.type }] : []),
          ...(answer.location ? [{ name: 'Location', value: answer.location }] : []),
        ],
        content: { mimeType: answer.type ?? 'x-unknown', ...(answer.body !== undefined && { text: answer.body }) },
        redirectURL: answer.location ?? '',
      },
    });
    return this;
  }

  /** In the order of time. */
  sorted(): this {
    this.entries.sort((a, b) => Date.parse(a.startedDateTime ?? '') - Date.parse(b.startedDateTime ?? ''));
    return this;
  }

  artifact(declared = {}, path = 'psc.har'): Promise<Artifact<'har'>> {
    const log = { version: '1.2', creator: { name: 'essai', version: '1' }, entries: this.entries };
    return harOf(JSON.stringify({ log }), declared, path);
  }
}
