import { nearest } from './nearest.js';
import type { Overlay } from './overlay.js';
import type { Mistake, YamlFile } from './parse-yaml.js';
import type { Corridor, Requirement } from './scenario.js';

/**
 * Mistakes in corrections that a schema can't see: corridors that nothing defines, numbers that a correction of a rule needs, and two
 * corrections of one requirement in one corridor.
 */
export function overlayMistakes(
  files: readonly YamlFile<Overlay>[],
  requirements: readonly Requirement[],
  corridors: readonly Corridor[],
): Mistake[] {
  const mistakes: Mistake[] = [];
  const names = corridors.map((each) => each.corridor);
  const taken = new Set<string>();
  for (const { value, mistake } of files) {
    const know = (path: (string | number)[], what: string, name: string, known: readonly string[]): void => {
      if (known.includes(name)) return;
      const expected = known.slice(0, 20).join(', ');
      mistakes.push(mistake(path, 'mistake/unknown-name', { what, name, ...nearest(name, known), expected }));
    };
    for (const [index, name] of value.corridors.entries()) know(['corridors', index], 'corridor', name, names);
    for (const [index, name] of value.requirements.entries()) {
      const keys = value.corridors.map((corridor) => `${corridor} ${name}`);
      if (keys.some((key) => taken.has(key)))
        mistakes.push(mistake(['requirements', index], 'mistake/duplicate', { name }));
      for (const key of keys) taken.add(key);
    }
    if (value.changes !== 'rule') continue;
    const numbers = requirements.map((each) => each.requirement);
    for (const [index, name] of value.requirements.entries())
      know(['requirements', index], 'requirement', name, numbers);
    const scenarios = requirements
      .filter((each) => value.requirements.includes(each.requirement))
      .flatMap((each) => each.scenarios);
    const proofs = scenarios.flatMap((each) => each.evidence ?? []);
    for (const [index, name] of (value.scenarios ?? []).entries())
      know(
        ['scenarios', index],
        'scenario',
        name,
        scenarios.map(({ id }) => id),
      );
    for (const [index, name] of (value.proofs ?? []).entries())
      know(
        ['proofs', index],
        'proof',
        name,
        proofs.map(({ id }) => id),
      );
  }
  return mistakes;
}
