import { isOfDossier } from '../context.js';
import { defineSetCheck, type RawFinding, type Rule } from '../define.js';
import { type DeletionMail, deletionMail } from '../mails/deletion-notices.js';

type RuleName = 'no-document' | 'not-recipient' | 'forgotten';

// A notice is known by its words, and the document by what the notice says: never an error.
const rule = (mark: Rule['mark']): Rule => ({
  severity: 'warning',
  mark,
  clause: 'REM, MSS/va1.37, MSS/va1.30 et MSS/UX.38 (avertir les destinataires de la suppression)',
  samples: null,
});
const ON = { base: 'mail-conversation' } as const;
const TO = 'To: <jean.correspondant@exemple.mssante.fr>';

/** A mail that tells the deletion of a document names it, and goes to those who received it and to them only. */
export const deletionNotice = defineSetCheck({
  id: 'mss/deletion-notice',
  on: 'mail',
  rules: {
    // That the notice names the document is how the checker reads « avertissant de cette suppression ».
    'no-document': rule('belief'),
    'not-recipient': rule('primary'),
    forgotten: rule('primary'),
  },
  examples: [
    {
      rule: 'no-document',
      ...ON,
      part: 'deletion.body',
      good: "Le document « Prescription d'examens de biologie » du 5 mars 2026, qui concernait TEST-ALPHA CAMILLE,",
      bad: 'Un document que vous avez reçu',
    },
    {
      rule: 'not-recipient',
      ...ON,
      part: 'deletion.headers',
      good: TO,
      bad: `${TO}, <hugo.bernard@exemple.mssante.fr>`,
    },
    {
      rule: 'forgotten',
      ...ON,
      part: 'automatic.headers',
      good: TO,
      bad: `${TO}, <hugo.bernard@exemple.mssante.fr>`,
    },
  ],
  keep: deletionMail,
  run(kept, context) {
    const mails = kept.filter((each) => each !== undefined);
    const notices = mails.filter(({ notice }) => notice !== undefined);
    if (notices.length === 0) return { evaluated: 0, findings: [], applies: false };
    const sendings = mails.filter(({ documents, notice }) => documents.length > 0 && notice === undefined);
    if (sendings.length === 0) {
      if (!isOfDossier(context)) return { evaluated: 0, findings: [], applies: false };
      return { evaluated: 0, findings: [], needs: [{ code: 'need/deleted-document' }] };
    }
    const findings: RawFinding<RuleName>[] = [];
    const warned = new Map<DeletionMail, DeletionMail[]>();
    for (const notice of notices) {
      const about = sendingsOf(notice, sendings);
      // Without a dossier, the mail that sent the document may be elsewhere.
      if (about.length === 0 && isOfDossier(context)) findings.push({ rule: 'no-document', at: notice.at });
      for (const sending of about) warned.set(sending, [...(warned.get(sending) ?? []), notice]);
      const received = new Set(about.flatMap(({ recipients }) => recipients.map(({ address }) => address)));
      const others = about.length === 0 ? [] : notice.recipients.filter(({ address }) => !received.has(address));
      for (const { address, at } of others) findings.push({ rule: 'not-recipient', at, actual: address });
    }
    for (const [{ recipients, path }, told] of warned) {
      const all = new Set(told.flatMap((notice) => notice.recipients.map(({ address }) => address)));
      const [first] = told;
      for (const { address } of recipients)
        if (first && !all.has(address))
          findings.push({ rule: 'forgotten', at: first.at, args: { file: path }, actual: address });
    }
    return { evaluated: notices.length, findings };
  },
});

/** The mails that sent the document of a notice: those that it answers or attaches, else those whose document it names. */
function sendingsOf({ notice, documents }: DeletionMail, sendings: readonly DeletionMail[]): readonly DeletionMail[] {
  const about = new Set(notice?.about);
  const ids = new Set(documents.map(({ id }) => id));
  const linked = sendings.filter(
    (each) => about.has(each.messageId ?? '') || each.documents.some(({ id }) => ids.has(id)),
  );
  if (linked.length > 0) return linked;
  const text = notice?.text ?? '';
  const named = sendings.filter((each) =>
    each.documents.some(({ names }) => names.some((name) => text.includes(name))),
  );
  const ofPatient = named.filter((each) => each.documents.some(({ patient }) => patient && text.includes(patient)));
  return ofPatient.length > 0 ? ofPatient : named;
}
