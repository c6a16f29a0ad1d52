import { type Artifact, isKind } from '../../artifacts/artifact.js';
import { LONGEST_OID, OID, UID } from '../../identity/oids.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { submissionsOf } from '../submissions/submissions-of.js';

type RuleName = 'extension' | 'not-oid' | 'too-long';

/** Custodian of the documents of the DMP. */
const DMP = '1.2.250.1.213.4.1';

const IDENTIFIER = '§3.5.5.4 id (documents partagés dans le DMP)';
const UNMEASURED = { ...structural(IDENTIFIER, 0, 0), samples: null };

/** A document for the DMP is identified by an OID alone. */
export const dmpIdentifier = defineCheck({
  id: 'cda/dmp-identifier',
  on: ['cda', 'soap'],
  rules: { extension: UNMEASURED, 'not-oid': UNMEASURED, 'too-long': UNMEASURED },
  examples: [
    {
      rule: 'extension',
      base: 'cda-for-dmp',
      part: 'cda',
      good: '  <id root="2.999.2.20260316.1.1"/>',
      bad: '  <id root="2.999.2.20260316" extension="1"/>',
    },
    {
      rule: 'not-oid',
      base: 'cda-for-dmp',
      part: 'cda',
      good: '  <id root="2.999.2.20260316.1.1"/>',
      bad: '  <id root="6F9619FF-8B86-D011-B42D-00CF4FC964FF"/>',
    },
    {
      rule: 'too-long',
      base: 'cda-for-dmp',
      part: 'cda',
      good: '  <id root="2.999.2.20260316.1.1"/>',
      bad: `  <id root="2.999.2.20260316.1.1${'.1234567890'.repeat(4)}.1"/>`,
    },
  ],
  run(artifact) {
    const documents = isKind(artifact, 'cda') ? [artifact].filter(isForDmp) : publishedBy(artifact);
    if (documents.length === 0) return { evaluated: 0, findings: [], applies: false };
    return { evaluated: documents.length, findings: documents.flatMap(judge) };
  },
});

function isForDmp({ content }: Artifact<'cda'>): boolean {
  return content.root
    .all('custodian', 'assignedCustodian', 'representedCustodianOrganization', 'id')
    .some((id) => id.attribute('root') === DMP);
}

/** Documents that an ITI-41 carries; those that say themselves that they are for the DMP are judged as documents. */
function publishedBy(soap: Artifact<'cda' | 'soap'>): Artifact<'cda'>[] {
  if (!isKind(soap, 'soap')) return [];
  return submissionsOf(soap)
    .filter(({ by }) => by === 'provide-and-register')
    .flatMap((submission) =>
      submission.metadata.documentEntries.flatMap((entry) => {
        const document = submission.documentOf(entry);
        return document && !isForDmp(document) ? [document] : [];
      }),
    );
}

function judge(cda: Artifact<'cda'>): RawFinding<RuleName>[] {
  const { id } = cda.content;
  // What is no identifier at all is told by cda/document-identity.
  if (!id?.root || !UID.test(id.root)) return [];
  if (id.extension !== undefined)
    return [foundAt(cda, 'extension', id.node, { args: { root: id.root }, actual: id.extension })];
  if (!OID.test(id.root)) return [foundAt(cda, 'not-oid', id.node, { actual: id.root })];
  const { length } = id.root;
  return length > LONGEST_OID
    ? [foundAt(cda, 'too-long', id.node, { args: { length, longest: LONGEST_OID }, actual: id.root })]
    : [];
}
