import type { Artifact } from '../../artifacts/artifact.js';
import { isFormatted, textOfHtml } from '../../artifacts/mail/html-text.js';
import { headersNamed, leaves, type MailPart } from '../../artifacts/mail/mail.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { textIn } from '../mails/mail-text.js';
import { isSending } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';
import { bodyOf, isOpaque, isShownText } from './message/mail-body.js';
import { sameWords } from './message/same-words.js';

const ECO_2_2_4 = mssRule('ECO.2.2.4', 'MSS/va1.11');

const RULES = {
  'html-only': ECO_2_2_4,
  type: ECO_2_2_4,
  formatted: ECO_2_2_4,
  'empty-text': ECO_2_2_4,
  order: { ...ECO_2_2_4, severity: 'warning', mark: 'second-hand' },
  alternatives: { ...ECO_2_2_4, severity: 'warning' },
  different: { ...ECO_2_2_4, severity: 'warning' },
  'no-text': { ...ECO_2_2_4, severity: 'warning' },
  'attachment-inside': {
    severity: 'warning',
    mark: 'primary',
    clause: 'RFC 2046, §5.1.3 et §5.1.4 ; ECO.2.2.4',
    samples: null,
  },
  empty: { ...ECO_2_2_4, severity: 'info', mark: 'belief' },
} as const;

type Found = RawFinding<keyof typeof RULES>;

const PLAIN = 'Content-Type: text/plain; charset=UTF-8';
const BOTH = 'body\nhtml';

/** The text of a mail is plain, or plain then in HTML with the same words. */
export const messageBody = defineCheck({
  id: 'mss/message-body',
  on: 'mail',
  rules: RULES,
  examples: [
    { rule: 'html-only', base: 'mail-plain', part: 'body', good: 'text/plain', bad: 'text/html' },
    { rule: 'type', base: 'mail-plain', part: 'body', good: 'text/plain', bad: 'text/enriched' },
    { rule: 'formatted', base: 'mail-plain', part: 'body', good: 'Bonjour,', bad: '<p>Bonjour,</p>' },
    {
      rule: 'empty-text',
      base: 'mail-html',
      part: 'alternative',
      good: BOTH,
      bad: 'blank\nhtml',
    },
    { rule: 'order', base: 'mail-html', part: 'alternative', good: BOTH, bad: 'html\nbody' },
    { rule: 'alternatives', base: 'mail-html', part: 'alternative', good: BOTH, bad: `${BOTH}\nhtml` },
    {
      rule: 'different',
      base: 'mail-html',
      part: 'html',
      good: '<p>Bonjour,</p>',
      bad: '<p>Bonjour,</p>\n<p>Merci de rappeler le cabinet dès demain pour convenir ensemble de la date.</p>',
    },
    {
      rule: 'no-text',
      base: 'mail',
      part: 'body',
      good: PLAIN,
      bad: `${PLAIN}\nContent-Disposition: attachment; filename="message.txt"`,
    },
    {
      rule: 'attachment-inside',
      base: 'mail-plain',
      part: 'body',
      good: `${PLAIN}\nContent-Transfer-Encoding: quoted-printable\n\n`,
      bad: [
        'Content-Type: multipart/alternative; boundary="versions"\n',
        `--versions\n${PLAIN}\n\nVoici le plan du cabinet.`,
        '--versions\nContent-Type: text/html; charset=UTF-8\n\n<p>Voici le plan du cabinet.</p>',
        '--versions\nContent-Type: image/gif\nContent-Transfer-Encoding: base64',
        'Content-Disposition: attachment; filename="plan.gif"\n\nR0lGODlhAQABAAAAADs=',
        '--versions--\n',
      ].join('\n'),
    },
    { rule: 'empty', base: 'mail-html', part: 'alternative', good: BOTH, bad: 'blank' },
  ],
  run(mail) {
    // A report has a form of its own (RFC 6522).
    if (!isSending(mail) || mail.content.reports.length > 0) return { evaluated: 0, findings: [], applies: false };
    if (isOpaque(mail.content)) return { evaluated: 0, findings: [] };
    const body = bodyOf(mail.content);
    if (!body) return { evaluated: 1, findings: [found(mail, 'no-text', mail.content)] };
    const inside = attachedInside(mail.content);
    return {
      evaluated: 1,
      findings: [
        ...(body.mediaType === 'multipart/alternative' ? versions(mail, body) : single(mail, body)),
        ...(inside ? [found(mail, 'attachment-inside', inside, inside.mediaType)] : []),
      ],
    };
  },
});

function single(mail: Artifact<'mail'>, body: MailPart): Found[] {
  if (body.mediaType === 'text/html') return [found(mail, 'html-only', body)];
  if (body.mediaType !== 'text/plain') return [found(mail, 'type', body, body.mediaType)];
  const text = textIn(body);
  if (text === undefined) return [];
  if (text.trim() === '') return [found(mail, 'empty', body)];
  return isFormatted(text) ? [found(mail, 'formatted', body)] : [];
}

function versions(mail: Artifact<'mail'>, alternative: MailPart): Found[] {
  const texts = alternative.parts.flatMap((part) => {
    const body = bodyOf(part);
    return body ? [{ body, all: leaves(part).filter(isShownText) }] : [];
  });
  const types = texts.map(({ body }) => body.mediaType);
  const plain = texts[types.indexOf('text/plain')];
  const html = texts[types.indexOf('text/html')];
  if (!plain) return [found(mail, html ? 'html-only' : 'no-text', alternative)];
  if (!html) return [found(mail, 'alternatives', alternative, types.join(', ')), ...single(mail, plain.body)];
  const findings: Found[] = [];
  if (types.length > 2) findings.push(found(mail, 'alternatives', alternative, types.join(', ')));
  else if (types[0] === 'text/html') findings.push(found(mail, 'order', alternative));
  const written = plain.all.map(textIn);
  const shown = html.all.map((part) => (part.mediaType === 'text/html' ? pageIn(part) : textIn(part)));
  if ([...written, ...shown].includes(undefined)) return findings;
  const [text, page] = [written.join('\n'), shown.join('\n')];
  if (text.trim() === '') findings.push(found(mail, page.trim() === '' ? 'empty' : 'empty-text', plain.body));
  else if (isFormatted(text)) findings.push(found(mail, 'formatted', plain.body));
  else if (!sameWords(text, page)) findings.push(found(mail, 'different', html.body));
  return findings;
}

function pageIn(part: MailPart): string | undefined {
  const page = textIn(part);
  return page === undefined ? undefined : textOfHtml(page);
}

/** The first attachment that stands among the versions of the text, or beside its images: an agent that shows another version does not show it. */
function attachedInside(part: MailPart): MailPart | undefined {
  if (!/^multipart\/(?:alternative|related)$/.test(part.mediaType))
    return part.parts.map(attachedInside).find((each) => each !== undefined);
  return leaves(part).find(
    (leaf) =>
      /^application\/(?:pdf|(?:x-)?zip(?:-compressed)?)$/.test(leaf.mediaType) ||
      (leaf.disposition === 'attachment' && headersNamed(leaf, 'Content-ID').length === 0),
  );
}

function found(mail: Artifact<'mail'>, rule: Found['rule'], part: MailPart, actual?: string): Found {
  const line = headersNamed(part, 'Content-Type')[0]?.line ?? part.line;
  const at = placeIn(mail, { line, path: 'Content-Type' });
  return { rule, at, ...(actual !== undefined && { actual }) };
}
