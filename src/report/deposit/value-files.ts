import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import { showHidden } from '../escape-text.js';
import type { ReportCandidate, ReportEvidence, ReportRequirement } from '../report.js';
import { runPage } from '../run-page.js';

/** A written commitment, as the manifest has it. */
export interface Statement {
  /** Function of who commits. */
  readonly by: string;
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly text: string;
}

export type ValueTexts = ReportTexts['deposit'];

/** The file that stands for a proof that is a value: a link, the number of a run, or a statement to be signed. Lines end as Windows has them. */
export function valueFile(
  {
    requirement,
    evidence,
    value,
    statement,
    candidate,
  }: {
    readonly requirement: ReportRequirement;
    readonly evidence: ReportEvidence;
    readonly value: string;
    readonly statement: Statement | undefined;
    readonly candidate: Pick<ReportCandidate, 'vendor' | 'product' | 'version'>;
  },
  texts: ValueTexts,
): { readonly extension: string; readonly content: string } {
  const { id, kind } = evidence;
  if (kind === 'permalink' && URL.canParse(value))
    return { extension: 'url', content: lines(['[InternetShortcut]', `URL=${new URL(value).href}`]) };
  const head = [fill(texts.values.candidate, { ...candidate }), ''];
  const about = [
    fill(texts.values.requirement, { id: requirement.id, title: requirement.title }),
    fill(texts.values.proof, { id }),
    '',
  ];
  if (kind === 'statement' && statement) {
    const { by, on, text } = statement;
    return {
      extension: 'txt',
      content: `\uFEFF${lines([texts.values.statement, '', ...head, ...about, ...text.split(/\r?\n/), '', fill(texts.values.on, { on }), fill(texts.values.by, { by }), texts.values.name, texts.values.signature])}`,
    };
  }
  const body = kind === 'execution' ? [fill(texts.values.execution, { value }), runPage(value)] : [value];
  return { extension: 'txt', content: `\uFEFF${lines([...head, ...about, ...body])}` };
}

function lines(texts: readonly string[]): string {
  return texts.map((line) => `${showHidden(line)}\r\n`).join('');
}
