import type { Artifact } from '../../artifacts/artifact.js';
import { headersNamed, leaves, type MailHeader, type MailPart } from '../../artifacts/mail/mail.js';
import { tryDecode } from '../../artifacts/text/decode.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { textParts } from '../mails/mail-text.js';
import { isSending } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';

/** The REM of wave 2 dropped MSS/CONF.19, which asked for it; the référentiel keeps it. */
const ECO_2_2_3 = mssRule('ECO.2.2.3', 'MSS/va1.11', 'warning');

const RULES = {
  missing: ECO_2_2_3,
  'not-utf-8': ECO_2_2_3,
  contradicts: { ...ECO_2_2_3, clause: `${ECO_2_2_3.clause} ; RFC 2046, §4.1.2` },
  'header-8bit': byRfc('RFC 5322, §2.2 ; RFC 2047'),
  'encoded-word': byRfc('RFC 2047, §2'),
} as const;

type Found = RawFinding<keyof typeof RULES>;

const PLAIN = 'Content-Type: text/plain; charset=UTF-8';

/** The texts of a mail are in UTF-8 and say so; its header fields are in ASCII. */
export const charset = defineCheck({
  id: 'mss/charset',
  on: 'mail',
  rules: RULES,
  examples: [
    { rule: 'missing', base: 'mail-plain', part: 'body', good: PLAIN, bad: 'Content-Type: text/plain' },
    {
      rule: 'not-utf-8',
      base: 'mail-plain',
      part: 'body',
      good: PLAIN,
      bad: 'Content-Type: text/plain; charset=ISO-8859-1',
    },
    {
      rule: 'contradicts',
      base: 'mail-plain',
      part: 'body',
      good: `${PLAIN}\nContent-Transfer-Encoding: quoted-printable\n\nBonjour,`,
      bad: `${PLAIN}\nContent-Transfer-Encoding:\n quoted-printable\n\nBonjour =E0 tous,`,
    },
    {
      rule: 'header-8bit',
      base: 'mail-plain',
      part: 'body',
      good: PLAIN,
      bad: `${PLAIN}\nContent-Description: résumé`,
    },
    {
      rule: 'encoded-word',
      base: 'mail-plain',
      part: 'headers',
      good: 'Subject: Demande',
      bad: 'Subject: =?UTF-8?Q?D=E9placement?= Demande',
    },
  ],
  run(mail) {
    if (!isSending(mail)) return { evaluated: 0, findings: [], applies: false };
    const parts = leaves(mail.content);
    const machine = machineParts(mail.content);
    const texts = textParts(mail).filter((part) => part.body.length > 0 && !machine.has(part));
    return {
      evaluated: 1 + texts.length,
      findings: [
        ...texts.flatMap((part) => textFault(mail, part)),
        ...[...new Set([mail.content, ...parts])].flatMap((part) => headerFaults(mail, part)),
      ],
    };
  },
});

/** What comes after the text of a report, which has types of its own: mss/reading-receipt tells when it has not. */
function machineParts({ mediaType, parts }: MailPart): Set<MailPart> {
  return new Set(mediaType === 'multipart/report' ? parts.slice(1) : []);
}

function textFault(mail: Artifact<'mail'>, part: MailPart): Found[] {
  const line = headersNamed(part, 'Content-Type')[0]?.line ?? part.line;
  const at = placeIn(mail, { line, path: 'Content-Type' });
  if (part.charset === undefined) return [{ rule: 'missing', at, args: { type: part.mediaType } }];
  if (!isIn(part.body, part.charset)) return [{ rule: 'contradicts', at, actual: part.charset }];
  return /^utf-?8$/i.test(part.charset) ? [] : [{ rule: 'not-utf-8', at, actual: part.charset }];
}

/** Mail agents read ASCII as Windows does: what is not in it is then shown, and is no ASCII all the same. */
function isIn(body: Uint8Array, label: string): boolean {
  return /^(?:us-)?ascii$/i.test(label) ? body.every((byte) => byte < 0x80) : tryDecode(body, label) !== undefined;
}

/** A mail that was sent to servers that take them may have header fields in UTF-8 (RFC 6531, RFC 6532): these say so. */
function headerFaults(mail: Artifact<'mail'>, part: MailPart): Found[] {
  const internationalised = headersNamed(mail.content, 'Received').some(({ raw }) => /\bwith\s+UTF8/i.test(raw));
  return part.headers.flatMap((header): Found[] => {
    const at = placeIn(mail, { line: header.line, path: header.name });
    if (/[\x80-\xff]/.test(header.raw) && !(internationalised && isUtf8(header)))
      return [{ rule: 'header-8bit', at, args: { field: header.name } }];
    return ENCODED_WORD.test(header.value) ? [{ rule: 'encoded-word', at, args: { field: header.name } }] : [];
  });
}

/** Shown as it was transmitted: its bytes are not in its charset. */
const ENCODED_WORD = /=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=/;

function isUtf8({ raw }: MailHeader): boolean {
  return tryDecode(Buffer.from(raw, 'latin1'), 'utf-8') !== undefined;
}

function byRfc(clause: string): Rule {
  return { severity: 'warning', mark: 'primary', clause, samples: null };
}
