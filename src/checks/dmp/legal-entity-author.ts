import { type Artifact, isKind } from '../../artifacts/artifact.js';
import type { XdsObject } from '../../artifacts/xds/metadata.js';
import { readHl7Organization, readHl7Person } from '../../identity/hl7-name.js';
import { isOfDossier } from '../context.js';
import { defineSetCheck, type Outcome, type RawFinding } from '../define.js';
import { foundInMetadata } from '../found.js';
import { traceRule } from '../sources/trace-rule.js';
import { isSignatureEntry } from '../submissions/judge-submissions.js';
import { type Submission, submissionsOf } from '../submissions/submissions-of.js';

type RuleName = 'submission-set' | 'entry' | 'replaced' | 'kind';

/** What is kept of an artifact: what was found, and how many historical submissions name a legal entity. */
interface Kept {
  readonly historical: boolean;
  readonly outcome: Outcome<RuleName>;
}

const rule = traceRule('REM vague 2, DMP/HISTO.04 (dérogation RG_2230 du guide d’intégration du DMP)');
const ENTITY = 'CABINET DES ESSAIS^(structure de soins)^';
const inPart = (good: string, bad: string) => ({ base: 'xdm-legal-entity', part: 'metadata', good, bad }) as const;

/** Where a legal entity is an author of a document of the past, it is one of the submission set and of the document, beside the first author. */
export const legalEntityAuthor = defineSetCheck({
  id: 'dmp/legal-entity-author',
  on: ['xdm', 'soap'],
  rules: { 'submission-set': rule, entry: rule, replaced: rule, kind: rule },
  examples: [
    {
      rule: 'submission-set',
      ...inPart(`<!-- lot --><rim:Value>3990000010/0^${ENTITY}`, '<rim:Value>899700100029^BERNARD^Hugo^'),
    },
    {
      rule: 'entry',
      ...inPart(`<!-- document --><rim:Value>3990000010/0^${ENTITY}`, '<rim:Value>899700100029^BERNARD^Hugo^'),
      trips: ['dmp/document-and-entry'],
    },
    {
      rule: 'replaced',
      ...inPart(
        '<!-- auteur du document --><rim:Value>899700100011^MARTIN^Claire^',
        `<rim:Value>3990000010/1^${ENTITY}`,
      ),
      trips: ['dmp/document-and-entry'],
    },
    {
      rule: 'kind',
      ...inPart(
        `<!-- document --><rim:Value>3990000010/0^${ENTITY}`,
        '<rim:Value>3990000010/0^CABINET DES ESSAIS^(cabinet)^',
      ),
      trips: ['dmp/document-and-entry'],
    },
  ],
  keep: (artifact: Artifact<'xdm'> | Artifact<'soap'>): Kept => {
    const historical =
      artifact.declared.role === 'historical' && (isKind(artifact, 'xdm') || submissionsOf(artifact).length > 0);
    return { historical, outcome: historical ? judge(submissionsOf(artifact)) : { evaluated: 0, findings: [] } };
  },
  run(kept, context) {
    const told = kept.filter(({ historical }) => historical);
    const evaluated = told.reduce((sum, { outcome }) => sum + outcome.evaluated, 0);
    if (evaluated > 0) return { evaluated, findings: told.flatMap(({ outcome }) => outcome.findings) };
    if (!isOfDossier(context) || told.length === 0) return { evaluated: 0, findings: [], applies: false };
    return { evaluated: 0, findings: [], needs: [{ code: 'need/legal-entity' }] };
  },
});

/** Submissions that name a legal entity: the others have authors of their own. */
function judge(submissions: readonly Submission[]): Outcome<RuleName> {
  const findings: RawFinding<RuleName>[] = [];
  let evaluated = 0;
  for (const submission of submissions) {
    const { submissionSet, documentEntries } = submission.metadata;
    const objects = [...(submissionSet ? [submissionSet] : []), ...documentEntries].filter(
      // What signs a submission set has the author that it has: the document's is what counts.
      (object) => !isSignatureEntry(object),
    );
    if (!objects.some((object) => entitiesOf(object).length > 0)) continue;
    evaluated += objects.length;
    for (const object of objects) findings.push(...judgeObject(submission, object));
  }
  return { evaluated, findings };
}

function judgeObject(submission: Submission, object: XdsObject): RawFinding<RuleName>[] {
  const entities = entitiesOf(object);
  const [entity] = entities;
  if (!entity) {
    const isSet = object === submission.metadata.submissionSet;
    return [foundInMetadata(submission, isSet ? 'submission-set' : 'entry', object.authors[0]?.node ?? object.node)];
  }
  const findings: RawFinding<RuleName>[] = entities
    .filter(({ given }) => !KINDS.test(given))
    .map(({ given, node }) => foundInMetadata(submission, 'kind', node, { actual: given }));
  if (personsOf(object).length === entities.length) findings.push(foundInMetadata(submission, 'replaced', entity.node));
  return findings;
}

/** Kinds of legal entities, as the DMP shows them for a given name. */
const KINDS = /^\((?:structure de soins|service|unité fonctionnelle)\)$/i;

function personsOf({ authors }: XdsObject) {
  return authors.flatMap(({ persons, institutions }) =>
    persons.map(({ value, node }) => {
      const { family, given } = readHl7Person(value);
      return {
        family,
        given: given.normalize('NFC'),
        node,
        institutions: institutions.map((each) => readHl7Organization(each.value).name),
      };
    }),
  );
}

/** The authors that are no natural person: their given name is a kind of entity, or they have none and are called like their institution. */
function entitiesOf(object: XdsObject) {
  return personsOf(object).filter(
    ({ family, given, institutions }) =>
      given.startsWith('(') ||
      (/^(?:|structure de soins|service|unit[eé] fonctionnelle)$/i.test(given) &&
        institutions.some((name) => name !== '' && folded(name) === folded(family))),
  );
}

function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().trim();
}
