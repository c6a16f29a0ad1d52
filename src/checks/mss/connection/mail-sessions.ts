import type { Artifact } from '../../../artifacts/artifact.js';
import type { TlsSession } from '../../../artifacts/logs/tls-session.js';

/** What is known of the server of a TLS session: one of an MSSanté operator, as far as its name or its port tell, or another. */
type Server = 'mail' | 'other' | 'unknown';

/** Ports of SMTP and IMAP (RFC 6409, 8314, 9051). */
const MAIL_PORTS = new Set(['25', '143', '465', '587', '993']);

/** Services that software of the Ségur also talks to: none of them is an operator of MSSanté. */
const OTHER_SERVICES = /(?:^|\.)(?:esante\.gouv\.fr|ameli\.fr|dmp\.gouv\.fr|dmp\.fr|monespacesante\.fr)$/;

const NAMED_AS_MAIL = /^(?:[a-z0-9-]*-)?(?:smtp|imap|mail|mss)[a-z0-9-]*\./;

/** TLS sessions of a log with the mail servers of an operator; `unknown` when it has none, and does not tell what its sessions are with. */
export function mailSessions({ content }: Artifact<'log'>): readonly TlsSession[] | 'unknown' {
  const sessions =
    content.protocol === 'tls' ? content.sessions : content.protocol === 'trace' ? [] : (content.tls ?? []);
  const isDialogue = content.protocol !== 'tls';
  const servers = sessions.map((session): Server => {
    const server = serverOf(session);
    return isDialogue && server === 'unknown' ? 'mail' : server;
  });
  const own = sessions.filter((_, index) => servers[index] === 'mail');
  return own.length === 0 && servers.includes('unknown') ? 'unknown' : own;
}

function serverOf(session: TlsSession): Server {
  const host = hostOf(session);
  const port = portOf(session);
  // The server of the autoconfiguration is no part of the API LPS: it may have another certificate (MSS/CONF.04).
  if (host !== undefined && (OTHER_SERVICES.test(host) || host.startsWith('autoconfig.'))) return 'other';
  if (port !== undefined && MAIL_PORTS.has(port)) return 'mail';
  if (host !== undefined && (/(?:^|\.)mssante\.fr$/.test(host) || NAMED_AS_MAIL.test(host))) return 'mail';
  return port === undefined ? 'unknown' : 'other';
}

/** Port that a session goes to, when the tool tells it. */
export function portOf({ peer }: TlsSession): string | undefined {
  return /:(\d{1,5})$/.exec(peer ?? '')?.[1];
}

/** Name of the server in lower case: the one asked for, else that of its certificate. */
function hostOf({ serverName, peer, certificates }: TlsSession): string | undefined {
  const asked = serverName ?? /^(.*[A-Za-z].*?):\d+$/.exec(peer ?? '')?.[1];
  const certified = /(?:CN|id-at-commonName) ?= ?([^\s,;/)]{1,255})/.exec(certificates[0]?.subject ?? '')?.[1];
  return (asked ?? certified)?.toLowerCase();
}
