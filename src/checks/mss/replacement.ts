import { isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type RawFinding, type Rule } from '../define.js';
import { comparePersons } from '../mails/person.js';
import { type SentDocument, type SentDocuments, sentDocuments } from './replacement/sent-documents.js';

type RuleName =
  | 'pdf-mention'
  | 'pdf-wording'
  | 'mail-mention'
  | 'replaces-nothing'
  | 'patient'
  | 'set'
  | 'version'
  | 'unlinked';

const rem = (requirement: string, severity: Rule['severity']): Rule => ({
  severity,
  mark: 'primary',
  clause: `REM, ${requirement}`,
  samples: null,
});
// No official sample sends two versions of one document.
const structural = (severity: Rule['severity']): Rule => ({
  severity,
  mark: 'primary',
  clause: 'CI-SIS, Structuration minimale, §3.5.5.10 setId et §3.5.5.23 relatedDocument ; REM, MSS/va1.02',
  samples: null,
});
const SAYS = 'Il annule et remplace la version précédente.';
const IN_PDF = 'Ce document annule et remplace la version 1.';
const ON = { base: 'mail-conversation' } as const;
const LETTER_SET = '<setId root="2.999.2.20260302.1"/>';

/** A new version of a document that was sent says in its PDF and in the mail that it cancels and replaces the former, and follows it. */
export const replacement = defineSetCheck({
  id: 'mss/replacement',
  on: 'mail',
  rules: {
    // Only of a PDF whose text could be read, since it names the patient; known words of another form are `pdf-wording`.
    'pdf-mention': rem('MSS/va1.02.01, MSS/va1.13.01 et MSS/va1.35.01 (mention dans le PDF)', 'error'),
    // « une mention du type » : other words may do.
    'pdf-wording': rem('MSS/va1.02, MSS/va1.13 et MSS/va1.35', 'warning'),
    // The statement asks to send the new version « avec une mention » : the scenario only looks for it in the PDF.
    'mail-mention': rem('MSS/va1.02', 'warning'),
    'replaces-nothing': structural('warning'),
    patient: structural('error'),
    set: structural('error'),
    version: structural('error'),
    unlinked: structural('warning'),
  },
  examples: [
    { rule: 'pdf-mention', ...ON, part: 'replacement.pdf', good: IN_PDF, bad: 'Seconde version.' },
    { rule: 'pdf-wording', ...ON, part: 'replacement.pdf', good: IN_PDF, bad: 'Cette version remplace la première.' },
    { rule: 'mail-mention', ...ON, part: 'replacement.body', good: SAYS, bad: 'Voici la nouvelle version.' },
    { rule: 'replaces-nothing', ...ON, part: 'automatic.body', good: 'Bonjour,', bad: SAYS },
    {
      rule: 'patient',
      ...ON,
      part: 'replacement.cda',
      good: 'extension="285076311399048"',
      bad: 'extension="191112A40099903"',
      trips: ['ins/document-identity', 'mss/one-patient'],
    },
    { rule: 'set', ...ON, part: 'letter.cda', good: LETTER_SET, bad: '<setId root="2.999.7.20260302.1"/>' },
    {
      rule: 'version',
      ...ON,
      part: 'letter.cda',
      good: '<versionNumber value="1"/>',
      bad: '<versionNumber value="2"/>',
      trips: ['cda/versions', 'dmp/life-cycle'],
    },
    { rule: 'unlinked', ...ON, part: 'patient.cda', good: '<setId root="2.999.2.20260303.1"/>', bad: LETTER_SET },
  ],
  keep: sentDocuments,
  run(kept, context) {
    const mails = kept.filter((each) => each !== undefined);
    const replacing = mails.flatMap((mail) =>
      mail.documents.filter(({ replaces }) => replaces.length > 0).map((document) => ({ mail, document })),
    );
    const vain = mails.filter(({ says, documents }) => says && !documents.some(({ isRelated }) => isRelated));
    const findings: RawFinding<RuleName>[] = [
      ...vain.map(({ at }) => ({ rule: 'replaces-nothing', at }) as const),
      ...unlinked(mails),
    ];
    const needs: Need[] = [];
    const sent = documentsById(mails);
    let evaluated = vain.length;
    for (const { mail, document } of replacing) {
      const before = document.replaces.flatMap((id) => sent.get(id) ?? [])[0];
      if (!before)
        needs.push({ code: 'need/replaced-document', args: { file: mail.path, id: document.replaces[0] ?? '' } });
      // The complete version of a partial report changes nothing of it: cda/partial-then-complete judges the two.
      if (before ? before.document.status === 'active' : document.status !== '') continue;
      evaluated++;
      const { mention, replacesAt: at } = document;
      if (typeof mention === 'object') needs.push(mention);
      else if (mention === 'none') findings.push({ rule: 'pdf-mention', at });
      else if (mention === 'other-words') findings.push({ rule: 'pdf-wording', at });
      if (!mail.says) findings.push({ rule: 'mail-mention', at: mail.at });
      if (before) findings.push(...judge(before, document));
    }
    if (!isOfDossier(context)) {
      const extraction = needs.filter(({ code }) => code !== 'need/replaced-document');
      return { evaluated, findings, needs: extraction, applies: evaluated > 0 || findings.length > 0 };
    }
    if (evaluated === vain.length && needs.length === 0) needs.push({ code: 'need/replacement' });
    return { evaluated, findings, needs, applies: mails.length > 0 };
  },
});

interface Sent {
  readonly path: string;
  readonly document: SentDocument;
}

function documentsById(mails: readonly SentDocuments[]): Map<string, Sent> {
  // The first sending of a document counts.
  return new Map(
    mails
      .flatMap(({ path, documents }) => documents.map((each) => [each.id, { path, document: each }] as const))
      .reverse(),
  );
}

function judge(before: Sent, after: SentDocument): RawFinding<RuleName>[] {
  const { document: former } = before;
  const args = { file: before.path };
  if (former.person && after.person && comparePersons(former.person, after.person) === 'other')
    return [{ rule: 'patient', at: after.replacesAt, args }];
  const findings: RawFinding<RuleName>[] = [];
  if (former.setId && after.setId && former.setId !== after.setId)
    findings.push({ rule: 'set', at: after.setAt, args: { ...args, set: former.setId }, actual: after.setId });
  const told = { at: after.versionAt, args: { ...args, version: former.version }, actual: String(after.version) };
  if (after.version <= former.version) findings.push({ rule: 'version', ...told });
  // A number left out is told by cda/versions, and that version may have gone elsewhere.
  return findings;
}

/** Two documents of one set in two mails, neither of which is said to follow another. */
function* unlinked(mails: readonly SentDocuments[]): Generator<RawFinding<RuleName>> {
  const first = new Map<string, Sent>();
  for (const { path, documents } of mails) {
    for (const document of documents) {
      if (!document.setId || document.isRelated || Number.isNaN(document.version)) continue;
      const key = `${document.setId} ${document.version}`;
      const known = first.get(key);
      if (!known) first.set(key, { path, document });
      else if (known.document.id !== document.id && known.path !== path)
        yield { rule: 'unlinked', at: document.setAt, args: { file: known.path, set: document.setId } };
    }
  }
}
