import { type Artifact, isKind } from '../artifacts/artifact.js';
import type { JsonView } from '../artifacts/json/document.js';
import type { XmlDocument } from '../artifacts/xml/tree.js';
import type { ExpressionLanguage, ExpressionUse } from '../scenarios/scenario.js';
import type { Evaluate, ExpressionOutcome } from './evaluate.js';
import type { CheckRun, Finding } from './results.js';
import { verdictOf } from './run-check.js';

/** Engines of the languages that the plan uses, each loaded when first needed. */
export interface ExpressionEngines {
  readonly xpath?: Evaluate<XmlDocument>;
  readonly fhirpath?: Evaluate<JsonView>;
  readonly jsonpath?: Evaluate<JsonView>;
  readonly 'json-schema'?: Evaluate<JsonView>;
}

export type ExpressionRunner = (use: ExpressionUse, id: string, artifact: Artifact) => CheckRun;

/** Loads the engines of these languages only: each is a library of its own. */
export async function loadEngines(languages: ReadonlySet<ExpressionLanguage>): Promise<ExpressionEngines> {
  return {
    ...(languages.has('xpath') && { xpath: (await import('./languages/xpath.js')).evaluateXPath }),
    ...(languages.has('fhirpath') && { fhirpath: (await import('./languages/fhirpath.js')).evaluateFhirPath }),
    ...(languages.has('jsonpath') && { jsonpath: (await import('./languages/jsonpath.js')).evaluateJsonPath }),
    ...(languages.has('json-schema') && {
      'json-schema': (await import('./languages/json-schema.js')).evaluateJsonSchema,
    }),
  };
}

/** Runs rules that scenarios state themselves; their failure is told apart, as for a check of ours. */
export function expressionRunner(engines: ExpressionEngines): ExpressionRunner {
  return (use, id, artifact) => {
    const check = `expression/${id}`;
    const common = { check, artifacts: [artifact.path], needs: [] };
    try {
      const outcome = evaluate(engines, use, artifact);
      const test = typeof use.test === 'string' ? use.test : JSON.stringify(use.test);
      const findings = outcome.failures.map(
        (location): Finding => ({
          check,
          code: 'expression/false',
          severity: use.severity ?? 'error',
          clause: id,
          args: { test, each: use.each ?? '' },
          at: { artifact: artifact.path, ...location },
          actual: '',
          ...(use.message && { message: use.message }),
        }),
      );
      return {
        ...common,
        verdict: verdictOf(outcome, findings),
        evaluated: outcome.evaluated,
        findings,
        failure: undefined,
      };
    } catch (error) {
      return {
        ...common,
        verdict: 'undetermined',
        evaluated: 0,
        findings: [],
        failure: error instanceof Error ? error.message : String(error),
      };
    }
  };
}

function evaluate(engines: ExpressionEngines, use: ExpressionUse, artifact: Artifact): ExpressionOutcome {
  if (use.language === 'xpath') {
    const trees = xmlOf(artifact);
    const engine = engines.xpath;
    if (!engine) throw new Error('the XPath engine was not loaded');
    const outcomes = trees.map((tree) => engine(tree, use.each, use.test));
    return {
      evaluated: outcomes.reduce((sum, each) => sum + each.evaluated, 0),
      failures: outcomes.flatMap((each) => each.failures),
    };
  }
  const engine = engines[use.language];
  if (!engine) throw new Error(`the ${use.language} engine was not loaded`);
  return engine(jsonOf(artifact, use.language), use.each, use.test);
}

function xmlOf(artifact: Artifact): readonly XmlDocument[] {
  if (isKind(artifact, 'cda')) return [artifact.content.document];
  if (isKind(artifact, 'xdm')) return artifact.content.subsets.map((subset) => subset.metadata.document);
  throw new Error(`xpath does not apply to ${artifact.kind}`);
}

function jsonOf(artifact: Artifact, language: ExpressionLanguage): JsonView {
  for (const kind of ['har', 'fhir', 'jwt', 'oidc'] as const) if (isKind(artifact, kind)) return artifact.content.json;
  throw new Error(`${language} does not apply to ${artifact.kind}`);
}
