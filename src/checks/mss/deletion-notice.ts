import { isOfDossier } from '../context.js';
import { defineSetCheck, type RawFinding, type Rule } from '../define.js';
import { type DeletionNotice, noticeOrSending, type Sending } from './replacement/deletion-notices.js';

type RuleName = 'no-document' | 'not-recipient' | 'forgotten';

// A notice is known by its words, and the document by what the notice says: never an error.
const RULE: Rule = {
  severity: 'warning',
  mark: 'primary',
  clause: 'REM, MSS/va1.37, MSS/va1.30 et MSS/UX.38 (avertir les destinataires de la suppression)',
  samples: null,
};
const ON = { base: 'mail-conversation' } as const;
const TO = 'To: <jean.correspondant@exemple.mssante.fr>';

/** A dossier shows a deletion or two. Each is compared with all that was sent: those after these are not. */
const MOST_NOTICES = 200;

/** A mail that tells the deletion of a document names it, and goes to those who received it and to them only. */
export const deletionNotice = defineSetCheck({
  id: 'mss/deletion-notice',
  on: ['mail', 'cda'],
  rules: {
    // That the notice names the document is how the checker reads « avertissant de cette suppression ».
    'no-document': RULE,
    'not-recipient': RULE,
    forgotten: RULE,
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
  keep: noticeOrSending,
  run(kept, context) {
    const notices = kept
      .filter((each): each is DeletionNotice => each !== undefined && 'tellsSome' in each)
      .slice(0, MOST_NOTICES);
    const sendings = kept.filter((each): each is Sending => each !== undefined && 'documents' in each);
    if (notices.length === 0) return { evaluated: 0, findings: [], applies: false };
    const ofDossier = isOfDossier(context);
    const findings: RawFinding<RuleName>[] = [];
    const warned = new Map<Sending, DeletionNotice[]>();
    let evaluated = 0;
    for (const notice of notices) {
      const about = sendingsOf(notice, sendings);
      evaluated += about.length;
      if (about.length === 0 && !notice.tellsSome) {
        evaluated++;
        findings.push({ rule: 'no-document', at: notice.at });
      }
      // That nobody is written to is for mss/message-form.
      for (const sending of notice.recipients.length > 0 ? about : []) {
        const told = warned.get(sending);
        if (told) told.push(notice);
        else warned.set(sending, [notice]);
      }
      const received = new Set(about.flatMap(({ recipients }) => recipients));
      // A document given alone may name its recipients without their mailboxes.
      if (about.length === 0 || about.some(({ recipients }) => recipients.length === 0)) continue;
      for (const { address, at } of notice.recipients)
        if (!received.has(address)) findings.push({ rule: 'not-recipient', at, actual: address });
    }
    for (const [{ recipients, path }, told] of warned) {
      const all = new Set(told.flatMap((notice) => notice.recipients.map(({ address }) => address)));
      const at = told[0]?.at;
      for (const address of recipients)
        if (at && !all.has(address)) findings.push({ rule: 'forgotten', at, args: { file: path }, actual: address });
    }
    if (evaluated > 0) return { evaluated, findings };
    return ofDossier
      ? { evaluated, findings, needs: [{ code: 'need/deleted-document' }] }
      : { evaluated, findings, applies: false };
  },
});

/** What sent the document of a notice: the mails that it answers or attaches, the documents that it carries or whose id it tells, else those that it names. */
function sendingsOf(notice: DeletionNotice, sendings: readonly Sending[]): readonly Sending[] {
  const { text } = notice;
  const about = new Set(notice.about);
  const carries = new Set(notice.carries);
  const linked = sendings.filter(
    ({ messageId = '', documents }) =>
      about.has(messageId) || documents.some(({ id }) => id !== '' && (carries.has(id) || text.includes(id))),
  );
  if (linked.length > 0) return linked;
  const tells = (told: readonly string[]) => told.some((each) => each !== '' && text.includes(each));
  const named = narrowed(sendings, ({ names }) => tells(names)) ?? [];
  const ofPatient = narrowed(named, (each) => tells(each.names) && tells([each.patient])) ?? named;
  // The same patient has many documents of one title.
  return narrowed(ofPatient, (each) => tells(each.names) && tells(each.days)) ?? ofPatient;
}

/** The sendings of such a document; undefined when there is none. */
function narrowed(
  sendings: readonly Sending[],
  isMeant: (document: Sending['documents'][number]) => boolean,
): readonly Sending[] | undefined {
  const meant = sendings.filter(({ documents }) => documents.some(isMeant));
  return meant.length > 0 ? meant : undefined;
}
