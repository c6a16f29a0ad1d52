import type { Artifact } from '../../artifacts/artifact.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { operationsOf } from './pdsm/bundle-entries.js';
import { foundIn } from './pdsm/found.js';

type UpdateRule = 'not-modifiable' | 'status' | 'archived';

const flow = (severity: Rule['severity'], clause: string): Rule => ({
  severity,
  mark: 'primary',
  clause: `PDSm 3.1.1, flux 03, ${clause}`,
  samples: { broken: 0, of: 1, corpus: 'exemples publiés du guide PDSm4DMP (remplacement)' },
});

/** The extension that archives a document. */
const IS_ARCHIVED = /pdsm-ext-is-archived|pdsm-isarchived/i;

/** Elements of a DocumentReference that the flow may change, with what stands in them. */
const MODIFIABLE = /^DocumentReference\.(?:status|securityLabel)\b/;

const VALUE = '"valueCode": "superseded"';
const PATH = '"valueString": "DocumentReference.status"';
const ON_REPLACED = { base: 'fhir-pdsm-replacement', part: 'patch', trips: ['fhir/pdsm-bundle'] } as const;

/** A patch of the metadata of a document in FHIRPath (flow 03): status, confidentiality and archiving alone may change. */
export const pdsmUpdate = defineCheck({
  id: 'fhir/pdsm-update',
  on: 'fhir',
  rules: {
    // Another guide may patch a document otherwise, and the resource does not say which one it follows.
    'not-modifiable': flow('warning', 'éléments modifiables (sinon 405)'),
    status: flow('warning', 'status'),
    archived: flow('error', 'PDSm_isArchived : valueBoolean'),
  },
  examples: [
    { rule: 'not-modifiable', ...ON_REPLACED, good: PATH, bad: PATH.replace('status', 'description') },
    { rule: 'status', ...ON_REPLACED, good: VALUE, bad: VALUE.replace('superseded', 'deprecated') },
    {
      rule: 'archived',
      ...ON_REPLACED,
      good: PATH,
      bad: PATH.replace(
        'status',
        "extension.where(url='https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/pdsm-ext-is-archived').value",
      ),
    },
  ],
  run(patch) {
    const operations = operationsOf(patch).filter(({ path }) => path?.startsWith('DocumentReference'));
    const isPatch = patch.content.resourceType === 'Parameters' && operations.length > 0;
    if (!isPatch) return { evaluated: 0, findings: [], applies: false };
    return { evaluated: operations.length, findings: operations.flatMap((each) => judgeOperation(patch, each)) };
  },
});

function judgeOperation(
  patch: Artifact<'fhir'>,
  { object, path = '', name, value }: ReturnType<typeof operationsOf>[number],
): RawFinding<UpdateRule>[] {
  // To add an extension, the path is that of the resource.
  const isExtension = path.includes('extension') || name === 'extension';
  if (isExtension) {
    if (!IS_ARCHIVED.test(path)) return name === 'extension' ? [] : [notModifiable()];
    if (typeof value === 'boolean' || value === undefined) return [];
    return [foundIn(patch, 'archived', object.path, { actual: String(value) })];
  }
  const isStatus = path === 'DocumentReference.status' || (path === 'DocumentReference' && name === 'status');
  if (isStatus) {
    // What stands for a deletion is an open question of the guide.
    const known = ['current', 'superseded', 'entered-in-error'];
    if (value === undefined || known.includes(String(value))) return [];
    return [foundIn(patch, 'status', object.path, { actual: String(value) })];
  }
  if (MODIFIABLE.test(path) || (path === 'DocumentReference' && name === 'securityLabel')) return [];
  return [notModifiable()];

  function notModifiable(): RawFinding<UpdateRule> {
    return foundIn(patch, 'not-modifiable', object.path, { args: { element: name ? `${path}.${name}` : path } });
  }
}
