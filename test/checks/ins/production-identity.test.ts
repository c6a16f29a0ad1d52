import { describe, expect, it } from 'vitest';
import { type CheckContext, NOTHING_DECLARED } from '../../../src/checks/context.js';
import { productionIdentity } from '../../../src/checks/ins/production-identity.js';
import { linked, told } from '../../support/linked.js';

const [NIR, NIA, TEST] = ['1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.9', '1.2.250.1.213.1.4.10'];
const MATRICULE = '285076311399048';

function judge(oids: readonly (string | undefined)[], context: Partial<CheckContext> = {}, patient?: string) {
  const identities = oids.map((oid) => told({ matricule: MATRICULE, ...(oid && { oid }) }));
  const { evaluated, findings, applies } = productionIdentity.run([linked('1.xml', identities, { patient })], {
    ...NOTHING_DECLARED,
    ...context,
  });
  return { evaluated, applies, found: findings.map(({ rule, args }) => [rule, args?.oid]) };
}

describe('ins/production-identity', () => {
  it('finds each matricule under an OID of production once in an artifact', () => {
    expect(judge([NIR, NIR, NIA, TEST])).toMatchObject({
      evaluated: 3,
      found: [
        ['production', NIR],
        ['production', NIA],
      ],
    });
    expect(judge([TEST]).found).toEqual([]);
  });

  it('makes it an error when the user asks so', () => {
    expect(judge([NIR], { denyProductionIdentities: true }).found).toEqual([['denied', NIR]]);
  });

  it('finds the matricules of test in a dossier of production, and takes the real ones', () => {
    const judged = judge([NIR, NIA, TEST], { environment: 'production', denyProductionIdentities: true });
    expect(judged).toMatchObject({ evaluated: 3, found: [['test-identity', TEST]] });
  });

  it('names the declared patient whose line is to be completed', () => {
    const { findings } = productionIdentity.run([linked('1.xml', [told({ matricule: MATRICULE, oid: NIR })], {})], {
      ...NOTHING_DECLARED,
      patients: [{ id: 'A', status: 'qualifiée', matricule: MATRICULE }],
    });
    expect(findings.map(({ args }) => args?.patient)).toEqual(['A']);
  });

  it('looks at nothing where no matricule is told', () => {
    expect(judge([])).toMatchObject({ evaluated: 0, found: [] });
  });

  it('believes the vendor who says that a patient is nobody: by the matricule everywhere, else by what is declared', () => {
    const patient = { id: 'A', status: 'qualifiée' } as const;
    const named = { ...patient, matricule: MATRICULE, fictitious: true };
    expect(judge([NIR], { patients: [named] }).found).toEqual([]);
    expect(judge([NIR], { patients: [{ ...named, matricule: '152026912399136' }] }, 'A').found).toHaveLength(1);
    expect(judge([NIR], { patients: [{ ...patient, fictitious: true }] }, 'A').found).toEqual([]);
    expect(judge([NIR], { patients: [{ ...patient, fictitious: true }] }).found).toHaveLength(1);
    expect(judge([NIR], { patients: [{ ...patient, matricule: MATRICULE }] }, 'A').found).toHaveLength(1);
  });
});
