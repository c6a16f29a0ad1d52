import type { Mistake, YamlFile } from '../scenarios/parse-yaml.js';
import { type ExpressionLanguage, type ExpressionUse, isExpression, type Requirement } from '../scenarios/scenario.js';

/** Says why an expression does not compile, or undefined. */
type Compile = (test: ExpressionUse['test']) => string | undefined;

/** Expressions that their language refuses: found before any artifact is read. */
export async function expressionMistakes(files: readonly YamlFile<Requirement>[]): Promise<Mistake[]> {
  const compilers = new Map<ExpressionLanguage, Compile>();
  const mistakes: Mistake[] = [];
  for (const file of files) {
    for (const [scenario, { steps }] of file.value.scenarios.entries()) {
      for (const [step, { checks }] of (steps ?? []).entries()) {
        for (const [index, check] of (checks ?? []).entries()) {
          if (!isExpression(check)) continue;
          const path = ['scenarios', scenario, 'steps', step, 'checks', index];
          const compile = compilers.get(check.language) ?? (await compilerOf(check.language));
          compilers.set(check.language, compile);
          for (const field of ['each', 'test'] as const) {
            const text = check[field];
            // What a JSON Schema looks at is chosen with a JSONPath.
            const wanted =
              field === 'each' && check.language === 'json-schema' ? await compilerOf('jsonpath') : compile;
            const reason = text === undefined ? undefined : wanted(text);
            if (reason !== undefined) mistakes.push(file.mistake([...path, field], 'mistake/expression', { reason }));
          }
        }
      }
    }
  }
  return mistakes;
}

async function compilerOf(language: ExpressionLanguage): Promise<Compile> {
  switch (language) {
    case 'xpath':
      return refusal((await import('./languages/xpath.js')).compileXPath);
    case 'fhirpath':
      return refusal((await import('./languages/fhirpath.js')).compileFhirPath);
    case 'jsonpath':
      return refusal((await import('./languages/jsonpath.js')).compileJsonPath);
    case 'json-schema':
      return refusal((await import('./languages/json-schema.js')).compileJsonSchema);
  }
}

function refusal(compile: (test: ExpressionUse['test']) => void): Compile {
  return (test) => {
    try {
      compile(test);
      return undefined;
    } catch (error) {
      return (error instanceof Error ? error.message : String(error)).split('\n')[0];
    }
  };
}
