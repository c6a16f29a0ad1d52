import type { Artifact } from '../../artifacts/artifact.js';
import type { Person } from '../../artifacts/people/person.js';
import { identitiesOf } from '../../checks/identities/identities-of.js';
import type { ToldIdentity } from '../../checks/identities/told-identity.js';
import { sexOf } from '../../identity/traits.js';

/**
 * The patients that an artifact tells, as the checks of identity read them: what such a check can show is known to the mask in the form in which
 * it is written, however wrong, which no form of a matricule or of a date would recognise.
 */
export function peopleOfIdentities(artifact: Artifact): Person[] {
  return identitiesOf(artifact).flatMap(peopleOfIdentity);
}

/** The person, and each matricule that the person has no more. */
export function peopleOfIdentity({ matricules, localIds, traits }: ToldIdentity): Person[] {
  const values = (...names: readonly (keyof typeof traits)[]): string[] =>
    names.flatMap((name) => traits[name]?.value ?? []);
  return [
    {
      ins: matricules.filter(({ former }) => !former).map(({ value }) => value),
      ids: localIds.map(({ value }) => value),
      // Where fields were shifted, the place of the sex holds a name or a date.
      names: [...values('birthName', 'usedName'), ...values('sex').filter((sex) => sexOf(sex) === undefined)],
      givens: values('firstGiven', 'givenList', 'usedGiven'),
      birthDates: values('birthDate'),
      birthPlaces: values('birthPlace'),
    },
    ...matricules.filter(({ former }) => former).map(({ value }): Person => ({ ins: [value] })),
  ];
}
