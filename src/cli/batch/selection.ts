import picomatch from 'picomatch';
import type { Check } from '../../checks/define.js';
import { UserError } from '../../dossier/user-error.js';
import { nearest } from '../../scenarios/nearest.js';

/** First segment of the ids of our own checks; a test holds the list. */
export const OWN_DOMAINS: readonly string[] = ['cda', 'dmp', 'fhir', 'ins', 'mss', 'psc'];

/** What `--checks` selects. */
export interface Selection {
  /** False when no own check can be selected: their registry need not be loaded, and nothing but CDA documents is looked at. */
  readonly own: boolean;
  readonly isWanted: (id: string) => boolean;
}

/** @param globs `*` stays within a segment of an id, `**` crosses them; none selects all. */
export function selectionOf(globs: readonly string[]): Selection {
  if (globs.length === 0) return { own: true, isWanted: () => true };
  return { own: globs.some(mayBeOwn), isWanted: picomatch([...globs], { dot: true }) };
}

/** A glob whose first segment is written out as the name of a pack selects nothing of ours. */
function mayBeOwn(glob: string): boolean {
  const first = glob.split('/', 1)[0] ?? '';
  return OWN_DOMAINS.includes(first) || picomatch.scan(first).isGlob || picomatch.scan(glob).negated;
}

/** Our own checks that are selected, those of a file apart from those of all of them. */
export async function ownChecks({ own, isWanted }: Selection): Promise<readonly Check[]> {
  if (!own) return [];
  const { ALL_CHECKS } = await import('../../checks/registry.js');
  return ALL_CHECKS.filter(({ id }) => isWanted(id));
}

/** Those that judge all the files together. */
export async function wholeChecks({ own, isWanted }: Selection) {
  if (!own) return [];
  const { DOSSIER_CHECKS } = await import('../../checks/dossier-checks.js');
  return DOSSIER_CHECKS.filter(({ id }) => isWanted(id));
}

/** @throws UserError for a glob that selects nothing, with the nearest name. @param official ids of the schemas of the packs. */
export async function refuseEmptyGlobs(globs: readonly string[], official: readonly string[]): Promise<void> {
  const unmatched = (known: readonly string[]): string | undefined =>
    globs.find((glob) => {
      const matches = picomatch(glob, { dot: true });
      return !known.some((id) => matches(id));
    });
  // Globs of official rules alone are answered without loading our own checks.
  if (!globs.some(mayBeOwn) && unmatched(official) === undefined) return;
  const { KNOWN_CHECKS } = await import('../../checks/registry.js');
  const known = [...official, ...KNOWN_CHECKS.map(({ id }) => id)];
  const pattern = unmatched(known);
  if (pattern !== undefined) throw new UserError('no-check-matches', { pattern, ...nearest(pattern, known) });
}
