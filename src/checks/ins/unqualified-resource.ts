import { tellsMatricule } from '../../identity/addresses.js';
import { bareOid, isInsOid } from '../../identity/oids.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { type FhirObject, fhirObjects } from '../identities/fhir-objects.js';
import { isBillingNumber } from '../identities/identities-of-fhir.js';
import { writtenMatricules } from '../identities/written-matricules.js';
import { RULE_28, whenUnqualified } from './rules/unqualified.js';

/** A FHIR resource about a patient whose identity is not qualified identifies the patient without the INS, wherever it names them. */
export const unqualifiedResource = defineCheck({
  id: 'ins/unqualified-resource',
  on: 'fhir',
  rules: { 'ins-id': RULE_28, search: RULE_28, mailbox: RULE_28 },
  examples: [
    {
      rule: 'ins-id',
      base: 'fhir-unqualified',
      part: 'resource',
      good: '"system": "urn:oid:2.999.1.1",\n            "value": "10004"',
      bad: '"system": "urn:oid:1.2.250.1.213.1.4.10",\n            "value": "171041305599142"',
      trips: ['ins/resource-identity'],
    },
    {
      rule: 'search',
      base: 'fhir-unqualified',
      part: 'resource',
      good: '"reference": "urn:uuid:5b1c2f34-1111-4a6b-8c2d-000000000004"',
      bad: '"reference": "Patient?identifier=urn:oid:1.2.250.1.213.1.4.10|171041305599142"',
    },
    {
      rule: 'mailbox',
      base: 'fhir-unqualified',
      part: 'resource',
      good: '"value": "marius@exemple.example"',
      bad: '"value": "171041305599142@patient.mssante.fr"',
    },
  ],
  run: (fhir, context) =>
    whenUnqualified(fhir, context, () => {
      const { json } = fhir.content;
      const findings: Found[] = [];
      let evaluated = 0;
      for (const { value, path } of fhirObjects(json.value, tells, isAboutPatient)) {
        evaluated++;
        const at = (member: string) => placeIn(fhir, json.locate([...path, member]));
        const told = (member: string): string => (typeof value[member] === 'string' ? value[member] : '');
        const oid = bareOid(told('system'));
        if (isInsOid(oid) && told('value') !== '' && !isBillingNumber({ value, path }))
          findings.push({ rule: 'ins-id', at: at('value'), args: { oid }, actual: told('value') });
        for (const member of ['reference', 'ifNoneExist', 'url'])
          for (const written of writtenMatricules(told(member)))
            if (isInsOid(written.oid))
              findings.push({ rule: 'search', at: at(member), args: { oid: written.oid }, actual: written.value });
        if (tellsMatricule(told('value'))) findings.push({ rule: 'mailbox', at: at('value'), actual: told('value') });
      }
      return { evaluated, findings, applies: evaluated > 0 };
    }),
});

type Found = RawFinding<'ins-id' | 'search' | 'mailbox'>;

/** True for an object that has a member in which an INS may stand. */
function tells(value: FhirObject['value']): boolean {
  return ['value', 'reference', 'ifNoneExist', 'url'].some((member) => typeof value[member] === 'string');
}

/** Another person may have a qualified identity: a contact of the patient, a relative. */
function isAboutPatient({ resourceType }: FhirObject['value'], path: FhirObject['path']): boolean {
  return !OTHERS.has(resourceType) && path.at(-2) !== 'contact';
}

const OTHERS: ReadonlySet<unknown> = new Set(['RelatedPerson', 'Practitioner', 'Person']);
