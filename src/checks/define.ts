import { type Artifact, isKind, type Kind } from '../artifacts/artifact.js';
import type { Location } from '../artifacts/location.js';
import type { CheckContext } from './context.js';
import type { ExampleBase } from './example-base.js';
import { keptBy } from './kept-by.js';
import type { Mark } from './mark.js';

export type Severity = 'error' | 'warning' | 'info';

/** One thing that a check can find. Its texts are in the catalogues under `CHECK/RULE`. */
export interface Rule {
  /** `error` only for a primary source that official samples do not contradict. */
  readonly severity: Severity;
  readonly mark: Mark;
  /** Document and clause. */
  readonly clause: string;
  /** Official samples that break the rule, of those it applies to; null when no official sample exists. */
  readonly samples: { readonly broken: number; readonly of: number; readonly corpus: string } | null;
}

/** Where a finding is: a path of artifact, and a location inside. */
export interface Place extends Location {
  readonly artifact: string;
}

export interface RawFinding<R extends string = string> {
  readonly rule: R;
  readonly at: Place;
  readonly args?: Readonly<Record<string, string | number>>;
  /** The value found, as written. */
  readonly actual?: string;
}

/** Something without which a check can't judge; texts are in the catalogue under `need/…`. */
export interface Need {
  readonly code: NeedCode;
  /** `path` is that of the artifacts that the check ran on: a file that the text names beside has another name. */
  readonly args?: Readonly<Record<string, string | number>> & { readonly path?: never };
}

export type NeedCode =
  | 'need/nil'
  | 'need/annex-3'
  | 'need/patient-status'
  | 'need/token-exchange'
  | 'need/psc-leg'
  | 'need/psc-mode-ciba'
  | 'need/psc-mode-browser'
  | 'need/exchanged-subject'
  | 'need/exchange-answer'
  | 'need/token-answer'
  | 'need/jwks'
  | 'need/client-authentication'
  | 'need/psc-trust-space'
  | 'need/masked-value'
  | 'need/act-date'
  | 'need/no-reply'
  | 'need/mailbox-kind'
  | 'need/capture-time'
  | 'need/connected-user'
  | 'need/own-session'
  | 'need/account-columns'
  | 'need/account-of-session'
  | 'need/second-means'
  | 'need/insi-log'
  | 'need/insi-log-columns'
  | 'need/mail-trace-columns'
  | 'need/acknowledgement'
  | 'need/message-role'
  | 'need/message-order'
  | 'need/strict-trait-change'
  | 'need/used-name-change'
  | 'need/ins-removal'
  | 'need/acknowledged-message'
  | 'need/business-acknowledgement'
  | 'need/forwarded-message'
  | 'need/platform-mail'
  | 'need/reported-mail'
  | 'need/mail-receipt'
  | 'need/accepted-delivery'
  | 'need/trust-anchors'
  | 'need/dmp-call'
  | 'need/dmp-answer'
  | 'need/call-order'
  | 'need/access-check'
  | 'need/two-users'
  | 'need/psc-dmp-call'
  | 'need/multi-criteria'
  | 'need/legal-entity'
  | 'need/laboratory-report'
  | 'need/partial-report'
  | 'need/complete-report'
  | 'need/tls-server'
  | 'need/handshake-end'
  | 'need/session-time'
  | 'need/connection-start'
  | 'need/authentication-shown'
  | 'need/mail-login'
  | 'need/opened-mailbox'
  | 'need/client-certificate'
  | 'need/dated-session'
  | 'need/session-close'
  | 'need/autoconfig-answer'
  | 'need/mailbox-test'
  | 'need/fhir-package'
  | 'need/fhir-snapshot'
  | 'need/pdf-reader'
  | 'need/pdf-text'
  | 'need/replacement'
  | 'need/replaced-document'
  | 'need/deleted-document';

/**
 * What running a check gave. `evaluated` counts the things looked at: with 0 the check is not tested. `applies: false` means that the
 * check is not about this artifact at all. `needs` makes the result missing, and `failure`, a rule that can't be evaluated, undetermined, unless
 * an error was found.
 */
