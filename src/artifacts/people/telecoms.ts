import type { Person } from './person.js';

/** Telephone numbers and mail addresses of a person, as CDA (`tel:`, `mailto:`) or FHIR write them. */
export function telecoms(values: readonly string[]): Pick<Person, 'phones' | 'mails'> {
  const bare = values.map((value) => value.trim().replace(/^(?:tel|fax|sms|mailto|callto|modem):/i, ''));
  return {
    phones: bare.filter((value) => /^[+(]?\d[\d\s().+/;=a-z-]{5,60}$/i.test(value)),
    mails: bare.filter((value) => value.includes('@')),
  };
}
