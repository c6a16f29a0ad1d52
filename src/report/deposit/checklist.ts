import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import { escapeMarkdown, markdownCode } from '../escape-markdown.js';
import { placeOf } from '../find-findings.js';
import { type FindOpinions, indexOpinions, placedOpinion, sayOpinion } from '../opinions.js';
import type { Report, ReportRequirement, ReportScenario } from '../report.js';
import { DEPOSIT_MARK } from './deposit-names.js';
import { manifestLine } from './manifest-line.js';
import type { DepositChapter, DepositEntry, DepositLimits, DepositProof } from './plan.js';
import { megabytes } from './proof-warnings.js';
import { wordWarning } from './words.js';

/** Errors of one requirement that are told: the reports have them all. */
const MAX_FINDINGS = 5;

interface Context {
  readonly report: Report;
  readonly limits: DepositLimits;
  readonly texts: ReportTexts;
}

/** The checklist of the whole deposit, in Markdown: alarms, a table of the chapters, then each of them. */
export function wholeChecklist(chapters: readonly DepositChapter[], context: Context): string {
  const { report, limits, texts } = context;
  const { deposit } = texts;
  const words = deposit.checklist;
  const wrong = report.dossier.filter(({ verdict }) => verdict === 'nonconforming' || verdict === 'missing');
  const secrets = chapters.flatMap(({ folder, proofs }) =>
    proofs.flatMap(({ entries }) => entries.flatMap((each) => secretLine(`${folder}/${each.name}`, each, texts))),
  );
  return document([
    ...heading(context),
    ...section(
      words.dossier,
      wrong.map(({ id, verdict }) => `- [ ] ${markdownCode(id)}${texts.deposit.colon}${texts.verdicts[verdict]}`),
    ),
    `## ${texts.labels.chapters}`,
    '',
    `| ${[words.folder, words.state, words.present, words.missing, words.warnings].join(' | ')} |`,
    '| --- | --- | ---: | ---: | ---: |',
    ...chapters.map((each) => {
      const missing = each.proofs.filter(({ evidence }) => evidence.status !== 'present').length;
      const warnings = each.proofs.reduce((sum, proof) => sum + proof.warnings.length, 0);
      const cells = [
        escapeMarkdown(each.folder),
        deposit.states[each.state],
        each.proofs.length - missing,
        missing,
        warnings,
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
    ...section(words.secrets, secrets),
    ...opinionLines(report, texts),
    ...chapters.flatMap((each) => chapterLines(each, context)),
    fill(words.limits, { file: megabytes(limits.fileBytes), chapter: megabytes(limits.chapterBytes) }),
  ]);
}

/** All that people said, counted: the chapters show only what is on a proof or on an error that they list. */
function opinionLines({ summary, opinions = [] }: Report, texts: ReportTexts): string[] {
  const { heading, counts } = texts.opinions;
  return section(heading, [
    ...(summary.opinions ? [escapeMarkdown(fill(counts, summary.opinions)), ''] : []),
    ...opinions.map((each) => `- ${escapeMarkdown(placedOpinion(each, texts))}`),
  ]);
}

/** The checklist of one chapter. */
export function chapterChecklist(chapter: DepositChapter, context: Context): string {
  return document([...heading(context), ...chapterLines(chapter, context)]);
}

function document(lines: readonly string[]): string {
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function heading({ report, texts }: Context): string[] {
  const { base, rem, candidate } = report;
  const words = texts.deposit.checklist;
  const said = rem ? rem.file : `${base.source} (${base.date})`;
  return [
    DEPOSIT_MARK,
    '',
    `# ${words.title}`,
    '',
    ...report.alarms.flatMap((alarm) => [`> **${escapeMarkdown(alarm)}**`, '']),
    ...(report.partial ? [`> **${texts.partial}**`, ''] : []),
    ...(candidate
      ? [
          escapeMarkdown(
            `${candidate.vendor}, ${candidate.product} ${candidate.version} (${candidate.corridor}, ${fill(texts.wave, { wave: candidate.wave }).toLowerCase()})`,
          ),
          '',
        ]
      : []),
    escapeMarkdown(
      `segur-check ${report.tool.version}${texts.deposit.colon}${texts.preVerification}. ${texts.labels.base}${texts.deposit.colon}${said}.`,
    ),
    '',
  ];
}

function chapterLines(chapter: DepositChapter, context: Context): string[] {
  const { texts, limits } = context;
  const words = texts.deposit.checklist;
  const { proofs, requirements, declarations } = chapter;
  const { colon } = texts.deposit;
  const opinions = indexOpinions(context.report);
  const part = (title: string, lines: readonly string[]): string[] => section(title, lines, '###');
  const warnings = proofs.flatMap((proof) =>
    proof.warnings.map(
      (each) =>
        `- [ ] ${markdownCode(proof.evidence.id)}${texts.deposit.colon}${escapeMarkdown(wordWarning(each, texts))}`,
    ),
  );
  if (chapter.bytes > limits.chapterBytes) {
    const sizes = { bytes: megabytes(chapter.bytes), maximum: megabytes(limits.chapterBytes) };
    warnings.push(`- [ ] ${fill(words.chapterSize, sizes)}`);
  }
  const missing = proofs.filter(({ evidence }) => evidence.status !== 'present');
  const seen = proofs.filter(({ evidence }) => evidence.status === 'present' && evidence.verdict === 'to-review');
  return [
    `## ${escapeMarkdown(chapter.chapter || texts.deposit.noChapter)}`,
    '',
    markdownCode(chapter.folder),
    '',
    `**${texts.deposit.states[chapter.state]}**${texts.deposit.colon}${texts.deposit.stateSentences[chapter.state]}`,
    '',
    ...part(words.toGive, [
      ...missing.flatMap((each) => missingLines(each, texts)),
      ...requirements.flatMap((each) => openLines(each, texts)),
    ]),
    ...part(
      words.toCorrect,
      requirements.flatMap((each) => wrongLines(each, opinions, context)),
    ),
    ...part(words.declarations, [
      ...declarations.flatMap(({ id, reason }) => [
        `- [ ] ${markdownCode(id)}${texts.deposit.colon}${escapeMarkdown(reason)}`,
        `  - ${fill(words.declaration, { id: markdownCode(id) })}`,
      ]),
      ...proofs
        .filter(({ evidence }) => evidence.kind === 'statement')
        .flatMap(({ entries }) => entries.filter(({ content }) => content !== undefined))
        .map(({ name }) => `- [ ] ${markdownCode(name)}${texts.deposit.colon}${words.toSign}`),
    ]),
    ...part(words.warnings, warnings),
    ...part(
      texts.xlsx.opinions,
      proofs.flatMap(({ evidence }) =>
        opinions
          .ofEvidence(evidence.id)
          .map((each) => `- [ ] ${markdownCode(evidence.id)}${colon}${escapeMarkdown(sayOpinion(each, texts))}`),
      ),
    ),
    ...part(
      words.unknown,
      requirements
        .filter(({ verdict, scenarios }) => verdict === 'to-review' && scenarios.length === 0)
        .map(({ id, title }) => `- [ ] ${markdownCode(id)} ${escapeMarkdown(title)}`),
    ),
    ...part(
      words.toReview,
      seen.map(
        ({ evidence, entries }) =>
          `- [ ] ${entries.map(({ name }) => markdownCode(name)).join(', ')}${texts.deposit.colon}${escapeMarkdown(evidence.review)}`,
      ),
    ),
  ];
}

/** A title and its lines; nothing without any. */
function section(title: string, lines: readonly string[], level = '##'): string[] {
  return lines.length === 0 ? [] : [`${level} ${title}`, '', ...lines, ''];
}

function missingLines({ requirement, evidence }: DepositProof, texts: ReportTexts): string[] {
  const words = texts.deposit.checklist;
  const { id, kind, reason, review } = evidence;
  const { section: key, line } = manifestLine(evidence, words);
  const optional = requirement.mandatory ? '' : ` (${words.optional})`;
  return [
    `- [ ] ${markdownCode(id)} (${texts.evidenceKinds[kind]})${texts.deposit.colon}${markdownCode(requirement.id)} ${escapeMarkdown(requirement.title)}${optional}`,
    ...(reason !== null && reason !== texts.notGiven ? [`  - ${escapeMarkdown(reason)}`] : []),
    `  - ${fill(words.line, { section: markdownCode(key), line: markdownCode(line) })}`,
    `  - ${fill(words.review, { review: escapeMarkdown(review) })}`,
  ];
}

/** A scenario that the workbook of the corridor does not have holds nothing back. */
function counts({ informative }: ReportScenario): boolean {
  return informative !== true;
}

/** What else is asked for: questions without an answer, exports that a step needs. */
function openLines({ id, mandatory, verdict, reason, scenarios }: ReportRequirement, texts: ReportTexts): string[] {
  if (!mandatory || verdict === 'not-applicable') return [];
  const open = ['missing', 'not-tested'];
  const asked = [
    ...(open.includes(verdict) && reason !== null ? [reason] : []),
    ...scenarios
      .filter(counts)
      .flatMap((scenario) => [
        ...(open.includes(scenario.verdict) && scenario.reason !== null ? [scenario.reason] : []),
        ...scenario.steps.filter((step) => open.includes(step.verdict)).flatMap(({ reasons }) => reasons),
      ]),
  ];
  return [...new Set(asked)].map((each) => `- [ ] ${markdownCode(id)}${texts.deposit.colon}${escapeMarkdown(each)}`);
}

function wrongLines(
  { id, title, mandatory, verdict, scenarios }: ReportRequirement,
  opinions: FindOpinions,
  { report, texts }: Context,
): string[] {
  if (verdict !== 'nonconforming' && verdict !== 'undetermined') return [];
  const words = texts.deposit.checklist;
  const counted = scenarios.filter(counts);
  const runs = counted.flatMap(({ steps }) => steps.flatMap(({ checks }) => checks));
  const ids = new Set(runs.filter((run) => run.verdict === 'nonconforming').flatMap(({ findings }) => findings));
  const errors = report.findings.filter((finding) => ids.has(finding.id) && finding.severity === 'error');
  const reasons =
    verdict === 'undetermined' ? counted.flatMap(({ steps }) => steps.flatMap((each) => each.reasons)) : [];
  return [
    `- [ ] ${markdownCode(id)} ${escapeMarkdown(title)}${texts.deposit.colon}${texts.verdicts[verdict]}${mandatory ? '' : ` (${words.optional})`}`,
    ...errors
      .slice(0, MAX_FINDINGS)
      .flatMap((each) => [
        `  - ${markdownCode(placeOf(each))}${texts.deposit.colon}${escapeMarkdown(`${each.message} ${each.remedy}`)}`,
        ...opinions.ofFinding(each.fingerprint).map((said) => `    - ${escapeMarkdown(sayOpinion(said, texts))}`),
      ]),
    ...(errors.length > MAX_FINDINGS
      ? [`  - ${fill(texts.moreFindings, { count: errors.length - MAX_FINDINGS })}`]
      : []),
    ...[...new Set(reasons)].slice(0, MAX_FINDINGS).map((each) => `  - ${escapeMarkdown(each)}`),
  ];
}

function secretLine(path: string, { secrets }: DepositEntry, { deposit }: ReportTexts): string[] {
  const kinds: Readonly<Record<string, string>> = deposit.secretKinds;
  const told = secrets.map(({ kind, until }) => {
    const name = kinds[kind] ?? kind;
    return until === undefined ? name : fill(deposit.checklist.until, { kind: name, until });
  });
  const listed = [...new Set(told)].sort().join(', ');
  return told.length === 0 ? [] : [`- [ ] ${markdownCode(path)}${deposit.colon}${listed}`];
}
