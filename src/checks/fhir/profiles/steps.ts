/** A step of the path of a discriminator (FHIR R4 §5.1.0.7, the restricted FHIRPath). */
export type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'extension'; readonly url: string }
  | { readonly kind: 'resolve' };

/** The steps of a discriminator's path, none for `$this`; undefined when it is not of the restricted FHIRPath. */
export function stepsOf(path: string): Step[] | undefined {
  const steps: Step[] = [];
  // A dot may stand in the address of an extension.
  for (const [whole] of path.matchAll(/(?:[^.(]|\([^)]*\))+/g)) {
    const [, url] = /^extension\(\s*['"]([^'"]+)['"]\s*\)$/.exec(whole) ?? [];
    if (url !== undefined) steps.push({ kind: 'extension', url });
    else if (whole === 'resolve()') steps.push({ kind: 'resolve' });
    else if (/^\w+$/.test(whole)) steps.push({ kind: 'name', name: whole });
    // `ofType` only says again which type the choice has.
    else if (whole !== '$this' && !/^ofType\(\w+\)$/.test(whole)) return undefined;
  }
  return steps;
}
