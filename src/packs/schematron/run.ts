import { createContext, Script } from 'node:vm';
import { type FiringPattern, firingsOf } from './firings.js';
import { type ContextSet, nodeSets } from './node-sets.js';
import type { AssertionResult, RuleFailure, SchemaInfo, SchemaOutcome } from './outcome.js';
import { DynamicError } from './runtime/items.js';
import type { TreeNode } from './tree/node.js';
import type { Tree } from './tree/tree.js';

/** What generated code tells of the assertions of the node that a rule fires on. */
interface Hearer {
  said(assertion: number, text: string): void;
  failed(assertion: number, error: unknown): void;
  lost(assertion: number, code: string, detail: string): void;
}

/** Rules as generated code gives them. */
interface GeneratedRules {
  readonly sets: readonly (ContextSet | null)[];
  /** Ranks of the sets of each rule. */
  readonly contexts: readonly (readonly number[])[];
  begin(root: TreeNode): void;
  fire(rule: number, node: TreeNode): void;
  /** Lets go of the document. */
  forget(): void;
}

/** Compiled rules that are loaded. */
export interface LoadedRules {
  judge(tree: Tree): SchemaOutcome;
  /** What V8 made of the code so far, for the next process. */
  cachedData(): Buffer;
  /** Whether V8 took the data that it was given. */
  readonly fromCache: boolean;
}

/**
 * Loads generated code into a context of its own, that has nothing but the language and can make no code from strings.
 * @param runtime what the code is given to evaluate expressions with.
 */
export function loadRules(
  { info, code }: { readonly info: SchemaInfo; readonly code: string },
  runtime: unknown,
  cached?: Buffer,
): LoadedRules {
  const script = new Script(code, { filename: `${info.id}.sch.js`, ...(cached && { cachedData: cached }) });
  const make: unknown = script.runInContext(
    createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } }),
  );
  if (typeof make !== 'function') throw new TypeError('compiled rules are a function');
  const hearing = createHearing();
  const rules: GeneratedRules = make(hearing.hearer, runtime);
  const patterns = patternsOf(info);
  return {
    fromCache: script.cachedDataRejected === false,
    cachedData: () => script.createCachedData(),
    judge: (tree) => {
      tree.recode();
      const outcome = hearing.begin();
      rules.begin(tree.document);
      try {
        const sets = nodeSets(rules.sets, tree);
        const claimed = new Int32Array(tree.elements.length + 1).fill(-1);
        const count = info.rules.length;
        for (const pattern of patterns) {
          const firings = firingsOf(pattern, rules.contexts, sets, claimed);
          for (let at = 0; at < firings.length; at++) {
            const firing = firings[at] ?? 0;
            const rule = firing % count;
            const node = tree.elements[(firing - rule) / count - 1] ?? tree.document;
            outcome.fired.push(rule);
            outcome.nodes.push(node);
            rules.fire(rule, node);
          }
        }
      } finally {
        rules.forget();
      }
      return outcome;
    },
  };
}

/** The rules of each pattern that has some stand together. */
function patternsOf({ rules }: SchemaInfo): FiringPattern[] {
  const patterns: FiringPattern[] = [];
  for (const [rule, { pattern }] of rules.entries()) {
    const last = patterns.at(-1);
    if (last?.rank === pattern) patterns[patterns.length - 1] = { ...last, endRule: rule + 1 };
    else patterns.push({ rank: pattern, firstRule: rule, endRule: rule + 1 });
  }
  return patterns;
}

interface Outcome {
  readonly fired: number[];
  readonly nodes: TreeNode[];
  readonly results: AssertionResult[];
  readonly failures: RuleFailure[];
}

/** Gathers what the rules tell of one document after the other. */
function createHearing(): { readonly hearer: Hearer; begin(): Outcome } {
  let outcome: Outcome = { fired: [], nodes: [], results: [], failures: [] };
  const firing = (): number => outcome.fired.length - 1;
  return {
    begin: () => {
      outcome = { fired: [], nodes: [], results: [], failures: [] };
      return outcome;
    },
    hearer: {
      said: (assertion, text) => outcome.results.push({ assertion, firing: firing(), text }),
      failed: (assertion, error) => {
        // Anything else than an error of XPath is a fault of the generated code or of what it calls, a stack that overflows among them.
        const [code, detail] =
          error instanceof DynamicError ? [error.code, error.message] : ['internal', String(error)];
        outcome.failures.push({ assertion, firing: firing(), code, detail });
      },
      lost: (assertion, code, detail) => outcome.failures.push({ assertion, firing: firing(), code, detail }),
    },
  };
}
