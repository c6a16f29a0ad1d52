import { groupBy } from '../../artifacts/group-by.js';
import type { Verdict } from '../../engine/verdict.js';
import type { Report, ReportCandidate, ReportEvidence, ReportRequirement } from '../report.js';
import { CHECKLIST_NAME } from './deposit-names.js';
import { chapterFolder, ProofNames } from './names.js';
import { type DepositFile, extensionFor } from './proof-formats.js';
import { type ProofWarning, warningsOf } from './proof-warnings.js';
import { type Statement, type ValueTexts, valueFile } from './value-files.js';

/** What was given for a requirement, as it is: a report shows it masked. */
interface GivenRequirement {
  readonly reason: { readonly code: string } | undefined;
  /** Beside those of the report, as is their evidence. */
  readonly scenarios: readonly {
    readonly reason: { readonly code: string } | undefined;
    readonly evidence: readonly {
      readonly files: readonly { readonly path: string }[];
      readonly value: string | null;
    }[];
  }[];
}

export interface DepositLimits {
  /** Bytes of a file and of a chapter above which a warning is given. */
  readonly fileBytes: number;
  readonly chapterBytes: number;
}

/** What a deposit is laid out from. */
export interface DepositInput {
  readonly report: Report;
  /** By id of the requirement. */
  readonly given: ReadonlyMap<string, GivenRequirement>;
  /** By the paths of `given`. */
  readonly files: ReadonlyMap<string, DepositFile>;
  /** As the manifest names it: a value that is deposited is a proof, which is not masked. */
  readonly candidate: Pick<ReportCandidate, 'vendor' | 'product' | 'version'>;
  /** By number of proof. */
  readonly statements: Readonly<Record<string, Statement>>;
  readonly limits: DepositLimits;
}

/** A file of the deposit that stands for a proof. */
export interface DepositEntry {
  /** Name in the folder of the chapter. */
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hexadecimal; undefined for what the deposit writes itself. */
  readonly sha256: string | undefined;
  /** Path in the dossier of what is copied, as it is and as it is shown; undefined for a value. */
  readonly source: { readonly path: string; readonly shown: string } | undefined;
  /** What is written, for a permalink, an execution or a statement. */
  readonly content: string | undefined;
  /** What of it opens something. */
  readonly secrets: DepositFile['secrets'];
}

export interface DepositProof {
  readonly requirement: ReportRequirement;
  readonly scenario: string;
  readonly evidence: ReportEvidence;
  readonly entries: readonly DepositEntry[];
  readonly warnings: readonly ProofWarning[];
}

/**
 * `complete`: nothing known is missing; `incomplete`: it would be refused as it is; `unjudged`: nothing is concluded, the run being partial or a part of it
 * not judged; `nothing`: no requirement of it applies.
 */
type ChapterState = 'complete' | 'incomplete' | 'unjudged' | 'nothing';

export interface DepositChapter {
  /** Name of its folder. */
  readonly folder: string;
  readonly chapter: string;
  readonly state: ChapterState;
  readonly requirements: readonly ReportRequirement[];
  readonly proofs: readonly DepositProof[];
  /** Requirements and scenarios that do not apply by an answer of the candidate, each to be declared on honour. */
  readonly declarations: readonly { readonly id: string; readonly reason: string }[];
  readonly bytes: number;
}

/** Lays out the proofs of a report as they are deposited: by chapter in the order of the report, then by number. Pure: the same values give the same plan. */
export function depositPlan(input: DepositInput, texts: ValueTexts): DepositChapter[] {
  const chapters = groupBy(input.report.requirements, (each) => each.chapter);
  const proofsOfFile = new Map<string, Set<string>>();
  const gathered = [...chapters].map(([chapter, requirements]) => {
    const members = requirements.map((requirement) => ({ requirement, given: input.given.get(requirement.id) }));
    const proofs = gather(members);
    for (const { evidence } of proofs)
      for (const { sha256 } of evidence.files) {
        const proven = proofsOfFile.get(sha256) ?? new Set();
        proofsOfFile.set(sha256, proven.add(evidence.id));
      }
    return { chapter, requirements, members, proofs };
  });
  return gathered.map(({ chapter, requirements, members, proofs }, index) => {
    const names = new ProofNames([CHECKLIST_NAME]);
    const planned = proofs.map((each) => planProof(each, { input, texts, names, proofsOfFile }));
    return {
      folder: chapterFolder(index + 1, gathered.length, chapter === '' ? texts.noChapter : chapter),
      chapter,
      state: stateOf(requirements, planned, input.report.partial),
      requirements,
      proofs: planned,
      declarations: members.flatMap(({ requirement, given }) => declarationsOf(requirement, given)),
      bytes: planned.flatMap(({ entries }) => entries).reduce((sum, { bytes }) => sum + bytes, 0),
    };
  });
}

