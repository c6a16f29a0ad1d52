import { defineCheck } from '../define.js';
import { isSignatureEntry } from '../submissions/judge-submissions.js';
import { submissionsOf } from '../submissions/submissions-of.js';
import { comparePeople } from './document-mapping/authors.js';
import { compareCodes } from './document-mapping/coded-values.js';
import { type ComparedEntry, together } from './document-mapping/compared-entry.js';
import { mappingExamples } from './document-mapping/mapping-examples.js';
import { MAPPING_RULES } from './document-mapping/mapping-rules.js';
import { comparePatientAndFile } from './document-mapping/patient-and-file.js';
import { comparePlainValues } from './document-mapping/plain-values.js';

/** What the metadata of a document repeat from it is what it says: recipients file, sort and search by the metadata alone. */
export const documentAndEntry = defineCheck({
  id: 'dmp/document-and-entry',
  on: ['xdm', 'soap'],
  rules: MAPPING_RULES,
  examples: mappingExamples,
  run(artifact) {
    const submissions = submissionsOf(artifact);
    // Entries that share a document have another fault; compared with each of them, hostile metadata would take it apart without end.
    const seen = new Set<ComparedEntry['cda']>();
    const entries = submissions.flatMap((submission) =>
      submission.metadata.documentEntries.flatMap((entry): ComparedEntry[] => {
        const cda = isSignatureEntry(entry) ? undefined : submission.documentOf(entry);
        if (!cda || seen.size === seen.add(cda).size) return [];
        return [{ submission, entry, cda }];
      }),
    );
    const { evaluated, findings } = together(
      entries.flatMap((each) => [
        comparePlainValues(each),
        compareCodes(each),
        comparePeople(each),
        comparePatientAndFile(each),
      ]),
    );
    // An update of metadata sends no document.
    const applies = submissions.some(({ by }) => by === 'xdm' || by === 'provide-and-register');
    return { evaluated, findings, applies };
  },
});
