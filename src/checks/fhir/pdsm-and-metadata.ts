import { type Artifact, contained, isKind } from '../../artifacts/artifact.js';
import { defineSetCheck, type RawFinding, type Rule } from '../define.js';
import { otherPlace } from '../other-place.js';
import { submissionsOf } from '../submissions/submissions-of.js';
import { attachmentsOf, bundleEntries, byAddress } from './pdsm/bundle-entries.js';
import { claimedRole, isProvideBundle } from './pdsm/claims.js';
import { compareMetadata } from './pdsm/compare-metadata.js';
import { textOf } from './pdsm/found.js';
import { sameId, type ToldMetadata, toldByCda, toldByFhir, toldByXds } from './pdsm/told-metadata.js';

type CoherenceRule = 'metadata' | 'document';

/** What is kept of a file: documents that PDSm publishes, each with what the CDA that it carries says, and entries of XDS. */
interface Kept {
  readonly documents: readonly { readonly told: ToldMetadata; readonly cda: ToldMetadata | undefined }[];
  readonly entries: readonly ToldMetadata[];
}

const SAME = (clause: string): Rule => ({ severity: 'error', mark: 'primary', clause, samples: null });

const TITLE = '"title": "Compte rendu de consultation"';

/** The metadata that PDSm gives of a document are those of XDS for the same document, and what the CDA says. */
export const pdsmAndMetadata = defineSetCheck({
  id: 'fhir/pdsm-and-metadata',
  on: ['fhir', 'xdm', 'soap'],
  rules: {
    metadata: SAME('IHE MHD 4.2.3, 3:4.5.1 (DocumentEntry et DocumentReference)'),
    document: SAME('IHE MHD 4.2.3, 3:4.5.1 ; CI-SIS, en-tête CDA et métadonnées XDS'),
  },
  examples: [
    {
      rule: 'metadata',
      base: 'fhir-pdsm-and-xdm',
      part: 'entry',
      good: '"code": "10"',
      bad: '"code": "11"',
      trips: ['fhir/pdsm-document-reference'],
    },
    {
      rule: 'document',
      base: 'fhir-pdsm-bundle',
      part: 'entry',
      good: TITLE,
      bad: TITLE.replace('consultation', 'visite'),
    },
  ],
  keep: keptOf,
  run(kept) {
    const entries = new Map<string, ToldMetadata>();
    for (const entry of kept.flatMap((each) => each.entries)) {
      const id = sameId(entry.uniqueId?.[0]?.value ?? '');
      // One of several copies of an entry: dmp/reused-ids compares them.
      if (id && !entries.has(id)) entries.set(id, entry);
    }
    let evaluated = 0;
    const findings: RawFinding<CoherenceRule>[] = [];
    for (const { told, cda } of kept.flatMap((each) => each.documents)) {
      const sides = [
        { rule: 'metadata', other: entries.get(sameId(told.uniqueId?.[0]?.value ?? '')) },
        { rule: 'document', other: cda },
      ] as const;
      for (const { rule, other } of sides) {
        if (!other) continue;
        const compared = compareMetadata(told, other, rule === 'metadata');
        evaluated += compared.evaluated;
        for (const { mapped, found, other: said } of compared.differences) {
          const { attribute, element } = mapped;
          const args = { attribute, element, value: said.value, ...otherPlace(said.at) };
          findings.push({ rule, at: found.at, args, actual: found.value });
        }
      }
    }
    return { evaluated, findings, ...(evaluated === 0 && { applies: false }) };
  },
});

function keptOf(artifact: Artifact<'fhir'> | Artifact<'xdm'> | Artifact<'soap'>): Kept {
  if (isKind(artifact, 'fhir')) return { documents: documentsOf(artifact), entries: [] };
  const entries = submissionsOf(artifact).flatMap((submission) =>
    submission.metadata.documentEntries.map((entry) => toldByXds(submission, entry)),
  );
  return { documents: [], entries };
}

/** The documents that a Bundle publishes with the CDA of their Binary, or the one that carries its own; a Bundle tells those of its entries. */
function documentsOf(artifact: Artifact<'fhir'>): Kept['documents'] {
  if (isProvideBundle(artifact)) {
    const entries = bundleEntries(artifact);
    const known = byAddress(entries);
    return entries.flatMap(({ kind, resource }) => {
      if (!resource || kind !== 'DocumentReference') return [];
      const urls = attachmentsOf(resource).map((each) => textOf(each, 'url') ?? '');
      const binary = urls.map((url) => known.get(url)).find((each) => each?.kind === 'Binary')?.resource;
      return [{ told: toldByFhir(resource), cda: cdaIn(binary) }];
    });
  }
  return claimedRole(artifact) === 'simplified' ? [{ told: toldByFhir(artifact), cda: cdaIn(artifact) }] : [];
}

function cdaIn(artifact: Artifact<'fhir'> | undefined): ToldMetadata | undefined {
  const [cda] = artifact ? contained(artifact, 'cda') : [];
  return cda && toldByCda(cda);
}