interface GatheredProof {
  readonly requirement: ReportRequirement;
  readonly scenario: string;
  readonly evidence: ReportEvidence;
  /** Real paths, beside `evidence.files`. */
  readonly paths: readonly string[];
  readonly value: string | null;
}

/** Each proof of a chapter once, though two scenarios may share it: then all that was given for it. */
function gather(
  members: readonly { readonly requirement: ReportRequirement; readonly given: GivenRequirement | undefined }[],
): GatheredProof[] {
  const proofs = new Map<string, GatheredProof>();
  for (const { requirement, given } of members)
    for (const [rank, scenario] of requirement.scenarios.entries())
      for (const [index, evidence] of scenario.evidence.entries()) {
        const real = given?.scenarios[rank]?.evidence[index];
        const paths = real?.files.map(({ path }) => path) ?? [];
        const proof = { requirement, scenario: scenario.id, evidence, paths, value: real?.value ?? null };
        const known = proofs.get(evidence.id);
        proofs.set(evidence.id, known ? merged(known, proof) : proof);
      }
  return [...proofs.values()];
}

function merged(one: GatheredProof, other: GatheredProof): GatheredProof {
  const [first, second] = one.evidence.status === 'present' ? [one, other] : [other, one];
  if (second.evidence.status !== 'present') return first;
  const added = second.paths.flatMap((path, index) => {
    const file = second.evidence.files[index];
    return file && !first.paths.includes(path) ? [{ path, file }] : [];
  });
  return {
    ...first,
    evidence: { ...first.evidence, files: [...first.evidence.files, ...added.map(({ file }) => file)] },
    paths: [...first.paths, ...added.map(({ path }) => path)],
  };
}

const UNKNOWN: DepositFile = { kind: 'other', format: undefined, encrypted: false, secrets: [] };

function planProof(
  { requirement, scenario, evidence, paths, value }: GatheredProof,
  {
    input,
    texts,
    names,
    proofsOfFile,
  }: {
    readonly input: DepositInput;
    readonly texts: ValueTexts;
    readonly names: ProofNames;
    readonly proofsOfFile: ReadonlyMap<string, ReadonlySet<string>>;
  },
): DepositProof {
  const { candidate } = input;
  const statement = input.statements[evidence.id];
  const written =
    evidence.status === 'present' && paths.length === 0 && value !== null
      ? valueFile({ requirement, evidence, value, statement, candidate }, texts)
      : undefined;
  const files = evidence.files.flatMap((file, index) => {
    const path = paths[index];
    return path === undefined ? [] : [{ ...file, shown: file.path, path, known: input.files.get(path) ?? UNKNOWN }];
  });
  const entries: DepositEntry[] = written
    ? [
        {
          name: names.take(evidence.id, '', written.extension),
          bytes: Buffer.byteLength(written.content),
          sha256: undefined,
          source: undefined,
          content: written.content,
          secrets: [],
        },
      ]
    : files.map(({ path, shown, sha256, bytes, known }, index) => ({
        name: names.take(evidence.id, files.length > 1 ? `-${index + 1}` : '', extensionFor(path, known)),
        bytes,
        sha256,
        source: { path, shown },
        content: undefined,
        secrets: known.secrets,
      }));
  return {
    requirement,
    scenario,
    evidence,
    entries,
    warnings: warningsOf({ evidence, entries, files, proofsOfFile, limit: input.limits.fileBytes }),
  };
}

const REFUSED: readonly Verdict[] = ['nonconforming', 'missing'];
const NOT_JUDGED: readonly Verdict[] = ['undetermined', 'not-tested'];

function stateOf(
  requirements: readonly ReportRequirement[],
  proofs: readonly DepositProof[],
  partial: boolean,
): ChapterState {
  const applicable = requirements.filter(({ verdict }) => verdict !== 'not-applicable');
  const mandatory = applicable.filter((each) => each.mandatory);
  const isLacking = proofs.some(({ requirement, evidence }) => requirement.mandatory && evidence.status !== 'present');
  if (isLacking || mandatory.some(({ verdict }) => REFUSED.includes(verdict))) return 'incomplete';
  if (partial || mandatory.some(({ verdict }) => NOT_JUDGED.includes(verdict))) return 'unjudged';
  return applicable.length === 0 ? 'nothing' : 'complete';
}

function declarationsOf(requirement: ReportRequirement, given: GivenRequirement | undefined) {
  const isAnswer = (each: { readonly reason: { readonly code: string } | undefined } | undefined): boolean =>
    each?.reason?.code === 'reason/condition-false';
  return [
    ...(isAnswer(given) ? [requirement] : []),
    ...requirement.scenarios.filter((_, index) => isAnswer(given?.scenarios[index])),
  ].map(({ id, reason }) => ({ id, reason: reason ?? '' }));
}
