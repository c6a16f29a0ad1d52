import { tellsMatricule } from '../../identity/addresses.js';
import { isInsOid } from '../../identity/oids.js';
import { defineCheck } from '../define.js';
import { foundAt } from '../found.js';
import { declaredMatricule, RULE_28, whenUnqualified } from './rules/unqualified.js';

/** A document of a patient whose identity is not qualified identifies the patient without the INS. */
export const unqualifiedDocument = defineCheck({
  id: 'ins/unqualified-document',
  on: 'cda',
  rules: { 'ins-id': RULE_28, matricule: RULE_28, mailbox: RULE_28 },
  examples: [
    {
      rule: 'ins-id',
      base: 'cda-unqualified',
      part: 'cda',
      good: '<id root="2.999.1.1" extension="10004"/>',
      bad: '<id root="1.2.250.1.213.1.4.10" extension="171041305599142"/>',
    },
    {
      rule: 'matricule',
      base: 'cda-unqualified',
      part: 'cda',
      good: 'extension="10004"',
      bad: 'extension="171041305599142"',
      trips: ['ins/document-identity'],
    },
    {
      rule: 'mailbox',
      base: 'cda-unqualified',
      part: 'cda',
      good: '<telecom nullFlavor="UNK"/>',
      bad: '<telecom value="mailto:171041305599142@patient.mssante.fr"/>',
    },
  ],
  run: (cda, context) =>
    whenUnqualified(cda, context, () => {
      const isDeclared = declaredMatricule(cda, context);
      const ids = cda.content.patients.flatMap((patient) => patient.ids);
      const telecoms = cda.content.patients.flatMap((patient) => patient.node.childrenNamed('telecom'));
      const findings = [
        ...ids
          .filter((id) => isInsOid(id.root))
          .map((id) =>
            foundAt(cda, 'ins-id' as const, id.node, { args: { oid: id.root ?? '' }, actual: id.extension }),
          ),
        ...ids
          .filter(({ root = '', extension = '' }) => !isInsOid(root) && isDeclared(extension, root))
          .map((id) =>
            foundAt(cda, 'matricule' as const, id.node, { args: { oid: id.root ?? '—' }, actual: id.extension }),
          ),
        ...telecoms
          .filter((telecom) => tellsMatricule(telecom.attribute('value') ?? ''))
          .map((telecom) => foundAt(cda, 'mailbox' as const, telecom, { actual: telecom.attribute('value') })),
      ];
      return { evaluated: ids.length + telecoms.length, findings };
    }),
});
