import { type Artifact, isKind } from '../../artifacts/artifact.js';
import { groupBy } from '../../artifacts/group-by.js';
import { isPatientAddress } from '../../identity/addresses.js';
import { placeIn } from '../context.js';
import { type Rule as CheckRule, defineSetCheck, type Place, type RawFinding } from '../define.js';
import { addressesIn, recipientsOf } from '../mails/recipients.js';
import { isSending } from '../mails/sending.js';
import { type FoundMailbox, searchedMailboxes } from './directory/searched-mailboxes.js';

type Rule = 'not-shown' | 'writing' | 'unlisted' | 'other-messaging' | 'sender-kind';

interface Written {
  readonly address: string;
  readonly at: Place;
}

interface KeptMail {
  readonly from: readonly Written[];
  readonly to: readonly Written[];
  readonly mailbox: string | undefined;
}

interface Kept {
  readonly mail?: KeptMail | undefined;
  readonly found?: readonly FoundMailbox[] | undefined;
}

const rule = (clause: string, severity: CheckRule['severity'], mark: CheckRule['mark']): CheckRule => {
  return { clause, severity, mark, samples: null };
};
const SEARCH = 'Référentiel socle MSSanté #2 v1.0, ECO.3.1.4 (MSS/CONF.20)';
const IG = 'ANS, IG FHIR API Messagerie sécurisée de santé, as-ext-mailbox-mss-metadata';
const inAnswer = (good: string, bad: string) => ({ base: 'mail-directory', part: 'answer', good, bad }) as const;
const ADDRESS = 'jean.correspondant@exemple.mssante.fr';

/** An address of another messaging, up to its value. */
const OTHER = `{ "system": "email", "extension": [{
  "url": "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-contact-point-email-type",
  "valueCoding": { "code": "AUTRE" }
}], "value": `;

/** The addresses that the software wrote to are among those that its searches of the Annuaire Santé found. */
export const directorySearch = defineSetCheck({
  id: 'mss/directory-search',
  on: ['fhir', 'mail'],
  rules: {
    // An address may come from a search made before, an answer or another way to the annuaire.
    'not-shown': rule(SEARCH, 'info', 'belief'),
    writing: rule(SEARCH, 'info', 'belief'),
    unlisted: rule(`${IG}, listeRouge`, 'warning', 'primary'),
    'other-messaging': rule(
      'ANS, API FHIR Annuaire Santé v2, récupération des BAL (TRE_R256-TypeMessagerie)',
      'warning',
      'primary',
    ),
    'sender-kind': rule(`${IG}, type (TRE_R257-TypeBAL)`, 'warning', 'primary'),
  },
  examples: [
    { rule: 'not-shown', ...inAnswer(ADDRESS, 'jean.autre@exemple.mssante.fr') },
    { rule: 'writing', ...inAnswer(ADDRESS, 'Jean.Correspondant@exemple.mssante.fr') },
    { rule: 'unlisted', ...inAnswer('"valueBoolean": false', '"valueBoolean": true') },
    { rule: 'other-messaging', ...inAnswer(ADDRESS, `jean.autre@exemple.mssante.fr" },\n${OTHER}"${ADDRESS}`) },
    { rule: 'sender-kind', ...inAnswer('"code": "PER"', '"code": "ORG"') },
  ],
  keep: (artifact): Kept =>
    isKind(artifact, 'mail')
      ? { mail: keptMail(artifact) }
      : { found: isKind(artifact, 'fhir') ? searchedMailboxes(artifact) : undefined },
  run(kept) {
    const searches = kept.flatMap(({ found }) => (found && found.length > 0 ? [found] : []));
    if (searches.length === 0) return { evaluated: 0, findings: [], applies: false };
    const byAddress = new Map<string, FoundMailbox>();
    for (const mailbox of searches.flat()) {
      const key = keyOf(mailbox.address);
      // What tells more of an address wins: a structure may give as a contact what is a mailbox elsewhere.
      if ((byAddress.get(key)?.isOther ?? true) || mailbox.type !== undefined) byAddress.set(key, mailbox);
    }
    const mails = kept.flatMap(({ mail }) => mail ?? []);
    const findings = mails.flatMap(({ from, to, mailbox }) => [
      ...from.flatMap((each) => judgeSender(each, byAddress.get(keyOf(each.address)), mailbox)),
      ...to.flatMap((each) => judgeRecipient(each, byAddress.get(keyOf(each.address)))),
    ]);
    return {
      evaluated: searches.filter((found) => found.some(({ isOther }) => !isOther)).length,
      findings: onceEach(findings),
    };
  },
});

function keptMail(mail: Artifact<'mail'>): KeptMail | undefined {
  if (!isSending(mail) || mail.content.reports.length > 0) return undefined;
  const written = ({ address, header }: ReturnType<typeof recipientsOf>[number]): Written => {
    return { address, at: placeIn(mail, { line: header.line, path: header.name }) };
  };
  return {
    from: addressesIn(mail, ['from']).map(written),
    to: recipientsOf(mail)
      .filter(({ address }) => !isPatientAddress(address))
      .map(written),
    mailbox: mail.declared.mailbox,
  };
}

/** One finding an address: a dossier may have a thousand mails to it. */
function onceEach(findings: readonly RawFinding<Rule>[]): RawFinding<Rule>[] {
  const alike = groupBy(findings, ({ rule, actual, args }) => JSON.stringify([rule, actual, args]));
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, args: { ...first.args, count: others.length + 1 } }] : [],
  );
}

function keyOf(address: string): string {
  return address.trim().toLowerCase();
}

function judgeRecipient({ address, at }: Written, found: FoundMailbox | undefined): RawFinding<Rule>[] {
  if (!found) return [{ rule: 'not-shown', at, actual: address }];
  if (found.isOther) return [{ rule: 'other-messaging', at, actual: address }];
  if (found.isUnlisted) return [{ rule: 'unlisted', at, actual: address }];
  return found.address === address ? [] : [{ rule: 'writing', at, args: { found: found.address }, actual: address }];
}

/** A mailbox of a practice (CAB) is declared as one of the three others. */
function judgeSender(
  { address, at }: Written,
  found: FoundMailbox | undefined,
  declared: string | undefined,
): RawFinding<Rule>[] {
  const type = found?.type;
  if (type === undefined || type === 'CAB' || declared === undefined || type === declared) return [];
  return [{ rule: 'sender-kind', at, args: { declared, address: keyOf(address) }, actual: type }];
}
