import type { Declaration, Kind } from '../artifacts/artifact.js';
import type { LogContent } from '../artifacts/logs/log.js';
import type { Mark } from '../checks/mark.js';
import type { Overlay } from './overlay.js';
import type { OfficialRequirement, OfficialScenario, OfficialText, RemLayout } from './rem-workbook.js';

/** Text in the two languages of the project. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

export const EVIDENCE_KINDS = [
  'demonstration',
  'artifact',
  'log',
  'permalink',
  'document',
  'attestation',
  'statement',
  'execution',
] as const;

/**
 * What a proof is: `demonstration` a video or screenshots; `artifact` an export that checks judge; `log` a message source or a trace;
 * `permalink` a link to a Gazelle report; `document` a file of the product; `attestation` a paper of the CNDA; `statement` a written
 * commitment; `execution` the number of a run of the MSSanté test tool.
 */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Picks artifacts of the dossier, at any depth. Every field given must hold. */
export interface Selector
  extends Pick<Declaration, 'role' | 'mailbox' | 'no-reply' | 'psc-mode' | 'logout' | 'version'> {
  readonly kind: Kind | readonly Kind[];
  /** Is not declared with this role: what the software received is not what it produced. */
  readonly 'not-role'?: NonNullable<Declaration['role']>;
  /** Contains an artifact of this kind. */
  readonly carries?: Kind;
  /** Contains no artifact of this kind. */
  readonly without?: Kind;
  /** A mail with a recipient at `@patient.mssante.fr`, or with one elsewhere. */
  readonly to?: 'patient' | 'professional';
  /** A log of this, or of one of these. */
  readonly protocol?: LogContent['protocol'] | readonly LogContent['protocol'][];
  /** A mail that reports on another in this way: a reading receipt (MDN), or what became of it on its way (DSN). */
  readonly reports?: 'disposition-notification' | 'delivery-status';
  /** A mail that asks to be reported on in this way: by Disposition-Notification-To, or by Return-Receipt-To. */
  readonly asks?: 'disposition-notification' | 'delivery-status';
  /** A mail whose header says that it answers another (In-Reply-To, References, `Re:`), or that does not say so. A report is no answer. */
  readonly answers?: boolean;
  /** Status of the declared patient: one of them, or `unqualified`, which is anything but a qualified identity. */
  readonly 'patient-status'?: 'provisional' | 'retrieved' | 'validated' | 'qualified' | 'unqualified';
  /** How many are needed, 1 by default. With 0 a step without any is not applicable. */
  readonly min?: number;
}

export type ExpressionLanguage = 'xpath' | 'fhirpath' | 'jsonpath' | 'json-schema';

/** A named check of `src/checks` on a selection: `name` or `name.documents[.kind]`. */
export interface CheckUse {
  readonly use: string;
  readonly on: string;
}

/** A rule written in the scenario. `each` lists what is looked at; without it the whole artifact is. */
export interface ExpressionUse {
  readonly each?: string;
  readonly test: string | Readonly<Record<string, unknown>>;
  readonly language: ExpressionLanguage;
  readonly on: string;
  readonly message?: Bilingual;
  readonly severity?: 'error' | 'warning' | 'info';
}

export interface Step {
  readonly title: Bilingual;
  /** `every` artifact must conform, or `some` artifact ("doit permettre"). */
  readonly needs?: 'every' | 'some';
  readonly checks?: readonly (CheckUse | ExpressionUse)[];
}

export interface Evidence {
  /** Number of the proof in the ANS base. */
  readonly id: string;
  readonly kind: EvidenceKind;
  /** What the reviewer must see. */
  readonly review: Bilingual;
  /** Selection whose artifacts are the proof, for the kinds `artifact` and `log`; of several, one that has some is enough. */
  readonly from?: string | readonly string[];
  /** Known from the words of a workbook alone: a file, a permalink, an execution number or a statement will do. Never in a file of `scenarios/`. */
  readonly anyForm?: boolean;
  /** What the workbook of the corridor writes; never in a file of `scenarios/`. */
  readonly official?: OfficialText;
}

