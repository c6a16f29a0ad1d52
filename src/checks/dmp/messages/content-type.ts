import { headerNamed } from '../../../artifacts/http/har.js';
import type { SoapMessage } from '../../../artifacts/soap/soap.js';
import type { Fault } from './exchanges.js';

/** A Content-Type (RFC 2045 §5.1) of a message: its type in lower case, and its parameters by name. */
interface ContentType {
  readonly written: string;
  readonly line: number;
  readonly mediaType: string;
  parameter(name: string): string | undefined;
}

/**
 * Faults of the Content-Type of a message in SOAP 1.2 (SOAP 1.2 part 2 §7.1.4) and of its parts (MTOM §3.2; XOP §4.1): of HTTP, and of the part that
 * holds the envelope.
 */
export function contentTypeFaults({
  version,
  http,
  partHeaders,
  addressing,
}: SoapMessage): Fault<'content-type' | 'content-action'>[] {
  const outer = http && contentTypeOf(http.headers);
  const isMultipart = outer ? outer.mediaType === 'multipart/related' : partHeaders.length > 1;
  const root = isMultipart ? contentTypeOf(partHeaders) : undefined;
  const all = [outer, root].filter((each) => each !== undefined);
  const wrong = version === '1.2' ? all.filter((each) => !isRight(each)) : [];
  const action = addressing.action?.value;
  const other = all.filter((each) => action && ![undefined, '', action].includes(each.parameter('action')));
  return [
    ...wrong.map(({ line, written }) => ({ rule: 'content-type' as const, at: { line }, actual: written })),
    ...other.map((each) => ({
      rule: 'content-action' as const,
      at: { line: each.line },
      args: { action: action ?? '' },
      actual: each.parameter('action'),
    })),
  ];
}

function isRight({ mediaType, parameter }: ContentType): boolean {
  switch (mediaType) {
    case 'application/soap+xml':
      return true;
    case 'application/xop+xml':
      return /^application\/soap\+xml\b/i.test(parameter('type') ?? '');
    case 'multipart/related':
      return /^application\/(?:xop|soap)\+xml\b/i.test(parameter('type') ?? '');
    default:
      return false;
  }
}

function contentTypeOf(
  headers: readonly { readonly name: string; readonly value: string; readonly line: number }[],
): ContentType | undefined {
  const written = headerNamed(headers, 'content-type');
  const line = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.line;
  if (written === undefined || line === undefined) return undefined;
  const [mediaType = ''] = written.split(';', 1);
  const parameters = new Map(
    written
      .slice(mediaType.length)
      .match(/;\s*[\w-]+\s*=\s*(?:"[^"]*"|[^;"\s]*)/g)
      ?.map((each): [string, string] => {
        const at = each.indexOf('=');
        return [
          each.slice(1, at).trim().toLowerCase(),
          each
            .slice(at + 1)
            .trim()
            .replace(/^"|"$/g, ''),
        ];
      }),
  );
  return {
    written,
    line,
    mediaType: mediaType.trim().toLowerCase(),
    parameter: (name) => parameters.get(name),
  };
}
