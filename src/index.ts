/** Library entry: the same engine as the command line, as functions over values. */

export type { Artifact, Declaration, Kind, Unreadable } from './artifacts/artifact.js';
export { type Input, type Reading, read } from './artifacts/read.js';
export { type CheckContext, NOTHING_DECLARED } from './checks/context.js';
export type { Check, Outcome, Rule, Severity } from './checks/define.js';
export { defineCheck, defineSetCheck } from './checks/define.js';
export { ALL_CHECKS, checkById } from './checks/registry.js';
export type { CheckRun, Finding, RequirementResult } from './engine/results.js';
export { runCheck } from './engine/run-check.js';
export { rollUp, rollUpSome, VERDICTS, type Verdict } from './engine/verdict.js';
export { loadBase, type Pack } from './packs/builtin.js';
export type { Report } from './report/report.js';
export type { Base, Requirement, Scenario } from './scenarios/scenario.js';
