import { assemble, edit, type Recipe, recipe } from '../../../fixtures/make/recipe.js';
import type { Artifact, Declaration } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import { type CheckContext, NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { Check, Outcome } from '../../../src/checks/define.js';
import { ALL_CHECKS } from '../../../src/checks/registry.js';
import { validateJson } from '../../../src/packs/validate-json.js';

const CONTEXT: CheckContext = { ...NOTHING_DECLARED, validateJson };

/** Those that judge sessions by themselves: what the software's log keeps of them has tests of its own. */
export const PSC_CHECKS: readonly Check[] = ALL_CHECKS.filter(
  ({ id, kinds }) => id.startsWith('psc/') && !kinds.includes('log'),
);

/** The capture that a recipe makes, after edits of its parts. */
export async function capture(
  base: 'psc-web' | 'psc-ciba' | 'psc-api',
  edits: readonly (readonly [part: string, good: string, bad: string])[] = [],
  declared: Declaration = {},
): Promise<Artifact<'har'>> {
  const edited = edits.reduce<Recipe>((made, [part, good, bad]) => edit(made, part, good, bad), recipe(base));
  const [file] = assemble(edited);
  return harOf(new TextDecoder().decode(file?.bytes), declared);
}

interface Pair {
  name: string;
  value: string;
}

/** An entry of a HAR, as far as the tests change it. */
export interface Entry {
  startedDateTime?: string | undefined;
  request: {
    method: string;
    url: string;
    headers?: Pair[];
    postData?: { mimeType: string; text: string; params?: Pair[] };
  };
  response: { status?: number; redirectURL?: string; headers?: Pair[]; content?: { text: string } };
}

/** A capture whose entries were changed freely, in place or for those returned: for what no edit of a text can say. */
export async function changed(
  base: 'psc-web' | 'psc-ciba' | 'psc-api',
  change: (entries: Entry[]) => Entry[] | undefined,
  declared: Declaration = {},
  path = 'psc.har',
): Promise<Artifact<'har'>> {
  const [file] = assemble(recipe(base));
  const value: { log: { entries: Entry[] } } = JSON.parse(new TextDecoder().decode(file?.bytes));
  value.log.entries = change(value.log.entries) ?? value.log.entries;
  return harOf(JSON.stringify(value, null, 2), declared, path);
}

export function entryAt(entries: readonly Entry[], index: number): Entry {
  const entry = entries[index];
  if (!entry) throw new RangeError(`no entry ${index}`);
  return entry;
}

export async function harOf(text: string, declared: Declaration = {}, path = 'psc.har'): Promise<Artifact<'har'>> {
  const { artifact } = await read({ path, bytes: new TextEncoder().encode(text), declared });
  if (artifact?.kind !== 'har') throw new Error('not a HAR');
  return artifact;
}

export function run(check: Check, ...hars: readonly Artifact<'har'>[]): Outcome {
  if (check.scope === 'all') return check.run(hars.map(check.keep), CONTEXT);
  const [har] = hars;
  if (!har || hars.length > 1) throw new Error(`${check.id} takes one capture`);
  return check.run(har, CONTEXT);
}

export function rulesOf(outcome: Outcome): string[] {
  return outcome.findings.map(({ rule }) => rule);
}
