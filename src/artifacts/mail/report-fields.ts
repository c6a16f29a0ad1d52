import { bufferOf } from '../buffer-of.js';
import { readFields } from './header-fields.js';
import { headersNamed, type MailHeader, type MailPart } from './mail.js';
import type { MailWatch } from './mail-watch.js';

/** A field of a report with the line of the mail that holds it. */
export interface ReportValue {
  readonly text: string;
  readonly header: MailHeader;
}

/** A field that says what its value is: `rfc822;name@host` (RFC 3464 §2.1.2, RFC 8098 §3.2). */
export interface TypedValue extends ReportValue {
  /** Lower case; `rfc822` for an address, `smtp` for a diagnostic; empty when the field names none. */
  readonly type: string;
  readonly value: string;
}

/**
 * Groups of fields of the machine part of a report, an empty line between two. Lines are those of the mail, unless the part is encoded: its
 * first line is then that of all.
 *
 * @throws ReadError `read/mail-limit`, `read/mail` for a null or a lone carriage return in a field.
 */
export function fieldGroups(part: MailPart, watch: MailWatch): MailHeader[][] {
  const body = bufferOf(part.body);
  const groups: MailHeader[][] = [];
  const encoded = part.encoding === 'base64' || part.encoding === 'quoted-printable';
  let line = part.bodyLine;
  for (let at = 0; at < body.length; ) {
    const { headers, next, nextLine } = readFields(body, at, body.length, line, watch);
    if (headers.length > 0)
      groups.push(encoded ? headers.map((each) => ({ ...each, line: part.bodyLine })) : [...headers]);
    // What is no field ends the report.
    else if (next === at) break;
    at = next;
    line = nextLine;
  }
  return groups;
}

/** The first field called `name`. */
export function valueNamed(headers: readonly MailHeader[], name: string): ReportValue | undefined {
  const [header] = headersNamed({ headers }, name);
  return header && { text: header.value, header };
}

/** The first field called `name`, its type apart. */
export function typedNamed(headers: readonly MailHeader[], name: string): TypedValue | undefined {
  const found = valueNamed(headers, name);
  if (!found) return undefined;
  const semicolon = found.text.indexOf(';');
  return {
    ...found,
    type: found.text.slice(0, Math.max(semicolon, 0)).trim().toLowerCase(),
    value: found.text.slice(semicolon + 1).trim(),
  };
}
