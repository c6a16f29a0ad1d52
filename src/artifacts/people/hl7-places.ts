import type { Person } from './person.js';
import { telecoms } from './telecoms.js';

/** What the addresses (XAD) and telecoms (XTN) of a person tell, each as its components. An address of type `BDL` is the place of birth (PAM FR 2.11). */
export function hl7Places(
  addresses: readonly (readonly string[])[],
  numbers: readonly (readonly string[])[] = [],
): Pick<Person, 'birthPlaces' | 'addresses' | 'phones' | 'mails'> {
  const births = addresses.filter((each) => each[6] === 'BDL');
  const filled = (values: readonly (string | undefined)[]): string[] => values.flatMap((each) => each || []);
  return {
    birthPlaces: births.flatMap((each) => filled([each[8], each[2], each[4]])),
    addresses: addresses
      .filter((each) => each[6] !== 'BDL')
      .map((each) => ({ lines: filled([each[0], each[1]]), city: each[2], postalCode: each[4] })),
    // Country, area and number may stand apart.
    ...telecoms(
      numbers.flatMap((each) =>
        filled([each[0], each[3], each.slice(4, 7).join(''), each.slice(5, 7).join(''), each[11]]),
      ),
    ),
  };
}
