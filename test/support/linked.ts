import type { IdentityPart, LinkedIdentities } from '../../src/checks/identities/linked-identities.js';
import type { IdentitySource, ToldIdentity } from '../../src/checks/identities/told-identity.js';

const TEST_OID = '1.2.250.1.213.1.4.10';

/** An identity as an extractor would tell it: traits by name, the matricule under the OID of test. */
export function told(
  values: Readonly<Record<string, string>> & {
    readonly matricule?: string;
    readonly oid?: string;
    readonly local?: string;
  },
  more: Partial<ToldIdentity> & { readonly source?: IdentitySource } = {},
): ToldIdentity {
  const { matricule, oid = TEST_OID, local, ...traits } = values;
  const at = { line: 1 };
  return {
    source: 'cda',
    at,
    matricules: matricule ? [{ value: matricule, at, oid: { value: oid, at } }] : [],
    localIds: local ? [{ value: local, authority: '2.999', at }] : [],
    traits: Object.fromEntries(Object.entries(traits).map(([name, value]) => [name, { value, at }])),
    ...more,
  };
}

/** An artifact of one part, unless `parts` says otherwise. */
export function linked(
  path: string,
  identities: readonly ToldIdentity[],
  more: Partial<LinkedIdentities> & Partial<Pick<IdentityPart, 'links' | 'event'>> = {},
): LinkedIdentities {
  const { links = [], event, ...own } = more;
  return {
    path,
    containers: [],
    kind: 'cda',
    patient: undefined,
    order: undefined,
    isPatient: false,
    parts: [{ identities, links, ...(event !== undefined && { event }) }],
    ...own,
  };
}
