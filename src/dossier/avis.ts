import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodeUnit } from '../artifacts/by-code-unit.js';
import { loadSchema } from '../packs/schemas.js';
import { AVIS_NAME, targetOf } from '../report/opinions.js';
import type { ReportOpinion } from '../report/report.js';
import { nearest } from '../scenarios/nearest.js';
import { isFailure, type Mistake, parseYaml, type YamlFile } from '../scenarios/parse-yaml.js';
import type { Base } from '../scenarios/scenario.js';
import { readYamlText } from './read-yaml-text.js';
import { UserError } from './user-error.js';

/** What `avis.yaml` says; whether the report has what it is on is known when the report is made. */
export type GivenOpinion = Omit<ReportOpinion, 'current'>;

interface Avis {
  readonly opinions?: readonly (Said & { readonly decision: 'accepted' | 'refused' | 'question' })[];
  readonly derogations?: readonly (Said & { readonly until: string })[];
}

interface Said {
  readonly on: string;
  readonly by: string;
  readonly date: string;
  readonly text?: string;
}

const FINGERPRINT = /^[0-9a-f]{16}$/;

/**
 * Reads `avis.yaml` of the dossier in `folder`, sorted by what each is on, then by date; undefined when there is none.
 * @throws UserError with every mistake in it: shape, dates, numbers of proofs that `base` does not have.
 */
export async function readAvis(folder: string, base: Base): Promise<GivenOpinion[] | undefined> {
  const path = join(folder, AVIS_NAME);
  const stats = await lstat(path).catch(() => undefined);
  // A link may lead out of the dossier.
  if (stats?.isSymbolicLink()) throw new UserError('not-a-file', { path: AVIS_NAME });
  const text = (await readYamlText(path, AVIS_NAME))?.replace(/^\uFEFF/, '');
  if (text === undefined) return undefined;
  // A fingerprint may be written with digits only: every value is read as a text.
  const parsed = parseYaml<Avis>(AVIS_NAME, text, await loadSchema<Avis>('avis'), { texts: true });
  if (isFailure(parsed)) throw new UserError('mistakes', {}, parsed.mistakes.map(withExample));
  const mistakes = mistakesIn(parsed, base);
  if (mistakes.length > 0) throw new UserError('mistakes', {}, mistakes);
  const { opinions = [], derogations = [] } = parsed.value;
  const given: GivenOpinion[] = [
    ...opinions.map((each) => ({ kind: 'opinion' as const, ...said(each), decision: each.decision, until: null })),
    ...derogations.map((each) => ({ kind: 'derogation' as const, ...said(each), decision: null, until: each.until })),
  ];
  return given
    .map((opinion) => ({ opinion, key: keyOf(opinion) }))
    .sort((a, b) => byCodeUnit(a.key, b.key))
    .map(({ opinion }) => opinion);
}

/** A file that is empty, or a list that is none: an example tells more than a type. */
function withExample(mistake: Mistake): Mistake {
  const isShape = mistake.code === 'mistake/type' && mistake.args.expected !== 'string';
  return isShape ? { ...mistake, code: 'mistake/avis-shape', args: {} } : mistake;
}

function said({ on, by, date, text = '' }: Said): Pick<GivenOpinion, 'on' | 'by' | 'date' | 'text'> {
  return { on: FINGERPRINT.test(on) ? { finding: on } : { evidence: on }, by, date, text };
}

function keyOf(opinion: GivenOpinion): string {
  const { kind, decision, by, date, text, until } = opinion;
  return JSON.stringify([targetOf(opinion), date, kind, decision, by, until, text]);
}

function mistakesIn({ value, mistake }: YamlFile<Avis>, base: Base): Mistake[] {
  const proofs = base.requirements.flatMap((each) =>
    each.scenarios.flatMap((scenario) => (scenario.evidence ?? []).map(({ id }) => id)),
  );
  const known = new Set(proofs);
  const unknown = (section: keyof Avis): Mistake[] =>
    (value[section] ?? []).flatMap(({ on: name }, index) =>
      FINGERPRINT.test(name) || known.has(name)
        ? []
        : [mistake([section, index, 'on'], 'mistake/opinion-on', { name, ...nearest(name, proofs) })],
    );
  const ended = (value.derogations ?? []).flatMap(({ date, until }, index) =>
    until < date ? [mistake(['derogations', index, 'until'], 'mistake/until', { name: until, date })] : [],
  );
  return [...unknown('opinions'), ...unknown('derogations'), ...ended];
}
