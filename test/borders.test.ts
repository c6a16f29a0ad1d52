import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../src/', import.meta.url);

interface Source {
  /** From `src/`, with `/` on every system. */
  readonly file: string;
  readonly folder: string;
  readonly text: string;
  /** Without comments. */
  readonly code: string;
  /** Modules that it imports, those of `src/` as paths from it. */
  readonly imports: readonly string[];
}

function sourceOf(file: string): Source {
  const text = readFileSync(new URL(file, ROOT), 'utf8');
  const code = text.replace(/^\s*\/?\*\*?.*$/gm, '').replace(/(^|\s)\/\/ .*$/gm, '$1');
  const names = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name);
  const imports = names.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(file), name) : name));
  return { file, folder: file.includes('/') ? (file.split('/')[0] ?? '') : '', text, code, imports };
}

const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.[tj]s$/.test(name))
  .map(sourceOf);

/** Tables of names taken from a specification: words, no code. */
const isTable = ({ file }: Source) => /^artifacts\/fhir\/r4-\w+\.ts$/.test(file);
const inFolder = (...folders: string[]) => sources.filter(({ folder }) => folders.includes(folder));
const isOurs = (name: string) => name.endsWith('.js') && !name.startsWith('node:');
const found = (given: readonly Source[], pattern: RegExp) =>
  given.filter(({ code }) => pattern.test(code)).map(({ file }) => file);

it('sees the whole source', () => {
  expect(sources.length).toBeGreaterThan(100);
  for (const { file, imports } of sources)
    for (const name of imports.filter(isOurs))
      expect(
        [name, name.replace(/\.js$/, '.ts')].some((each) => existsSync(new URL(each, ROOT))),
        `${file} imports ${name}`,
      ).toBe(true);
});

/** Folders whose code decides verdicts, and what each may import beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  artifacts: [],
  identity: [],
  terminology: [],
  checks: ['artifacts', 'identity', 'scenarios', 'terminology'],
  engine: ['artifacts', 'checks', 'identity', 'scenarios'],
  scenarios: ['artifacts', 'checks', 'engine'],
};
const PURE = ['checks', 'identity', 'engine', 'scenarios', 'terminology'];
/** Modules of Node.js that compute, and reach nothing. */
const COMPUTING = ['node:buffer', 'node:crypto', 'node:zlib'];
/** Files that load a library when it is needed (`createRequire`), and nothing else. */
const LOADING = ['artifacts/text/iconv.ts', 'artifacts/xml/new-parser.ts'];

describe.each(Object.entries(MAY_IMPORT))('src/%s', (folder, others) => {
  it('imports from allowed folders only', () => {
    const wrong = inFolder(folder).flatMap(({ file, imports }) =>
      imports
        .filter((name) => isOurs(name) && ![folder, ...others].includes(name.split('/')[0] ?? ''))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('reaches no file, no network, no other process', () => {
    const wrong = inFolder(folder).flatMap(({ file, imports }) =>
      imports
        .filter((name) => isBuiltin(name) && !COMPUTING.includes(name))
        .filter((name) => name !== 'node:module' || !LOADING.includes(file))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
    expect(found(inFolder(folder), /\b(?:fetch|WebSocket|XMLHttpRequest|require)\s*\(/)).toEqual([]);
  });

  it('has no clock, no chance, no environment', () => {
    const pattern =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b|\bprocess\b|\bMath\.random\b|\brandomUUID\b|\bIntl\b|toLocale|localeCompare/;
    const code = inFolder(folder).filter((source) => !isTable(source));
    expect(found(code, pattern)).toEqual([]);
  });
});

it.each(PURE)('src/%s takes nothing from Node.js but hashes', (folder) => {
  const builtins = inFolder(folder).flatMap(({ imports }) => imports.filter(isBuiltin));
  expect(builtins.filter((name) => name !== 'node:crypto')).toEqual([]);
});

describe('reports', () => {
  it('know no dossier, no command line and no file', () => {
    const wrong = inFolder('report').flatMap(({ file, imports }) =>
      imports
        .filter((name) => /^(?:dossier|cli)\//.test(name) || /^node:(?!crypto|zlib)/.test(name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('hold no clock and no locale', () => {
    expect(
      found(inFolder('report'), /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b|\bprocess\b|toLocale|localeCompare/),
    ).toEqual([]);
  });
});

describe('all the source', () => {
  it('leaves the command line to itself', () => {
    const wrong = sources
      .filter(({ folder }) => folder !== 'cli')
      .flatMap(({ file, imports }) =>
        imports.filter((name) => name.startsWith('cli/')).map((name) => `${file} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('opens no socket and starts no process', () => {
    const wrong = sources.flatMap(({ file, imports }) =>
      imports
        .filter((name) => /^(?:node:)?(?:net|tls|dns|http|https|http2|dgram|child_process|cluster)(?:\/|$)/.test(name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
    expect(found(sources, /\bfetch\s*\(/)).toEqual([]);
  });

  it('names the modules of Node.js with their prefix', () => {
    expect(
      sources.flatMap(({ imports }) => imports.filter((name) => isBuiltin(name) && !name.startsWith('node:'))),
    ).toEqual([]);
  });

  it('never ends the process by force', () => {
    expect(found(sources, /process\.(?:exit|abort|kill)\s*\(/)).toEqual([]);
  });

  it('types everything', () => {
    expect(
      found(sources, /(?::|<|\bas|\||,|=>)\s*any\b(?!\s*[a-z])|\bany\[\]|@ts-(?:ignore|nocheck|expect-error)/),
    ).toEqual([]);
  });

  it('sorts in an order that no locale changes', () => {
    expect(found(sources, /localeCompare|Intl\.Collator/)).toEqual([]);
  });
});

it('no check reads tags with a regular expression', () => {
  expect(found(inFolder('checks'), /\/\^?\\?<|\/[^/\n]*\(\?:<|RegExp\([^)]*<|indexOf\('<|split\('</)).toEqual([]);
});

describe('checks on mails and on Pro Santé Connect', () => {
  const from = (folder: string) => sources.filter(({ file }) => file.startsWith(folder));

  it('stand alone in src/checks/mss and src/checks/psc, their helpers in a folder by area', () => {
    const registry = sources.find(({ file }) => file === 'checks/registry.ts')?.imports ?? [];
    const direct = ['checks/mss/', 'checks/psc/'].flatMap(from).filter(({ file }) => file.split('/').length === 3);
    expect(direct.map(({ file }) => file.replace(/ts$/, 'js')).filter((file) => !registry.includes(file))).toEqual([]);
  });

  it('share with other domains what is in src/checks/mails, which knows none of them', () => {
    const inside = (names: readonly string[], pattern: RegExp) => names.some((name) => pattern.test(name));
    expect(
      from('checks/mails/').filter(({ imports }) => inside(imports, /^checks\/(?:cda|dmp|fhir|ins|mss|psc)\//)),
    ).toEqual([]);
    const others = sources.filter(({ file }) => !/^checks\/(?:mss\/|registry\.ts)/.test(file));
    expect(others.filter(({ imports }) => inside(imports, /^checks\/mss\//)).map(({ file }) => file)).toEqual([]);
  });
});
