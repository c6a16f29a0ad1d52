import type { ReadProblem } from '../artifacts/read-error.js';
import type { Comparison, FindingPresence, JudgingChange, Subject } from '../compare/comparison.js';
import { textsOfCode } from '../messages/catalogue.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { fill } from '../messages/fill.js';
import { showHidden } from '../report/escape-text.js';
import { hideForms } from '../report/hide-forms.js';
import { placedOpinion } from '../report/opinions.js';
import type { AlteredSeal } from '../seal/integrity.js';
import type { ReplayResult } from '../seal/replay-result.js';
import { type SealTexts, sealTexts } from './seal-texts.js';

/** Lines of one kind that are written out; the JSON has them all. */
const MOST = 200;

/** What a replay found, for the terminal. Names of an archive that nobody judged: what has the form of an identity is hidden. */
export async function replayLines(result: ReplayResult, catalogue: Catalogue): Promise<string[]> {
  const texts = await sealTexts(catalogue.language);
  const { root, outcome, verdict, exit, drift, comparison } = result;
  const lines = [
    texts.outcomes[outcome],
    ...(root === null ? [] : [fill(texts.root, { root })]),
    ...(root === null ? [] : signatureLines(result.signature, texts)),
    ...alterationLines(result, texts),
    ...result.missing.map((each) =>
      'file' in each ? fill(texts.missingFile, each) : fill(texts.missingPack, { ...each }),
    ),
    ...drift.map(({ what, name, sealed, present }) =>
      fill(texts.drift[what], { name, sealed: sealed ?? texts.none, present: present ?? texts.none }),
    ),
    ...(outcome === 'drift' ? [texts.acrossAdvice] : []),
    ...(verdict === null
      ? []
      : [fill(texts.verdict, { verdict: catalogue.report.verdicts[verdict], exit: exit ?? '' })]),
    ...(comparison ? comparisonLines(comparison, catalogue, texts) : []),
    ...cut(result.entries.map(({ path, difference }) => fill(texts.entries[difference], { path }))),
  ];
  return lines.map(asShown);
}

/** What `compare` says of a seal that it does not compare. */
export async function alteredLines(
  file: string,
  { alterations, problem }: AlteredSeal,
  catalogue: Catalogue,
): Promise<string[]> {
  const texts = await sealTexts(catalogue.language);
  const said = { alterations, problem: problem ? wordProblem(problem, catalogue) : null };
  return [fill(texts.notCompared, { path: file }), ...alterationLines(said, texts)].map(asShown);
}

function alterationLines(
  { alterations, problem }: Pick<ReplayResult, 'alterations' | 'problem'>,
  texts: SealTexts,
): string[] {
  const lines = alterations.map(({ change, path, to }) => fill(texts.changes[change], { path, to: to ?? '' }));
  return [...(problem === null ? [] : [problem]), ...cut(lines)];
}

function asShown(line: string): string {
  return showHidden(hideForms(line));
}

function cut(lines: readonly string[]): string[] {
  return lines.length <= MOST ? [...lines] : [...lines.slice(0, MOST), '…'];
}

function signatureLines({ status, algorithm, certificate }: ReplayResult['signature'], texts: SealTexts): string[] {
  return [
    fill(texts.signature[status], { algorithm: algorithm ?? '' }),
    ...(certificate ? [fill(texts.certificate, { ...certificate })] : []),
  ];
}

/** Each difference, with the rule that changed. */
function comparisonLines(comparison: Comparison, catalogue: Catalogue, texts: SealTexts): string[] {
  const { verdicts, severities } = catalogue.report;
  const verdict = (code: keyof typeof verdicts | null): string => (code === null ? texts.none : verdicts[code]);
  const subject = ({ level, id, step, check }: Subject): string =>
    [texts.levels[level], id, step > 0 ? `${texts.levels.step} ${step}` : '', check]
      .filter((each) => each !== '')
      .join(' ');
  const judging = ({ what, name, a, b }: JudgingChange): string =>
    fill(texts.change, { what: `${texts.judging[what]} ${name}`.trim(), a: a ?? texts.none, b: b ?? texts.none });
  const finding = ({ artifact, line, check, severity, fingerprint }: FindingPresence): string =>
    fill(texts.finding, {
      place: line === null ? artifact : `${artifact}:${line}`,
      check,
      severity: severities[severity],
      fingerprint,
    });
  const { added, removed, moved } = comparison.findings;
  const { opinions } = comparison;
  return [
    ...cut(comparison.judging.map(judging)),
    ...cut(
      comparison.verdicts.flatMap((each) => [
        fill(texts.change, { what: subject(each), a: verdict(each.a), b: verdict(each.b) }),
        ...each.rules.map(({ check, a, b }) => fill(texts.rule, { check, a: verdict(a), b: verdict(b) })),
      ]),
    ),
    ...cut(comparison.added.map((each) => fill(texts.added, { what: subject(each), verdict: verdict(each.verdict) }))),
    ...cut(
      comparison.removed.map((each) => fill(texts.removed, { what: subject(each), verdict: verdict(each.verdict) })),
    ),
    ...cut(removed.map((each) => fill(texts.removedFinding, { finding: finding(each) }))),
    ...cut(added.map((each) => fill(texts.addedFinding, { finding: finding(each) }))),
    ...cut(moved.map(({ a, b }) => fill(texts.change, { what: finding(a), a: place(a), b: place(b) }))),
    ...cut(opinions.removed.map((each) => `- ${placedOpinion(each, catalogue.report)}`)),
    ...cut(opinions.added.map((each) => `+ ${placedOpinion(each, catalogue.report)}`)),
  ];
}

function place({ artifact, line, column }: FindingPresence): string {
  return [artifact, line, column].filter((each) => each !== null).join(':');
}

/** A reader's problem in one sentence, with its remedy left out: a seal is not an export. */
export function wordProblem({ code, args }: ReadProblem, catalogue: Catalogue): string {
  const words: Readonly<Record<string, string>> = catalogue.readWords;
  // A reason has values of its own: a size, another name.
  const word = words[String(args.reason)];
  const reason = word === undefined ? args.reason : fill(word, args);
  return fill(textsOfCode(catalogue, code).finding, { ...args, ...(reason !== undefined && { reason }) });
}