export interface Scenario {
  readonly id: string;
  readonly title: Bilingual;
  /** Corridors that have this scenario, when not all those of the requirement. */
  readonly corridors?: readonly string[];
  /** Question of `conditions.yaml`; `false` in the manifest makes the scenario not applicable. */
  readonly condition?: string;
  readonly artifacts?: Readonly<Record<string, Selector>>;
  readonly steps?: readonly Step[];
  readonly evidence?: readonly Evidence[];
  /** The workbook of the corridor no longer has it: judged and told, without effect on a verdict. Never in a file of `scenarios/`. */
  readonly informative?: boolean;
  /** What the workbook of the corridor writes; never in a file of `scenarios/`. */
  readonly official?: OfficialScenario;
}

/** One requirement of the base, with its scenarios: the content of one YAML file of `scenarios/`. */
export interface Requirement {
  readonly requirement: string;
  readonly title: Bilingual;
  /** Block under which the proofs are deposited (column Chapitre of the ANS workbooks). */
  readonly chapter: string;
  readonly function?: string;
  readonly nature: 'exigence' | 'préconisation';
  /** `Critique` is only in workbooks. */
  readonly criticality?: 'Critique' | 'Majeure' | 'Mineure';
  readonly source: { readonly clause?: string; readonly mark: Mark; readonly date: string };
  readonly applies: {
    /** 1: carried over from wave 1; a candidate to wave 2 answers for it too. */
    readonly wave: 1 | 2;
    readonly corridors: readonly string[];
    /** Profiles by corridor, where they are not `Général` alone. */
    readonly profiles?: Readonly<Record<string, readonly string[]>>;
  };
  readonly condition?: string;
  /** What can show it: an exported artifact, proofs that a person looks at, or a declaration. */
  readonly verifiable: 'artifact' | 'evidence' | 'declaration';
  /** Published correction taken into account in this file. */
  readonly correction?: { readonly source: string; readonly date: string; readonly changes: Bilingual };
  /** What the reviewer must look for when the base holds no scenario. */
  readonly review?: Bilingual;
  /** `every` scenario, or `one-of` them. */
  readonly needs?: 'every' | 'one-of';
  readonly scenarios: readonly Scenario[];
  /** What the workbook of the corridor writes; never in a file of `scenarios/`. */
  readonly official?: OfficialRequirement;
}

/** A kind of software, as the ANS opens a referencing desk for it. */
export interface Corridor {
  readonly corridor: string;
  readonly title: Bilingual;
  readonly profiles: readonly string[];
  /** Our base does not have it: a workbook was given for it. Never in a file of `scenarios/`. */
  readonly fromWorkbook?: boolean;
}

/** A question that only the vendor can answer, e.g. whether the product is the reference of identities. */
export interface Condition {
  readonly condition: string;
  readonly question: Bilingual;
}

/** The whole base: what our pack holds. Requirements are sorted in the order of the ANS workbooks. */
export interface Base {
  readonly source: string;
  readonly date: string;
  readonly requirements: readonly Requirement[];
  readonly corridors: readonly Corridor[];
  readonly conditions: readonly Condition[];
  /** Corrections that the ANS published after its workbooks. */
  readonly overlays?: readonly Overlay[];
  /** The workbook that gave the official wording; absent without one. */
  readonly rem?: RemSource;
}

/** A workbook that official wording is from. */
export interface RemSource {
  /** Name of the file, without folder. */
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly layout: RemLayout;
}

export function isExpression(check: CheckUse | ExpressionUse): check is ExpressionUse {
  return 'language' in check;
}

/** Names of the selections that a proof is from. */
export function sourcesOf({ from = [] }: Evidence): readonly string[] {
  return typeof from === 'string' ? [from] : from;
}

/** Scenario ids irregularly repeat or skip the requirement's number in the source: ids are compared, never parsed. */
const FIRST_SEGMENTS = ['INS', 'DMP', 'MSS', 'PSC', 'ANN', 'TBB', 'HOP', 'DOC', 'PORT', 'EPR'];

/** Key that sorts requirement ids as the ANS exports do: known first segments in their order, then the others; plain string order inside. */
export function workbookOrder(id: string): string {
  const rank = FIRST_SEGMENTS.indexOf(id.split(/[/.]/)[0] ?? '');
  return `${rank === -1 ? 'z' : rank}${id}`;
}
