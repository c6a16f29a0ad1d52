import { createHash } from 'node:crypto';
import type { ReadProblem } from '../artifacts/read-error.js';
import type { Finding } from '../engine/results.js';
import { textsOfCode } from '../messages/catalogue.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { fill } from '../messages/fill.js';
import type { Mask } from './mask.js';
import type { ReportFinding } from './report.js';

/** Collects findings, whoever made them, then sorts, numbers and words them. */
export class Findings {
  readonly #entries = new Map<string, { finding: Finding; requirements: Set<string> }>();

  /** Adds a finding of a check that these requirements use; the same finding of two steps is one. */
  add(finding: Finding, requirements: readonly string[] = []): void {
    const key = keyOf(finding);
    const entry = this.#entries.get(key) ?? { finding, requirements: new Set<string>() };
    for (const requirement of requirements) entry.requirements.add(requirement);
    this.#entries.set(key, entry);
  }

  /** What a reader found: an error is what it could not read, a warning what it forgave. */
  addRead(path: string, problems: readonly ReadProblem[], severity: 'error' | 'warning'): void {
    for (const { code, location, args } of problems)
      this.add({ check: code, code, severity, clause: '', args, at: { artifact: path, ...location }, actual: '' });
  }

  /** The findings in order, and the number that each was given. */
  render(
    catalogue: Catalogue,
    mask: Mask,
    packOf: (check: string) => string,
  ): { findings: ReportFinding[]; idOf: (finding: Finding) => string } {
    const sorted = [...this.#entries].sort(([, a], [, b]) => compareFindings(a.finding, b.finding));
    const ids = new Map(sorted.map(([key], index) => [key, `f${index + 1}`]));
    const fingerprintOf = fingerprinter();
    const findings = sorted.map(([, { finding, requirements }], index) => {
      const worded = word(`f${index + 1}`, finding, catalogue, mask, fingerprintOf);
      const pack = packOf(finding.check);
      // The words of a house rule are the vendor's.
      const own = pack === 'house' && { message: mask(worded.message), clause: mask(worded.clause) };
      return { ...worded, ...own, pack, requirements: [...requirements].sort() };
    });
    return { findings, idOf: (finding) => ids.get(keyOf(finding)) ?? '' };
  }
}

function keyOf({ check, code, at, args, actual }: Finding): string {
  return JSON.stringify([at.artifact, at.line, at.column, at.path, check, code, args, actual]);
}

/** By path, line, column, check, code, then what was found: compared by code unit. */
function compareFindings(a: Finding, b: Finding): number {
  const keys = (finding: Finding): readonly (string | number)[] => [
    finding.at.artifact,
    finding.at.line ?? 0,
    finding.at.column ?? 0,
    finding.check,
    finding.code,
    finding.at.path ?? '',
    finding.actual,
    JSON.stringify(finding.args),
  ];
  const left = keys(a);
  const right = keys(b);
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? '';
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

function word(
  id: string,
  finding: Finding,
  catalogue: Catalogue,
  mask: Mask,
  fingerprintOf: (shown: Shown) => string,
): Omit<ReportFinding, 'pack' | 'requirements'> {
  const identityWords = finding.check.startsWith('ins/') ? catalogue.identityWords : {};
  const args = maskArgs(finding.args, mask, { reason: catalogue.readWords, ...identityWords });
  const words = said({ ...args, ...namedIn(identityWords, args) }, catalogue.report.empty);
  const texts = textsOfCode(catalogue, finding.code);
  const { artifact, line, column, path } = finding.at;
  const shown = {
    check: finding.check,
    code: finding.code,
    args,
    artifact: mask(artifact),
    location: {
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      ...(path !== undefined && { path: cut(mask(path)) }),
    },
    actual: cut(mask(finding.actual)),
  };
  return {
    id,
    ...shown,
    severity: finding.severity,
    message: finding.message
      ? finding.message[catalogue.language]
      : fill(texts.finding, wordsOf(finding, words, catalogue)),
    expected: fill(texts.expected, words),
    remedy: fill(texts.remedy, words),
    clause: finding.clause,
    fingerprint: fingerprintOf(shown),
  };
}

/** Arguments that tell a line. */
const LINES: ReadonlySet<string> = new Set(['line', 'otherLine', 'where']);

type Shown = Pick<ReportFinding, 'check' | 'code' | 'args' | 'artifact' | 'location' | 'actual'>;

/**
 * Names each finding by what is wrong and in what, over masked values, since a hash of a matricule would give it away. Lines and columns
 * are left out: what is said of a fault must stay with it when a line is added above. So are the numbers of patients, which
 * a file that is added changes. The second fault that is alike has its rank.
 */
function fingerprinter(): (shown: Shown) => string {
  const ranks = new Map<string, number>();
  return ({ check, code, args, artifact, location: { path }, actual }) => {
    const named = Object.entries(args).filter(([name]) => !LINES.has(name));
    const said = JSON.stringify([named, actual]).replace(/\[P\d+-/g, '[P-');
    const fault = JSON.stringify([check, code, artifact, path, said]);
    const rank = (ranks.get(fault) ?? 0) + 1;
    ranks.set(fault, rank);
    const hash = createHash('sha256').update(rank === 1 ? fault : `${fault} ${rank}`);
    return hash.digest('hex').slice(0, 16);
  };
}

/** Arguments that are always words of ours, whatever the patients are called. */
const OURS: ReadonlySet<string> = new Set(['check', 'need', 'leg', 'limit']);

/**
 * Arguments with their identities hidden; numbers are counts and limits, never identities.
 * @param words words by the codes that an argument may be, which are ours as well: a patient may be called NO.
 */
export function maskArgs(args: Finding['args'], mask: Mask, words: WordsOfCodes = {}): Record<string, string | number> {
  const isOurs = (name: string, value: string): boolean => OURS.has(name) || inWords(words[name], value) !== undefined;
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' && !isOurs(name, value) ? cut(mask(value)) : value,
    ]),
  );
}

/** Words of codes, by the name of the argument that holds the code. */
type WordsOfCodes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The arguments that are codes, in words. */
function namedIn(words: WordsOfCodes, args: Finding['args']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) => {
      const text = inWords(words[name], String(value));
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** An empty value is told in a word: a sentence with a hole in it tells nothing. */
function said(args: Finding['args'], empty: string): Finding['args'] {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, value === '' ? empty : value]));
}

/** A code, or several parted by commas, in words; undefined when one of them is no code. */
function inWords(words: WordsOfCodes[string] = {}, value: string): string | undefined {
  const texts = value.split(', ').map((code) => (Object.hasOwn(words, code) ? words[code] : undefined));
  return texts.includes(undefined) ? undefined : texts.join(', ');
}

/** What a document says may be as long as the document; cut after it is masked, since half of a matricule has no form to know it by. */
function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 2000;

/** A reader names its reasons by a code, whose words may name other arguments; what a library says is quoted. */
function wordsOf(finding: Finding, args: Finding['args'], { readWords }: Catalogue): Finding['args'] {
  if (!finding.check.startsWith('read/')) return args;
  // A charset that fails may leave no more to say than where.
  const given = finding.code === 'read/encoding' ? { reason: 'unknown-charset', ...args } : args;
  const named = ['reason', 'limit'].filter((name) => given[name] !== undefined);
  return {
    ...given,
    ...Object.fromEntries(
      named.map((name) => {
        const words = readWords[String(given[name])];
        return [name, words === undefined ? `« ${given[name]} »` : fill(words, given)];
      }),
    ),
  };
}
