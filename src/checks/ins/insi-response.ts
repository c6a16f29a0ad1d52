import type { InsiResponse } from '../../artifacts/soap/insi.js';
import { childCalled, type XmlValue } from '../../artifacts/xml/value.js';
import { matriculeFault } from '../../identity/matricule.js';
import { isInsOid } from '../../identity/oids.js';
import { placeIn } from '../context.js';
import { defineCheck, type Rule } from '../define.js';
import { notImportable } from './insi/import-bars.js';

const SAMPLES = 'réponses de test d’INSi (CNDA, 5) et DMP_LPS Exemple de messages v02.05.00 (1)';
const samples = (broken: number, of: number) => ({ broken, of, corpus: SAMPLES });
const GUIDE = "Guide d'implémentation de l'INS";

const inResponse = (good: string, bad: string) => ({ base: 'insi', part: 'response', good, bad }) as const;

type Found = 'code' | 'individual' | 'matricule-form' | 'matricule-key' | 'oid' | 'incomplete-date' | 'empty-trait';

const rule = (severity: Rule['severity'], mark: Rule['mark'], clause: string, of: Rule['samples']): Rule => ({
  severity,
  mark,
  clause,
  samples: of,
});

/**
 * An answer of INSi is whole, and tells whether the identity may be imported. The service wrote it, not the software: nothing here is an error of
 * the vendor. What the software did with it is judged by `ins/insi-traits-kept`.
 */
export const insiResponse = defineCheck({
  id: 'ins/insi-response',
  on: 'soap',
  rules: {
    code: rule('warning', 'observed', 'INSi, CodeCR (INS/va1.35)', samples(0, 6)),
    individual: rule('warning', 'observed', 'INSi, schéma INSi_RESULTAT_INS, INDIVIDU', samples(0, 6)),
    'matricule-form': rule('warning', 'primary', 'INSi, schéma INSi_RESULTAT_INS, types NIR et CLE', samples(0, 5)),
    'matricule-key': rule('warning', 'primary', 'Décret 82-103 art. 4', samples(1, 5)),
    oid: rule('warning', 'primary', "ANS, liste des OID des autorités d'affectation des INS", samples(0, 5)),
    'incomplete-date': rule('info', 'primary', `${GUIDE}, règle 11 (INS/va1.28)`, samples(0, 5)),
    'empty-trait': rule('info', 'primary', `${GUIDE}, règle 12 (INS/va1.31)`, samples(1, 5)),
  },
  examples: [
    { rule: 'code', ...inResponse('<CodeCR>00<', '<CodeCR>03<') },
    { rule: 'individual', ...inResponse('<CodeCR>00<', '<CodeCR>01<') },
    {
      rule: 'matricule-form',
      ...inResponse(
        '<INSACTIF><IdIndividu><NumIdentifiant>2850763113990',
        '<INSACTIF><IdIndividu><NumIdentifiant>285076311399',
      ),
    },
    {
      rule: 'matricule-key',
      ...inResponse(
        '<INSACTIF><IdIndividu><NumIdentifiant>2850763113990',
        '<INSACTIF><IdIndividu><NumIdentifiant>2850763113991',
      ),
    },
    {
      rule: 'oid',
      ...inResponse('<OID>1.2.250.1.213.1.4.10</OID></INSACTIF>', '<OID>1.2.250.1.213.1.4.13</OID></INSACTIF>'),
    },
    { rule: 'incomplete-date', ...inResponse('1985-07-14', '1985-07-00') },
    { rule: 'empty-trait', ...inResponse('CAMILLE LOUISE ANNE', '') },
  ],
  run: (artifact) => {
    const answers = artifact.content.messages.flatMap(({ body, document }) =>
      body.type === 'insi-response' ? [{ body, document }] : [],
    );
    const findings = answers.flatMap(({ body, document }) =>
      faultsOf(body).map(({ rule, node, args, actual }) => ({
        rule,
        at: placeIn(artifact, document.locate(node)),
        ...(args && { args }),
        ...(actual !== undefined && { actual }),
      })),
    );
    return { evaluated: answers.length, findings, ...(answers.length === 0 && { applies: false }) };
  },
});

interface Fault {
  readonly rule: Found;
  readonly node: XmlValue['node'];
  readonly args?: Readonly<Record<string, string | number>>;
  readonly actual?: string;
}

function faultsOf(response: InsiResponse): Fault[] {
  const { node, code, active } = response;
  const told = code?.value ?? '';
  if (!['00', '01', '02'].includes(told)) return [{ rule: 'code', node: code?.node ?? node, actual: told }];
  const person = childCalled(node, 'INDIVIDU');
  if ((told === '00') !== (person !== undefined))
    return [{ rule: 'individual', node: person ?? code?.node ?? node, args: { code: told } }];
  return [...(active ? identifierFaults(active) : []), ...notImportable(response)];
}

function identifierFaults({ node, numIdentifiant, cle, oid }: NonNullable<InsiResponse['active']>): Fault[] {
  const matricule = `${numIdentifiant?.value ?? ''}${cle?.value ?? ''}`;
  const fault = matriculeFault(matricule);
  const at = numIdentifiant?.node ?? node;
  return [
    ...(fault === 'key' ? [{ rule: 'matricule-key' as const, node: at, actual: matricule }] : []),
    ...(fault && fault !== 'key'
      ? [{ rule: 'matricule-form' as const, node: at, args: { fault, length: matricule.length }, actual: matricule }]
      : []),
    ...(isInsOid(oid?.value) ? [] : [{ rule: 'oid' as const, node: oid?.node ?? node, actual: oid?.value ?? '' }]),
  ];
}
