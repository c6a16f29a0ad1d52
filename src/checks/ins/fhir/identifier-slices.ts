import { authorityOf, bareOid } from '../../../identity/oids.js';
import type { Place, RawFinding } from '../../define.js';
import type { FhirObject } from '../../identities/fhir-objects.js';
import { insTypesOf } from './ins-patient.js';

type Found = RawFinding<'identifier-slice' | 'identifier-incomplete'>;

interface Slice {
  readonly type: string;
  readonly oid: string;
  readonly uses: readonly string[];
}

/**
 * The slices of FRCorePatientINSProfile. `old` is for a matricule that the person had; a NIA was `temp` up to 2.1, and is `official` in later
 * versions. A test or demonstration patient may have had another matricule too.
 */
const SLICES: readonly Slice[] = [
  { type: 'INS-NIR', oid: '1.2.250.1.213.1.4.8', uses: ['official', 'old'] },
  { type: 'INS-NIA', oid: '1.2.250.1.213.1.4.9', uses: ['temp', 'official', 'old'] },
  { type: 'INS-NIR-TEST', oid: '1.2.250.1.213.1.4.10', uses: ['official', 'old'] },
  { type: 'INS-NIR-DEMO', oid: '1.2.250.1.213.1.4.11', uses: ['official', 'old'] },
  { type: 'INS-C', oid: '1.2.250.1.213.1.4.2', uses: ['secondary'] },
];

/** How the type, the use and the system of a national identifier contradict each other; what of them is not told, where the profile is claimed. */
export function judgeIdentifier(
  identifier: FhirObject,
  { claimed, at }: { readonly claimed: boolean; readonly at: (path: FhirObject['path']) => Place },
): Found[] {
  const { path, value } = identifier;
  const [type] = insTypesOf(identifier);
  const system = typeof value.system === 'string' ? value.system : '';
  const slice = SLICES.find(type === undefined ? ({ oid }) => oid === bareOid(system) : (each) => each.type === type);
  if (!slice) return [];
  const args = { oid: slice.oid };
  if (system === '' || (system !== `urn:oid:${slice.oid}` && !isOtherInsC(slice, system))) {
    const wrong = { ...args, part: 'system', expected: `urn:oid:${slice.oid}` };
    return [{ rule: 'identifier-slice', at: at([...path, 'system']), args: wrong, actual: system }];
  }
  const found: Found[] = [];
  const { use } = value;
  // An identifier that neither has the type nor stands in a Patient of that profile is one of plain FHIR, where any use is right.
  if (typeof use === 'string' && (claimed || type !== undefined) && !slice.uses.includes(use)) {
    const wrong = { ...args, part: 'use', expected: slice.uses.join(' | ') };
    found.push({ rule: 'identifier-slice', at: at([...path, 'use']), args: wrong, actual: use });
  }
  if (!claimed) return found;
  const missing = [
    ...(type === undefined ? ['type'] : []),
    ...(use === undefined ? ['use'] : []),
    ...(typeof value.value === 'string' ? [] : ['value']),
  ];
  for (const part of missing) found.push({ rule: 'identifier-incomplete', at: at(path), args: { ...args, part } });
  return found;
}

/** INS-C has OIDs of test and of demonstration too, which FR Core has no slice for. */
function isOtherInsC({ type }: Slice, system: string): boolean {
  return type === 'INS-C' && system.startsWith('urn:oid:') && authorityOf(system)?.nature === 'INS-C';
}
