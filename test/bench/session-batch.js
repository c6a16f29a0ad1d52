// @ts-check
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { verifySignature } from '../../dist/artifacts/jwt/jws-signature.js';
import { parseJwt } from '../../dist/artifacts/jwt/jwt.js';
import { assemble, recipe } from '../../fixtures/make/recipe.js';
import { testJwks } from '../../fixtures/make/signed-token.js';
import { measured } from './measured.js';

const VERIFIED = 2000;

/**
 * Judges one capture of the sessions of many users of Pro Santé Connect, one after the other, each with values and signed tokens of its own.
 *
 * @param {string} work folder where the capture is made
 * @param {number} sessions of eight exchanges
 * @returns {{ seconds: number, megabytes: number, bytes: number }} wall time and peak resident memory of the command; size of the capture
 */
export function sessionBatch(work, sessions) {
  const entries = Array.from({ length: sessions }, (_, index) => entriesOf(index)).flat();
  const path = join(work, 'sessions.har');
  const text = JSON.stringify({ log: { version: '1.2', entries } });
  writeFileSync(path, text);
  const report = join(work, 'sessions.json');
  const { seconds, megabytes, status, stderr } = measured(['check', path, '--quiet', `--report=json=${report}`]);
  if (status !== 0) throw new Error(`check of ${sessions} sessions that conform exited ${status}: ${stderr}`);
  return { seconds, megabytes, bytes: text.length };
}

/**
 * Time to verify a signature, in milliseconds: ours, and that of jose on the same token in the same run.
 *
 * @returns {Promise<{ own: number, peer: number }>}
 */
export async function verifyingTime() {
  const token = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/.exec(JSON.stringify(entriesOf(0)))?.[0] ?? '';
  const jwt = parseJwt(token);
  const set = createLocalJWKSet(/** @type {import('jose').JSONWebKeySet} */ (testJwks));
  const currentDate = new Date('2026-03-16T09:30:16Z');
  const start = performance.now();
  for (let each = 0; each < VERIFIED; each++) verifySignature(jwt, testJwks.keys);
  const between = performance.now();
  for (let each = 0; each < VERIFIED; each++) await jwtVerify(token, set, { algorithms: ['RS256'], currentDate });
  return { own: (between - start) / VERIFIED, peer: (performance.now() - between) / VERIFIED };
}

/**
 * @param {number} index
 * @returns {{ startedDateTime: string }[]} the exchanges of a session, four minutes after the one before
 */
function entriesOf(index) {
  const made = recipe('psc-web');
  const shift = index * 240;
  const own = (/** @type {string} */ value) =>
    createHash('sha256').update(`${index} ${value}`).digest('hex').slice(0, value.length);
  const parts = Object.entries(made.parts).map(([name, text]) => [
    name,
    text
      .replace(/9c41e7a05d2b4f86b3a7c0d9e1f25864|e85d3b90a7c14f62914fc2e0b6d7a813|c0de7f3a-1b52-4d8e/g, own)
      .replace(
        /6f1d0c8e4b7a49d2a35b90e17c62f8d40b96e3fa1857cd2e|1b94e6d8f03c47a5826ef7d1c59a0b3ed2704f8a965be1c3/g,
        own,
      )
      .replace(/("(?:iat|exp|auth_time)": )(\d+)/g, (_, claim, seconds) => `${claim}${Number(seconds) + shift}`)
      .replace(/3d0a6c52-9f41/g, `3d0a6c52-${String(index).padStart(4, '0')}`),
  ]);
  const [file] = assemble({ ...made, parts: Object.fromEntries(parts) });
  const { log } = JSON.parse(new TextDecoder().decode(file?.bytes));
  for (const entry of log.entries)
    entry.startedDateTime = new Date(Date.parse(entry.startedDateTime) + shift * 1000).toISOString();
  return log.entries;
}