export interface Outcome<R extends string = string> {
  readonly evaluated: number;
  readonly findings: readonly RawFinding<R>[];
  readonly needs?: readonly Need[];
  readonly failure?: string | undefined;
  readonly applies?: boolean;
}

/** An edit of a conforming recipe that plants one fault; also shown by `explain` as the good and the bad example. */
export interface Example<R extends string = string> {
  readonly rule: R;
  /** Recipe of the fixtures that is edited. */
  readonly base: ExampleBase;
  /** Editable part of the recipe. */
  readonly part: string;
  /** Stands exactly once in the part. */
  readonly good: string;
  readonly bad: string;
  /** Other checks that the bad example trips too, when it can't be otherwise. */
  readonly trips?: readonly string[];
}

interface CheckBase<R extends string> {
  /** `domain/name`; the name is that of its file. */
  readonly id: string;
  readonly rules: Readonly<Record<R, Rule>>;
  /** One at least for each rule. */
  readonly examples: readonly Example<NoInfer<R>>[];
}

interface EachCheck<K extends Kind, R extends string> extends CheckBase<R> {
  /** One kind, or several that the check judges alike. */
  readonly on: K | readonly K[];
  run(artifact: Artifact<K>, context: CheckContext): Outcome<NoInfer<R>>;
}

interface AllCheck<K extends Kind, R extends string, T> extends CheckBase<R> {
  /** One kind, or several: they are judged together. */
  readonly on: K | readonly K[];
  /**
   * What the check needs of an artifact, in plain values: the rest is dropped before the next file is read. Checks that need the same name the same
   * function, and share what it gave. Without it, the artifacts are kept whole.
   */
  keep?(artifact: Artifact<K>): T;
  run(kept: readonly NoInfer<T>[], context: CheckContext): Outcome<NoInfer<R>>;
}

/** A check on several artifacts together, as the engine sees it. */
export interface SetCheck extends CheckBase<string> {
  readonly scope: 'all';
  readonly kinds: readonly Kind[];
  keep(artifact: Artifact): unknown;
  /** Judges what `keep` gave of each artifact. */
  run(kept: readonly unknown[], context: CheckContext): Outcome;
}

/** A check as the engine sees it: it runs it on artifacts of its kind only. */
export type Check =
  | (CheckBase<string> & {
      readonly scope: 'each';
      readonly kinds: readonly Kind[];
      run(artifact: Artifact, context: CheckContext): Outcome;
    })
  | SetCheck;

/** Declares a check that judges artifacts one by one: a pure function of the artifact and of what the dossier declares. */
export function defineCheck<K extends Kind, R extends string>({ on, ...check }: EachCheck<K, R>): Check {
  const kinds = typeof on === 'string' ? [on] : on;
  return {
    ...check,
    scope: 'each',
    kinds,
    run: (artifact, context) => check.run(ofKind(artifact, kinds), context),
  };
}

/** Declares a check that judges all the artifacts of a selection together, from what it keeps of each. */
export function defineSetCheck<K extends Kind, R extends string, T = Artifact<K>>({
  on,
  ...check
}: AllCheck<K, R, T>): SetCheck {
  const kinds = typeof on === 'string' ? [on] : on;
  return {
    ...check,
    scope: 'all',
    kinds,
    keep: (artifact) => {
      const own = ofKind(artifact, kinds);
      return check.keep ? keptBy(check.keep, own) : own;
    },
    run: (kept, context) => check.run(kept as readonly T[], context),
  };
}

function ofKind<K extends Kind>(artifact: Artifact, kinds: readonly K[]): Artifact<K> {
  const kind = kinds.find((each) => each === artifact.kind);
  if (kind === undefined || !isKind(artifact, kind))
    throw new TypeError(`a check on ${kinds.join(', ')} was given ${artifact.path}, a ${artifact.kind}`);
  return artifact;
}
