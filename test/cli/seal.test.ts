import { generateKeyPairSync } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { execa } from 'execa';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pemOf, sealKey, testCertificates } from '../../fixtures/make/test-certificates.js';
import compareSchema from '../../src/compare/compare.schema.json' with { type: 'json' };
import replaySchema from '../../src/seal/replay.schema.json' with { type: 'json' };
import { DOSSIERS, segurCheck, temporaryFolder } from '../support/cli.js';
import { MINI_PACK } from '../support/mini-pack.js';
import { remRequirement } from '../support/rem-values.js';
import { remXlsx } from '../support/rem-workbooks.js';
import { zipOf } from '../support/zip.js';

/** Runs of the command on whole dossiers, on a machine that may be busy. */
const LONG = 300_000;
const MANIFEST = 'candidate: { vendor: A, product: B, version: "1" }\napplies: { wave: 2, corridor: LGC }\n';
const MESSAGE = 'MSH|^~\\&|A|B|C|D|20260101||ADT^A28|1|D|2.5\rPID|||1||ESSAI^NOM\r';

/** A dossier of two files, which fails for all that it lacks. */
function smallDossier(folder: string, more: Readonly<Record<string, string>> = {}): string {
  const dossier = join(folder, 'dossier');
  for (const [path, text] of Object.entries({ 'segur.yaml': MANIFEST, 'hl7/a.hl7': MESSAGE, ...more })) {
    mkdirSync(dirname(join(dossier, path)), { recursive: true });
    writeFileSync(join(dossier, path), text);
  }
  return dossier;
}

async function sealed(more: Readonly<Record<string, string>> = {}, options: readonly string[] = []) {
  const folder = temporaryFolder();
  const dossier = smallDossier(folder, more);
  const file = join(folder, 'a.zip');
  const { exitCode, stderr } = await segurCheck(['seal', dossier, '-o', file, ...options]);
  expect([exitCode, stderr]).toEqual([0, '']);
  return { folder, dossier, file };
}

type Entries = Record<string, Uint8Array>;

function entriesOf(file: string): Entries {
  return unzipSync(readFileSync(file));
}

/** The same archive with other entries, written by another tool in another order. */
function rewritten(file: string, change: (entries: Entries) => void): string {
  const entries = entriesOf(file);
  change(entries);
  const other = `${file}.other.zip`;
  writeFileSync(
    other,
    zipOf(
      Object.entries(entries)
        .reverse()
        .map(([name, data]) => ({ name, data })),
    ),
  );
  return other;
}

const validate = new Ajv({ allowUnionTypes: true }).addSchema(compareSchema).compile(replaySchema);

/** Every result is as its published schema says. */
async function replayed(file: string, options: readonly string[] = []) {
  const { exitCode, stdout, stderr } = await segurCheck(['replay', file, '--report', 'json', ...options]);
  const result = stdout === '' ? undefined : JSON.parse(stdout);
  if (result) expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
  return { exitCode, stderr, result };
}

it('the published schema of a replay knows each member and each outcome, and nothing else', async () => {
  const { result } = await replayed(join(temporaryFolder(), 'none.zip'));
  expect(Object.keys(replaySchema.properties).toSorted()).toEqual(Object.keys(result).toSorted());
  expect(validate({ ...result, outcome: 'done' })).toBe(false);
  expect(validate({ ...result, other: 1 })).toBe(false);
  expect(validate({ ...result, comparison: {} })).toBe(false);
});

