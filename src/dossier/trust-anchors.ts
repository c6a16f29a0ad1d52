import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';
import type { YamlFile } from '../scenarios/parse-yaml.js';
import { discover } from './discover.js';
import type { Manifest } from './manifest.js';
import { matchesSome } from './matches-some.js';
import { UserError } from './user-error.js';

const MAX_BYTES = 5 * 1024 * 1024;
const PEM =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[A-Za-z0-9+/=\s]*-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** What a dossier trusts. */
interface DossierTrust {
  readonly anchors: readonly X509Certificate[];
  /** Paths from the dossier's folder: they are not artifacts. */
  readonly files: readonly string[];
}

/**
 * The certificates that the manifest's `trust` names, in the dossier's folder.
 * @throws UserError when a pattern matches no file, or a file holds no certificate.
 */
export async function readDossierTrust(folder: string, manifest: YamlFile<Manifest>): Promise<DossierTrust> {
  const patterns = manifest.value.trust ?? [];
  if (patterns.length === 0) return { anchors: [], files: [] };
  const all = await discover(folder);
  const mistakes = patterns.flatMap((pattern, index) =>
    matchesSome(all, pattern) ? [] : [manifest.mistake(['trust', index], 'mistake/no-file', { name: pattern })],
  );
  if (mistakes.length > 0) throw new UserError('mistakes', {}, mistakes);
  const matches = picomatch([...patterns]);
  const files = all.filter((path) => matches(path));
  const anchors = await Promise.all(files.map((path) => readAnchors(path, join(folder, path))));
  return { anchors: anchors.flat(), files };
}

/** The certificates of the files that `--trust` names. @throws UserError for a file that does not exist or holds no certificate. */
export async function readTrust(paths: readonly string[] = []): Promise<X509Certificate[]> {
  const anchors = await Promise.all(paths.map((path) => readAnchors(path, path)));
  return anchors.flat();
}

async function readAnchors(shown: string, file: string): Promise<X509Certificate[]> {
  const stats = await stat(file).catch(() => undefined);
  if (!stats) throw new UserError('no-file', { path: shown });
  if (!stats.isFile() || stats.size > MAX_BYTES) throw new UserError('invalid-trust', { path: shown });
  const bytes = await readFile(file);
  const pems = bytes.toString('latin1').match(PEM);
  // What is not PEM is one certificate in DER.
  return (pems ?? [bytes]).map((certificate) => readCertificate(certificate, shown));
}

function readCertificate(certificate: string | Buffer, shown: string): X509Certificate {
  try {
    return new X509Certificate(certificate);
  } catch {
    // OpenSSL says in its own words that it can't read it.
    throw new UserError('invalid-trust', { path: shown });
  }
}
