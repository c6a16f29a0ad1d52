import { fileOf, type Outline, type Unreadable } from '../artifacts/artifact.js';
import { withoutBang } from '../artifacts/child-names.js';
import type { Reason, ReasonCode } from '../engine/plan.js';
import type { EvidenceFile, EvidenceGiven } from '../engine/results.js';
import type { Evidence } from '../scenarios/scenario.js';
import { type Manifest, namesOf } from './manifest.js';
import { runNumberOf } from './run-number.js';

/**
 * What the dossier gives for each proof: the artifacts of a selection, the files that the manifest names, a permalink, an execution number
 * or a statement.
 */
export function evidenceLookup(
  manifest: Manifest,
  artifacts: readonly Outline[],
  unreadable: readonly Unreadable[],
): (evidence: Evidence, selected: readonly Outline[]) => EvidenceGiven {
  const files = new Map(artifacts.map(({ path, sha256, bytes }) => [path, { path, sha256, bytes }]));
  const redacted = new Set((manifest.redaction?.withheld ?? []).map((each) => each.path));
  const broken = new Map(
    unreadable.map(({ path }) => [
      path,
      redacted.has(path) ? ('reason/evidence-redacted' as const) : ('reason/evidence-unreadable' as const),
    ]),
  );
  return (evidence, selected) => {
    const statement = valueFor(evidence, manifest.statements);
    if (statement) return ofForm(evidence, 'statement', `${statement.text} (${statement.by}, ${statement.on})`);
    const given = valueFor(evidence, manifest.evidence);
    if (typeof given === 'string') return fromPaths([given], files, broken);
    if (isPaths(given)) return fromPaths(given, files, broken);
    if (given?.permalink !== undefined) return fromPermalink(evidence, given.permalink);
    const run = runNumberOf(given?.execution);
    if (run !== undefined) return ofForm(evidence, 'execution', String(run));
    // A contained artifact is deposited with the file that contains it.
    const paths = [...new Set(selected.map(fileOf))];
    return paths.length > 0 ? fromPaths(paths, files, broken) : absent({ code: 'reason/evidence-missing', args: {} });
  };
}

function valueFor<T>(evidence: Evidence, given: Readonly<Record<string, T>> = {}): T | undefined {
  const name = namesOf(evidence).find((each) => Object.hasOwn(given, each));
  return name === undefined ? undefined : given[name];
}

type Given = NonNullable<Manifest['evidence']>[string];

function isPaths(given: Given | undefined): given is readonly string[] {
  return Array.isArray(given);
}

function present(files: readonly EvidenceFile[], value: string | null, reason?: Reason): EvidenceGiven {
  return { status: 'present', files, value, reason };
}

function absent(reason: Reason, value: string | null = null): EvidenceGiven {
  return { status: 'missing', files: [], value, reason };
}

/** A number or a statement stands for the proofs that are one, not for a video. */
function ofForm(evidence: Evidence, form: Evidence['kind'], value: string): EvidenceGiven {
  if (evidence.kind === form || evidence.anyForm) return present([], value);
  return absent({ code: 'reason/evidence-wrong-form', args: { wanted: evidence.kind, given: form } }, value);
}

/** Platforms of the interoperability tests (ANS FAQ): the current one, the earlier one, and the one that only shows what a test would give. */
const CURRENT_HOST = 'interop.referencement.esante.gouv.fr';
const EARLIER_HOST = 'interopsegur.esante.gouv.fr';

function fromPermalink(evidence: Evidence, link: string): EvidenceGiven {
  if (evidence.kind !== 'permalink') return ofForm(evidence, 'permalink', link);
  const url = URL.canParse(link) ? new URL(link) : undefined;
  const args = { link, wanted: CURRENT_HOST };
  if (url?.protocol !== 'https:' || (url.host !== CURRENT_HOST && url.host !== EARLIER_HOST)) {
    const reason: Reason = { code: 'reason/evidence-wrong-host', args };
    return evidence.anyForm && url?.protocol === 'https:' ? present([], link, reason) : absent(reason, link);
  }
  return present([], link, url.host === EARLIER_HOST ? { code: 'reason/evidence-earlier-host', args } : undefined);
}

function fromPaths(
  paths: readonly string[],
  files: ReadonlyMap<string, EvidenceFile>,
  broken: ReadonlyMap<string, ReasonCode>,
): EvidenceGiven {
  const found = paths.flatMap((path) => files.get(withoutBang(path)) ?? []);
  const wrong = paths.find((path) => !files.has(withoutBang(path)));
  if (wrong === undefined) return present(found, null);
  const code = broken.get(withoutBang(wrong)) ?? 'reason/evidence-file-missing';
  return {
    status: broken.has(withoutBang(wrong)) ? 'unreadable' : 'missing',
    files: found,
    value: null,
    reason: { code, args: { path: wrong } },
  };
}