describe('the bundled dossiers', () => {
  it.each(['lgc-conforming', 'lgc-failing', 'bio-failing'])(
    'replay identically: %s',
    async (name) => {
      const file = join(temporaryFolder(), 'a.zip');
      const made = await segurCheck(['seal', join(DOSSIERS, name), '-o', file, '--allow-secrets', '--report', 'json']);
      const told = JSON.parse(made.stdout);
      expect([made.exitCode, told.schema, told.exit]).toEqual([
        0,
        'segur-check/sealed/1',
        name.endsWith('failing') ? 1 : 0,
      ]);
      const { exitCode, result } = await replayed(file);
      expect([exitCode, result.outcome, result.root, result.exit]).toEqual([0, 'identical', told.root, told.exit]);
      const direct = await segurCheck(['run', join(DOSSIERS, name), '--report', 'json']);
      expect(strFromU8(entriesOf(file)['report/report.json'] ?? new Uint8Array())).toBe(`${direct.stdout}\n`);
    },
    LONG,
  );

  it(
    'have the same bytes in any time zone and locale, and however their folder was written',
    async () => {
      const folder = temporaryFolder();
      const source = join(DOSSIERS, 'lgc-failing');
      const copy = join(folder, 'copy');
      const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
        statSync(join(source, path)).isFile(),
      );
      for (const path of files.sort().reverse()) {
        mkdirSync(dirname(join(copy, path)), { recursive: true });
        copyFileSync(join(source, path), join(copy, path));
      }
      const runs: readonly [string, Record<string, string>][] = [
        [source, {}],
        [copy, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
        [copy, { TZ: 'America/St_Johns', LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8', UV_THREADPOOL_SIZE: '1' }],
      ];
      const seals: Buffer[] = [];
      for (const [index, [dossier, env]] of runs.entries()) {
        const file = join(folder, `${index}.zip`);
        const { exitCode } = await segurCheck(['seal', dossier, '-o', file, '--allow-secrets'], { env });
        expect(exitCode).toBe(0);
        seals.push(readFileSync(file));
      }
      expect(seals.map((each) => seals[0]?.equals(each))).toEqual([true, true, true]);
    },
    LONG,
  );
});

describe('what is sealed', () => {
  it('is the dossier byte for byte, the report, what judged, and nothing else', async () => {
    const { folder, dossier } = await sealed();
    writeFileSync(join(dossier, '.hidden'), 'x');
    mkdirSync(join(dossier, 'node_modules'));
    writeFileSync(join(dossier, 'node_modules', 'a'), 'x');
    writeFileSync(join(folder, 'outside'), 'x');
    symlinkSync(join(folder, 'outside'), join(dossier, 'link'));
    writeFileSync(join(dossier, 'key.pem'), String(sealKey.export({ type: 'pkcs8', format: 'pem' })));
    const file = join(dossier, 'b.zip');
    const seal = () => segurCheck(['seal', dossier, '-o', file, '--force', '--key', join(dossier, 'key.pem')]);
    expect((await seal()).exitCode).toBe(0);
    const first = readFileSync(file);
    expect((await seal()).exitCode).toBe(0);
    expect(readFileSync(file).equals(first)).toBe(true);
    const entries = entriesOf(file);
    const names = Object.keys(entries);
    expect(names.filter((name) => name.startsWith('dossier/'))).toEqual(['dossier/hl7/a.hl7', 'dossier/segur.yaml']);
    expect(strFromU8(entries['dossier/segur.yaml'] ?? new Uint8Array())).toBe(MANIFEST);
    const others = names.filter((name) => !/^(?:dossier|scenarios)\//.test(name));
    expect(others).toEqual([
      'lock.json',
      'report/report.html',
      'report/report.json',
      'report/report.xlsx',
      'seal.json',
    ]);
    expect(names).toContain('scenarios/mss/MSS-CONF.25.yaml');
    expect(names).toContain('scenarios/corridors/LGC.yaml');
    expect(names).not.toContain('scenarios/corridors/BIO.yaml');
    expect(readdirSync(dossier).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('says of the machine nothing, and hides who the patients are in its report', async () => {
    const { file } = await sealed();
    const entries = entriesOf(file);
    const lock = JSON.parse(strFromU8(entries['lock.json'] ?? new Uint8Array()));
    expect(lock).toMatchObject({ tool: { name: 'segur-check' }, rem: null, options: { wave: 2, corridor: 'LGC' } });
    expect(JSON.stringify(lock)).not.toContain(process.version);
    expect(strFromU8(entries['report/report.json'] ?? new Uint8Array())).not.toMatch(/ESSAI|NOM\b/);
  });

  it('is refused with secrets that are still valid, each named, unless it is allowed', async () => {
    const folder = temporaryFolder();
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = (exp: number) =>
      `${part({ alg: 'RS256', kid: 'a' })}.${part({ iss: 'https://a.fr', sub: '1', exp })}.${'c2lnbmF0dXJl'.repeat(20)}`;
    const dossier = smallDossier(folder, { 'psc/jeton.jwt': token(4102444800) });
    const file = join(folder, 'a.zip');
    const refused = await segurCheck(['seal', dossier, '-o', file, '--lang', 'fr']);
    expect([refused.exitCode, refused.stderr, existsSync(file)]).toEqual([
      2,
      expect.stringMatching(/psc\/jeton\.jwt : jeton \(jusqu'au 2100-01-01T[\s\S]*redact[\s\S]*--allow-secrets/),
      false,
    ]);
    expect((await segurCheck(['seal', dossier, '-o', file, '--allow-secrets'])).exitCode).toBe(0);
    writeFileSync(join(dossier, 'psc', 'jeton.jwt'), token(1700000000));
    expect((await segurCheck(['seal', dossier, '-o', file, '--force'])).exitCode).toBe(0);
  });

  it('is refused where it exists, without place, and with names that another system can not write', async () => {
    const { folder, dossier, file } = await sealed();
    expect((await segurCheck(['seal', dossier])).exitCode).toBe(2);
    expect((await segurCheck(['seal', dossier, '-o', file])).exitCode).toBe(2);
    expect((await segurCheck(['seal', dossier, '-o', join(folder, 'none', 'a.zip')])).exitCode).toBe(2);
    writeFileSync(join(dossier, 'a:b.xml'), '<a/>');
    const { exitCode, stderr } = await segurCheck(['seal', dossier, '-o', file, '--force', '--lang', 'en']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('a:b.xml')]);
    expect(existsSync(file)).toBe(true);
  });

  it('is refused when its manifest changed after it was read', async () => {
    const folder = temporaryFolder();
    const preload = fileURLToPath(new URL('../support/edit-on-read.mjs', import.meta.url));
    const env = { NODE_OPTIONS: `--import=${preload}` };
    const { exitCode, stderr } = await segurCheck(['seal', smallDossier(folder), '-o', join(folder, 'a.zip')], { env });
    expect([exitCode, stderr, readdirSync(folder)]).toEqual([
      2,
      expect.stringContaining('"segur.yaml" changed while it was read'),
      ['dossier'],
    ]);
  });

  it('is nothing when it is interrupted', async () => {
    const folder = temporaryFolder();
    const dossier = smallDossier(folder, { 'b.xml': '<a/>', 'c.xml': '<b/>' });
    const preload = fileURLToPath(new URL('../support/interrupt-on-read.mjs', import.meta.url));
    const env = { NODE_OPTIONS: `--import=${preload}` };
    const { exitCode } = await segurCheck(['seal', dossier, '-o', join(folder, 'a.zip')], { env });
    expect([exitCode, readdirSync(folder)]).toEqual([130, ['dossier']]);
  });
});

describe('a replay', () => {
  it('names each entry that was changed, added, removed or renamed, and says nothing of their order', async () => {
    const { file } = await sealed();
    expect((await replayed(rewritten(file, () => undefined))).result.outcome).toBe('identical');
    const { exitCode, result } = await replayed(
      rewritten(file, (entries) => {
        entries['dossier/new'] = Buffer.from('x');
        entries['report/report.json'] = Buffer.from('{}');
        entries['dossier/hl7/b.hl7'] = entries['dossier/hl7/a.hl7'] ?? new Uint8Array();
        delete entries['dossier/hl7/a.hl7'];
        delete entries['scenarios/mss/MSS-CONF.25.yaml'];
      }),
    );
    expect([exitCode, result.outcome]).toEqual([1, 'altered']);
    expect(result.alterations).toEqual([
      { change: 'renamed', path: 'dossier/hl7/a.hl7', to: 'dossier/hl7/b.hl7' },
      { change: 'added', path: 'dossier/new', to: null },
      { change: 'changed', path: 'report/report.json', to: null },
      { change: 'removed', path: 'scenarios/mss/MSS-CONF.25.yaml', to: null },
    ]);
    const said = await segurCheck([
      'replay',
      rewritten(file, (entries) => delete entries['dossier/segur.yaml']),
      '--lang',
      'fr',
    ]);
    expect([said.exitCode, said.stdout]).toEqual([
      1,
      expect.stringMatching(/Altéré[\s\S]*retiré : dossier\/segur\.yaml/),
    ]);
  });

  it('is refused for what is no seal, cut, or absent, with one message', async () => {
    const { folder, file } = await sealed();
    writeFileSync(join(folder, 'text.zip'), 'hello');
    writeFileSync(join(folder, 'cut.zip'), readFileSync(file).subarray(0, 5000));
    expect(await replayed(join(folder, 'text.zip'))).toMatchObject({ exitCode: 2, result: undefined });
    expect(await replayed(folder)).toMatchObject({ exitCode: 2 });
    expect(await replayed(join(folder, 'cut.zip'))).toMatchObject({ exitCode: 1, result: { outcome: 'altered' } });
    expect(await replayed(join(folder, 'none.zip'))).toMatchObject({ exitCode: 3, result: { outcome: 'missing' } });
  });

  /** The seal, its list made again: what an honest list says of an archive that no tool wrote. */
  async function forged(file: string, change: (entries: Entries) => void): Promise<string> {
    const { entryOf, sealList, sealText } = await import('../../src/seal/seal-list.js');
    return rewritten(file, (entries) => {
      change(entries);
      const listed = Object.entries(entries).filter(([path]) => path !== 'seal.json');
      entries['seal.json'] = Buffer.from(sealText(sealList(listed.map(([path, data]) => entryOf(path, data)))));
    });
  }

  const edit = (entries: Entries, path: string, change: (text: string) => string) => {
    entries[path] = Buffer.from(change(strFromU8(entries[path] ?? new Uint8Array())));
  };

  it('refuses what would judge otherwise, and compares across it when told to', async () => {
    const { file } = await sealed();
    const other = await forged(file, (entries) => {
      for (const path of ['lock.json', 'report/report.json'])
        edit(entries, path, (text) =>
          text.replaceAll(/"version": "0\.[^"]*"/g, '"version": "0.0.1"').replace(/"sha256": "../, '"sha256": "00'),
        );
    });
    const refused = await replayed(other);
    expect([refused.exitCode, refused.result.outcome]).toEqual([2, 'drift']);
    expect(refused.result.drift.map(({ what, name }: { what: string; name: string }) => [what, name])).toEqual([
      ['tool', 'segur-check'],
      ['pack', 'builtin'],
    ]);
    const across = await replayed(other, ['--across']);
    expect([across.exitCode, across.result.outcome]).toEqual([1, 'differs']);
    expect(across.result.comparison.judging.map(({ what }: { what: string }) => what)).toEqual(['pack', 'tool']);
  });

  it('tells each difference with the rule that changed', async () => {
    const { file } = await sealed();
    const other = await forged(file, (entries) => {
      edit(entries, 'report/report.json', (text) => {
        const report = JSON.parse(text);
        const step = report.requirements
          .flatMap(({ scenarios }: { scenarios: { steps: { verdict: string }[] }[] }) =>
            scenarios.flatMap(({ steps }) => steps),
          )
          .find(({ verdict }: { verdict: string }) => verdict !== 'conforming');
        step.verdict = 'conforming';
        for (const finding of report.findings.slice(0, 1))
          finding.severity = finding.severity === 'error' ? 'info' : 'error';
        return `${JSON.stringify(report, null, 2)}\n`;
      });
      edit(entries, 'scenarios/mss/MSS-CONF.25.yaml', (text) => `${text}# softened\n`);
      entries['scenarios/extra.yaml'] = Buffer.from('x');
    });
    const { exitCode, result } = await replayed(other);
    expect([exitCode, result.outcome]).toEqual([1, 'differs']);
    expect(result.entries).toEqual([
      { path: 'report/report.json', difference: 'other-content' },
      { path: 'scenarios/extra.yaml', difference: 'unexpected' },
      { path: 'scenarios/mss/MSS-CONF.25.yaml', difference: 'other-content' },
    ]);
    expect(result.comparison.verdicts).toHaveLength(1);
    expect(result.comparison.verdicts[0]).toMatchObject({ level: 'step', a: 'conforming' });
    const { stdout } = await segurCheck(['replay', other, '--lang', 'en']);
    expect(stdout).toMatch(/Different[\s\S]*step .*: conforming → /);
    const noReport = await forged(file, (entries) => {
      entries['report/report.json'] = Buffer.from('[]');
    });
    expect((await replayed(noReport)).result).toMatchObject({ outcome: 'differs', comparison: null });
  });

  it('seals and replays under the options that judged, and asks for raised limits again', async () => {
    const trust = join(temporaryFolder(), 'ca.pem');
    writeFileSync(trust, pemOf(testCertificates.root));
    const given = [
      '--limit',
      'xmlDepth=5',
      '--limit',
      'mailDepth=64',
      '--trust',
      trust,
      '--deny-production-identities',
    ];
    const { file } = await sealed({}, given);
    expect(Object.keys(entriesOf(file))).toContain('trust.pem');
    const { exitCode, stderr } = await replayed(file);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--limit mailDepth=64')]);
    expect(stderr).not.toContain('xmlDepth');
    expect((await replayed(file, ['--limit', 'mailDepth=64'])).result.outcome).toBe('identical');
  });

  it('asks for the packs that judged, which are not in the seal, and knows them by their hash', async () => {
    const { file } = await sealed({}, ['--pack', MINI_PACK]);
    expect(readFileSync(file, 'latin1')).not.toContain('jeuxDeValeurs');
    const missing = await replayed(file);
    expect([missing.exitCode, missing.result.outcome, missing.result.missing]).toEqual([
      3,
      'missing',
      [{ id: expect.any(String), version: expect.any(String), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    ]);
    expect((await replayed(file, ['--pack', MINI_PACK])).result.outcome).toBe('identical');
    const { file: without } = await sealed();
    expect(await replayed(without, ['--pack', MINI_PACK])).toMatchObject({ exitCode: 2, result: { outcome: 'drift' } });
  });

  it('replays house rules and trust anchors of the dossier', async () => {
    const house = readFileSync(fileURLToPath(new URL('../../scenarios/mss/MSS-CONF.25.yaml', import.meta.url)), 'utf8');
    const { file } = await sealed({
      'segur.yaml': `${MANIFEST}scenarios: [maison/*.yaml]\ntrust: [ac/*.pem]\n`,
      'maison/a.yaml': house.replaceAll('MSS/CONF.25', 'MAISON/A.01'),
      'ac/root.pem': pemOf(testCertificates.root),
    });
    expect((await replayed(file)).result.outcome).toBe('identical');
  });

  it('replays with the workbook of the corridor, given from elsewhere or pinned in the dossier', async () => {
    const folder = temporaryFolder();
    const dossier = smallDossier(folder);
    const rem = join(folder, 'REM-MDV-LGC-Va2.xlsx');
    const proofs = [['MSS/CONF.25.01.01', 'Une preuve fictive']] as const;
    const wanted = [remRequirement('MSS/CONF.25', {}, [['MSS/CONF.25.01', 'Un scénario fictif', proofs]])];
    writeFileSync(rem, await remXlsx([...wanted, remRequirement('SENTINELLE.20')]));
    const [outside, pinned] = [join(folder, 'outside.zip'), join(folder, 'pinned.zip')];
    expect((await segurCheck(['seal', dossier, '-o', outside, '--rem', rem])).exitCode).toBe(0);
    expect(Object.keys(entriesOf(outside))).toEqual(
      expect.arrayContaining(['rem/REM-MDV-LGC-Va2.xlsx', 'scenarios/mss/MSS-CONF.25.yaml']),
    );
    const first = await replayed(outside);
    expect([first.stderr, first.result?.outcome]).toEqual(['', 'identical']);
    copyFileSync(rem, join(dossier, 'REM-MDV-LGC-Va2.xlsx'));
    const given = ['--rem', join(dossier, 'REM-MDV-LGC-Va2.xlsx')];
    expect((await segurCheck(['seal', dossier, '-o', pinned, ...given])).exitCode).toBe(0);
    const names = Object.keys(entriesOf(pinned));
    expect(names).toContain('dossier/REM-MDV-LGC-Va2.xlsx');
    expect(names.some((name) => name.startsWith('rem/'))).toBe(false);
    expect((await replayed(pinned)).result.outcome).toBe('identical');
  });

  it('leaves nothing behind, even interrupted', async () => {
    const { file, folder } = await sealed({ 'b.xml': '<a/>' });
    const preload = fileURLToPath(new URL('../support/interrupt-on-read.mjs', import.meta.url));
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    const env = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    const stopped = await segurCheck(['replay', file, '--report', 'json'], {
      env: { ...env, NODE_OPTIONS: `--import=${preload}` },
    });
    const result = JSON.parse(stopped.stdout);
    expect([result.outcome, validate(result), validate.errors]).toEqual(['interrupted', true, null]);
    expect([stopped.exitCode, readdirSync(temporary)]).toEqual([130, []]);
    expect((await segurCheck(['replay', file], { env })).exitCode).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('a signature', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');

  function keysIn(folder: string) {
    const write = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    return {
      own: write('own.pem', String(privateKey.export({ type: 'pkcs8', format: 'pem' }))),
      public: write('public.pem', String(publicKey.export({ type: 'spki', format: 'pem' }))),
      other: write(
        'other.pem',
        String(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' })),
      ),
      rsa: write('rsa.pem', String(sealKey.export({ type: 'pkcs8', format: 'pem' }))),
      certificates: write('seal.pem', pemOf(testCertificates.seal) + pemOf(testCertificates.issuing)),
      root: write('root.pem', pemOf(testCertificates.root)),
      stranger: write('stranger.pem', pemOf(testCertificates.unknown)),
    };
  }

  it('by a key is verified with it, said when it is not, and wrong with another', async () => {
    const keys = keysIn(temporaryFolder());
    const { file } = await sealed({}, ['--key', keys.own]);
    const bare = readFileSync(file);
    expect((await replayed(file)).result).toMatchObject({ outcome: 'identical', signature: { status: 'unverified' } });
    const verified = await replayed(file, ['--key', keys.public]);
    expect([verified.exitCode, verified.result.signature]).toEqual([
      0,
      { status: 'verified', algorithm: 'Ed25519', certificate: null },
    ]);
    const wrong = await replayed(file, ['--key', keys.other]);
    expect([wrong.exitCode, wrong.result.outcome, wrong.result.signature.status]).toEqual([1, 'altered', 'wrong']);
    expect((await replayed(file, ['--trust', keys.root])).exitCode).toBe(2);
    unlinkSync(`${file}.sig`);
    expect(await replayed(file, ['--key', keys.public])).toMatchObject({ exitCode: 3, result: { outcome: 'missing' } });
    writeFileSync(`${file}.sig`, 'hello');
    expect(await replayed(file)).toMatchObject({ exitCode: 1, result: { signature: { status: 'unreadable' } } });
    expect(readFileSync(file).equals(bare)).toBe(true);
  });

  it('by a certificate is verified with what certifies it', async () => {
    const keys = keysIn(temporaryFolder());
    const { file, dossier } = await sealed({}, ['--key', keys.rsa, '--certificate', keys.certificates]);
    const { exitCode, result } = await replayed(file, ['--trust', keys.root]);
    expect([exitCode, result.signature.status]).toEqual([0, 'verified']);
    expect(result.signature.certificate.subject).toContain('Cachet d essai');
    const stranger = await replayed(file, ['--trust', keys.stranger]);
    expect([stranger.exitCode, stranger.result.signature.status]).toEqual([1, 'untrusted']);
    // Sealed again without a key: the signature of before is gone.
    expect((await segurCheck(['seal', dossier, '-o', file, '--force'])).exitCode).toBe(0);
    expect(existsSync(`${file}.sig`)).toBe(false);
    for (const args of [
      ['--key', keys.own, '--certificate', keys.certificates],
      ['--certificate', keys.certificates],
      ['--key', keys.public],
    ])
      expect((await segurCheck(['seal', dossier, '-o', `${file}2`, ...args])).exitCode).toBe(2);
  });

  it('and the seal are verified by the commands of docs/seal.md, without segur-check', async (context) => {
    const tools = await Promise.all(
      ['unzip', 'sha256sum', 'openssl'].map((tool) => execa('which', [tool], { reject: false })),
    );
    if (tools.some(({ exitCode }) => exitCode !== 0)) context.skip('unzip, sha256sum or openssl is not there');
    const docs = readFileSync(new URL('../../docs/seal.md', import.meta.url), 'utf8');
    const script = /```sh\n(unzip [\s\S]*?)```/.exec(docs)?.[1] ?? '';
    const keys = keysIn(temporaryFolder());
    const { folder, file } = await sealed({}, ['--key', keys.own]);
    copyFileSync(file, join(folder, 'dossier.zip'));
    copyFileSync(`${file}.sig`, join(folder, 'dossier.zip.sig'));
    copyFileSync(keys.public, join(folder, 'public.pem'));
    const verify = () => execa('sh', ['-eu', '-c', script], { cwd: folder, reject: false });
    const { root } = JSON.parse(strFromU8(entriesOf(file)['seal.json'] ?? new Uint8Array()));
    const { exitCode, stdout } = await verify();
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining(`\n${root}\n`)]);
    expect(stdout).toContain('Signature Verified Successfully');
    appendFileSync(join(folder, 'dossier.zip.sig'), ' ');
    writeFileSync(join(folder, 'public.pem'), readFileSync(keys.other));
    expect((await verify()).exitCode).not.toBe(0);
  });
});
