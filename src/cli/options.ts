import type { Language } from '../messages/fill.js';

/** Options of every command that reads files, as the parser gives them. */
export interface BriefOptions {
  readonly report: readonly string[];
  /** `NAME=VALUE` of the limits to change. */
  readonly limit?: readonly string[];
  readonly lang?: Language;
  readonly quiet?: boolean;
}

/** Those of the commands whose reports have several formats. */
export interface CommonOptions extends BriefOptions {
  readonly unmask?: boolean;
  readonly verbose?: boolean;
  readonly color: 'auto' | 'always' | 'never';
}

/** Options of the commands that judge. */
export interface JudgingOptions {
  /** An identity under an OID of production is an error. */
  readonly denyProductionIdentities?: boolean;
  /** Files of certificates that are trusted. */
  readonly trust?: readonly string[];
  /** FHIR packages, or folders of them. */
  readonly pack?: readonly string[];
  /** The ANS workbook of the corridor. */
  readonly rem?: string;
}

/** Options of the command that judges many files. */
export interface BatchOptions {
  /** How many files are judged at once. */
  readonly jobs?: string;
  /** Globs of the checks that are wanted. */
  readonly checks?: readonly string[];
}

/** Options of the commands that list the base. */
export interface ListOptions {
  readonly report: readonly string[];
  readonly corridor?: string;
  /** The ANS workbook of the corridor. */
  readonly rem?: string;
  readonly lang?: Language;
}
