import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Identities, type Mask } from '../../src/report/mask.js';

const mask: Mask = new Identities().mask({
  patients: [
    {
      id: 'A',
      status: 'validée',
      matricule: '285076311399048',
      'birth-name': 'KERGUÉLEN',
      'first-given': 'Zoé',
      'birth-date': '1985-07-14',
    },
    { id: 'B', status: 'validée', 'birth-name': 'ROUX', 'first-given': 'LOUISE' },
  ],
});

/** As quoted-printable writes it, letters apart. */
function quoted(name: string): string {
  return name.replace(/[^A-Za-z0-9]/gu, (sign) =>
    [...Buffer.from(sign)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}

const base64 = (name: string, charset: BufferEncoding = 'utf8') => Buffer.from(name, charset).toString('base64');
const inUrl = (name: string) => Buffer.from(name).toString('base64url');

describe('a name of a file that tells who a patient is in an encoding', () => {
  const told = ['KERGUÉLEN', 'Mme KERGUÉLEN Zoé', 'Kerguelen Zoe', 'Mme ROUX', '285076311399048', '2 85 07 63 113 990'];
  it.each(
    told.flatMap((name) => [
      `preuves/${base64(name)}.png`,
      `preuves/${base64(name)}/capture.png`,
      `preuves/CR_${inUrl(name)}_1.pdf`,
      `CR-${base64(name)}.pdf`,
      `mail/1.eml!${base64(name)}.xml`,
      `preuves/${base64(name, 'latin1')}.pdf`,
      `preuves/${encodeURIComponent(base64(name))}.png`,
      `preuves/${encodeURIComponent(name)}.png`,
      `preuves/${quoted(name)}.png`,
      `mail/=?utf-8?B?${base64(name)}?=.pdf`,
      `mail/=?iso-8859-1?B?${base64(name, 'latin1')}?=.pdf`,
      `mail/=?utf-8?Q?${quoted(name).replaceAll('=20', '_')}?=.pdf`,
      // As Windows saves it, which takes no question mark.
      `mail/=_utf-8_B_${base64(name)}_=.pdf`,
    ]),
  )('%s', (path) => {
    const shown = mask(path);
    expect(shown).toMatch(/\[(?:P\d+-)?(?:nom|INS)\]/);
    expect(shown.slice(0, 2)).toBe(path.slice(0, 2));
  });

  it('of four letters, which base64 pads', () => {
    expect(mask(`preuves/${base64('ROUX')}.png`)).toBe('preuves/[P2-nom].png');
  });
});

describe('an innocent name stays as it is', () => {
  it('of the files of the project', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    for (const folder of ['src', 'fixtures', 'scenarios'])
      for (const path of readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }))
        expect(mask(path)).toBe(path);
  });

  it.each(['rewrite-file.ts', 'framework-12345.md', 'ewaaaaa_fin.xml', 'brewery-capture.png'])(
    '%s is no token',
    (path) => expect(mask(path)).toBe(path),
  );

  it.each(['{"alg":"none"}', '{ "alg":"none"}', '{\n  "alg":"none"}', '{\r\n"alg":"none"}', '{\t"alg":"none"}'])(
    'which %j is',
    (header) => expect(mask(`crewmembers-${inUrl(header)}.e30.x`)).toBe('crewmembers-[jeton]'),
  );

  it('whatever words, numbers, hashes and marks it is made of', () => {
    const innocent = fc.oneof(
      fc.stringMatching(/^[a-z]{5,14}$/),
      fc.stringMatching(/^[A-Z][a-z]{4,14}$/),
      fc.stringMatching(/^[A-Z]{5,14}$/),
      // Fifteen digits in a row have the form of a matricule.
      fc.stringMatching(/^(?:[a-f][0-9]){8}$/),
      fc.constantFrom(
        'INS-PSC.01.01.01',
        'compte-rendu',
        'IHE_XDM',
        'DOC0001',
        'résumé',
        'identité',
        'n1',
        '2026',
        'v1.2',
      ),
    );
    const mark = fc.constantFrom('/', '_', '-', ' ', '.', '!', '=', '+', '(', '%');
    const named = /kerguelen|roux|zoe|285076311399/i;
    fc.assert(
      fc.property(fc.array(fc.tuple(innocent, mark), { minLength: 1, maxLength: 8 }), (parts) => {
        const path = `${parts.map(([word, sign]) => word + sign).join('')}fin.xml`;
        fc.pre(!named.test(path));
        expect(mask(path)).toBe(path);
      }),
      { numRuns: 3000, seed: 20261122 },
    );
  });
});
