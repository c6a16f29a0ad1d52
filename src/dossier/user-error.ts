import type { Mistake } from '../scenarios/parse-yaml.js';

/** A mistake of whoever runs the command: shown as one message, exit code 2. */
export class UserError extends Error {
  constructor(
    /** Key of the catalogue's `usage`. */
    readonly code: UserErrorCode,
    readonly args: Readonly<Record<string, string | number>> = {},
    readonly mistakes: readonly Mistake[] = [],
  ) {
    super(code);
    this.name = 'UserError';
  }
}

export type UserErrorCode =
  | 'no-manifest'
  | 'not-a-folder'
  | 'no-file'
  | 'not-a-file'
  | 'too-large'
  | 'not-a-seal-or-report'
  | 'other-report-version'
  | 'wrong-report'
  | 'other-command'
  | 'written-over'
  | 'too-many-files'
  | 'mistakes'
  | 'no-artifact'
  | 'nothing-applicable'
  | 'nothing-recognised'
  | 'no-scenario-matches'
  | 'no-check-matches'
  | 'invalid-jobs'
  | 'unknown-format'
  | 'format-needs-path'
  | 'two-on-stdout'
  | 'several-parts'
  | 'same-report-path'
  | 'report-in-report'
  | 'report-is-folder'
  | 'report-over-input'
  | 'cannot-write'
  | 'unknown-id'
  | 'pack-rule'
  | 'invalid-option'
  | 'unknown-limit'
  | 'invalid-limit'
  | 'invalid-trust'
  | 'no-pack'
  | 'not-a-pack'
  | 'several-trees'
  | 'pack-archive'
  | 'pack-part'
  | 'pack-part-alone'
  | 'pack-unreadable'
  | 'pack-without-manifest'
  | 'pack-not-json'
  | 'pack-too-large'
  | 'pack-other-fhir'
  | 'pack-twice'
  | 'redact-output'
  | 'redact-manifest'
  | 'unknown-command'
  | 'unknown-option'
  | 'missing-argument'
  | 'too-many-arguments';
