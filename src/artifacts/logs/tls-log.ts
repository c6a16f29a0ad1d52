import type { Limits } from '../limits.js';
import type { TextLine } from '../text/lines.js';
import { CURL_SAYS, CurlReader } from './curl.js';
import { JAVA_SAYS, JavaReader } from './java-tls.js';
import { linesOf } from './log-lines.js';
import { OpensslReader } from './openssl.js';
import type { TlsSession, TlsTool } from './tls-session.js';
import { WiresharkReader } from './wireshark.js';

interface Reader {
  readonly sessions: readonly TlsSession[];
  read(line: TextLine): void;
}

/** What each tool writes, that nothing else does: two signs of it must be there. */
const TOOLS: Readonly<Record<TlsTool, { readonly signs: readonly RegExp[]; readonly open: () => Reader }>> = {
  openssl: {
    signs: [
      /^CONNECTED\([0-9A-F]{8}\)\s*$/m,
      /^(?:SSL handshake has read \d|New, .{1,20}, Cipher is |Certificate chain|depth=\d|no peer certificate|[<>]{3} TLS)/m,
    ],
    open: () => new OpensslReader(),
  },
  java: {
    signs: [
      new RegExp(JAVA_SAYS.source, 'm'),
      /^"(?:ClientHello|ServerHello)": \{|\|(?:Produced|Consuming) (?:Client|Server)Hello/m,
    ],
    open: () => new JavaReader(),
  },
  wireshark: {
    signs: [
      /^(?:Frame \d+[:,] |Transmission Control Protocol, )/m,
      /^ *(?:Transport Layer Security|Secure Sockets Layer)\s*$/m,
    ],
    open: () => new WiresharkReader(),
  },
  curl: {
    signs: [
      new RegExp(CURL_SAYS.source, 'm'),
      /^(?:\S+ )?(?:\*|== Info:) +(?:SSL connection using |.{4,10} \((?:IN|OUT)\), TLS (?:handshake|alert), )/m,
    ],
    open: () => new CurlReader(),
  },
};

/** The tool whose output stands first in a file. */
export function findTlsTool(sample: string): TlsTool | undefined {
  return (Object.keys(TOOLS) as TlsTool[]).find((tool) => TOOLS[tool].signs.every((sign) => sign.test(sample)));
}

/** The TLS sessions that a tool tells of. @throws ReadError `read/limit`. */
export function readSessions(text: string, tool: TlsTool, limits: Limits): readonly TlsSession[] {
  const reader = TOOLS[tool].open();
  for (const line of linesOf(text, limits)) reader.read(line);
  return reader.sessions;
}
