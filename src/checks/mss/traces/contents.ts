import { secretsIn } from '../../psc/logs/logged-secrets.js';

/** What a trace must not hold of a message: its text, what it carries, what opens the mailbox. `subject` names a patient. */
export type TracedContent = 'body' | 'document' | 'encoded' | 'token' | 'subject';

/** How documents and messages begin once in base64: zip, PDF, XML, CDA, RTF, JPEG, PNG, GIF, TIFF, fields of a mail. */
const DOCUMENT_IN_BASE64 =
  /^(?:UEsDB|JVBER|PD94bW|PENsaW|e1xyd|\/9j\/|iVBORw0K|R0lGOD|SUkq|TU0AK|UmV0dXJu|UmVjZWl2|RnJvbT|Q29udGVud|TUlNRS)/;
const DOCUMENT = /%PDF-1\.|\{\\rtf1|<(?:[\w-]{1,20}:)?(?:ClinicalDocument|SubmitObjectsRequest|ExtrinsicObject)[\s>]/;
/** Base64 without a line break; a token in three parts is cut by its dots. */
const BASE64 = /(?<![A-Za-z0-9+/_.-])[A-Za-z0-9+/]{60,}(?![A-Za-z0-9+/_.-])/g;
/** Longer than a signature, a fingerprint or a session's identifier. */
const LONG_BASE64 = 400;
/** Lines of a part of a mail, as RFC 2045 §6.8 cuts them. */
const CUT_BASE64 = 76;

const PASSWORD = /\b(?:password|passwd|pwd|mdp|mot_de_passe)["']?\s?[=:]\s?["']?(?=[^\s"']{0,40}\d)[^\s"';,*]{6}/i;
const SUBJECT = /XDM\/1\.0\/DDM\+\s{0,3}\p{L}{2}/u;

/** Names of columns that hold the text of a message. */
const BODY_COLUMN =
  /(?:^|[._ -])(?:body|corps|html)(?:[._ -]?(?:text|texte|html|plain|message|mail))?$|^(?:corps|texte)[._ -]?(?:du[._ -])?(?:mail|message|courriel)$|^(?:message|mail)Body$/i;
const SALUTATION =
  /\b(?:bonjour|madame|monsieur|ch[eè]re?s? (?:confr[eè]re|cons[oœ]e?ur|docteur|coll[eè]gue)|hello|dear)\b/i;
const CLOSING = /\b(?:cordialement|confraternellement|bien à vous|salutations|sentiments|best regards|sincerely)\b/i;

/** The longest text of one column that is looked at: what is longer shows itself before. */
const LOOKED_AT = 20_000;

/** What a column of a row holds of a message, each once. Nothing is kept of what it says. */
export function contentsOf(column: string, value: string): TracedContent[] {
  // Shorter, a value is a code, a name, an address: a trace may have a million rows.
  if (value.length < 12) return [];
  const text = value.slice(0, LOOKED_AT).replace(/\\r\\n|\\n/g, '\n');
  const found: TracedContent[] = [];
  const encoded = text.length < 60 ? undefined : encodedIn(text);
  if (DOCUMENT.test(text) || encoded === 'document') found.push('document');
  if (isBody(column, text)) found.push('body');
  if (encoded === 'encoded') found.push('encoded');
  if (secretsIn(text).includes('token') || PASSWORD.test(text)) found.push('token');
  if (SUBJECT.test(text)) found.push('subject');
  return found;
}

function encodedIn(text: string): 'document' | 'encoded' | undefined {
  let lines = 0;
  let isEncoded = false;
  for (const [run] of text.matchAll(BASE64)) {
    // A fingerprint is in hexadecimal, a token of XOAUTH2 is told apart.
    if (/^(?:[0-9a-f]+|[0-9A-F]+|dXNlcj.*)$/.test(run)) continue;
    if (DOCUMENT_IN_BASE64.test(run)) return 'document';
    lines += run.length === CUT_BASE64 ? 1 : 0;
    isEncoded ||= run.length >= LONG_BASE64 || lines >= 3;
  }
  return isEncoded ? 'encoded' : undefined;
}

function isBody(column: string, text: string): boolean {
  if (BODY_COLUMN.test(column) && text.trim().split(/\s+/, 4).length === 4) return true;
  if (text.length >= 60 && SALUTATION.test(text) && CLOSING.test(text)) return true;
  const at = text.search(/^Content-Transfer-Encoding:/im);
  if (at < 0) return false;
  // Fields alone are no content: what follows them is.
  return text
    .slice(at)
    .split('\n')
    .some((line) => line.trim() !== '' && !/^(?:[\w-]{1,60}:|[ \t])/.test(line));
}

/** Commands of a session of SMTP or IMAP, as logs of the dialogue write them. */
const COMMAND =
  /^\s*(?:(?:C|S|CLIENT|>>>|>|=>)[: ] ?)?(?:[A-Za-z]{0,4}\d{1,6} +)?(EHLO|HELO|STARTTLS|AUTH|AUTHENTICATE|MAIL FROM|RCPT TO|DATA|QUIT|CAPABILITY|LOGIN|SELECT|EXAMINE|LOGOUT|NOOP|IDLE)(?=[ :\r\n]|$)/;

/** The command of a mail protocol that a text is, or undefined. */
export function commandOf(text: string): string | undefined {
  return COMMAND.exec(text.slice(0, 80))?.[1];
}
