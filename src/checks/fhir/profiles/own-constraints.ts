import type { ElementDefinition, FhirDefinitions } from '../validation/definitions.js';

interface OwnConstraint {
  readonly key: string;
  readonly severity: string;
  readonly human?: string;
  readonly expression: string;
}

/** Best practices of R4, which our copy of it leaves out. */
const ADVICE: ReadonlySet<string> = new Set(['dom-6']);

const KNOWN = new WeakMap<ElementDefinition, readonly OwnConstraint[]>();

/** The invariants of an element that are not those of R4: these are judged with the structure. */
export function ownConstraints(definition: ElementDefinition, definitions: FhirDefinitions): readonly OwnConstraint[] {
  const known = KNOWN.get(definition);
  if (known) return known;
  const own = (definition.constraint ?? []).flatMap(({ expression, source, ...rest }) => {
    const isOfR4 =
      source === undefined ? isKeyOfR4(rest.key, definition, definitions) : definitions.structure(source) !== undefined;
    return expression === undefined || isOfR4 ? [] : [{ ...rest, expression }];
  });
  KNOWN.set(definition, own);
  return own;
}

/** Old packages do not say whose an invariant is. */
function isKeyOfR4(key: string, { base, type = [] }: ElementDefinition, definitions: FhirDefinitions): boolean {
  const names = [base?.path.replace(/\..*$/, '') ?? '', ...type.map(({ code }) => code), 'Element'];
  return (
    ADVICE.has(key) ||
    names.some((name) =>
      definitions
        .structure(name)
        ?.snapshot?.element.some(({ constraint }) => constraint?.some((each) => each.key === key)),
    )
  );
}
