import type { XmlElement } from '../../artifacts/xml/tree.js';
import { defineCheck } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { isNull } from './header/is-null.js';
import { cardinalityFindings } from './people/cardinality.js';
import { participationsOf } from './people/participations.js';

const NAME = '§3.5.5.13 à 3.5.6.3, name';

/** The name of each person of the header but the patient: once, with its family name. */
export const peopleNames = defineCheck({
  id: 'cda/people-names',
  on: 'cda',
  rules: {
    cardinality: structural(`${NAME}, cardinalités`, 0, 94),
    empty: structural(`${NAME}/family`, 0, 94),
  },
  examples: [
    {
      rule: 'cardinality',
      base: 'cda-n3',
      part: 'cda',
      good: '<associatedPerson>\n        <name>\n          <prefix>MME</prefix>\n          <given>Claire</given>',
      bad: '<associatedPerson>\n        <name>\n          <prefix>MME</prefix>\n          <given>Claire</given>\n          <given>Anne</given>',
    },
    {
      rule: 'empty',
      base: 'cda-n3',
      part: 'cda',
      good: '<associatedPerson>\n        <name>\n          <prefix>MME</prefix>\n          <given>Claire</given>\n          <family>MARTIN</family>',
      bad: '<associatedPerson>\n        <name>\n          <prefix>MME</prefix>\n          <given>Claire</given>\n          <family/>',
    },
  ],
  run(cda) {
    const people = participationsOf(cda.content).flatMap(({ person }) => person ?? []);
    const names = people.flatMap((person) => person.childrenNamed('name'));
    return {
      evaluated: people.length,
      findings: [
        ...people
          .filter(({ localName }) => localName !== 'informationRecipient')
          .flatMap((person) => cardinalityFindings(cda, person, { name: '1' })),
        ...names.flatMap((name) =>
          cardinalityFindings(cda, name, { family: '1', given: '0..1', prefix: '0..1', suffix: '0..1' }),
        ),
        ...names
          .flatMap((name) => name.childrenNamed('family'))
          .filter(isEmpty)
          .map((family) => foundAt(cda, 'empty', family)),
      ],
      ...(people.length === 0 && { applies: false }),
    };
  },
});

function isEmpty(family: XmlElement): boolean {
  return family.normalizedText === '' && !isNull(family);
}
