import type { ReportEvidence } from '../report.js';
import { type DepositFile, extensionFor, falseExtension, isRare, isUsual } from './proof-formats.js';

/** What may have a proof refused; texts are in the catalogue by `code`. */
export interface ProofWarning {
  readonly code: WarningCode;
  readonly args: Readonly<Record<string, string | number>>;
}

export type WarningCode =
  | 'several'
  | 'shared'
  | 'type'
  | 'rare'
  | 'false-extension'
  | 'no-extension'
  | 'empty'
  | 'size'
  | 'encrypted'
  | 'number'
  | 'reason';

interface Proof {
  readonly evidence: ReportEvidence;
  readonly entries: readonly { readonly name: string }[];
  /** Beside `entries`, unless the proof is a value. */
  readonly files: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly known: DepositFile;
  }[];
  /** Numbers of the proofs that the same bytes are given for, by hash. */
  readonly proofsOfFile: ReadonlyMap<string, ReadonlySet<string>>;
  /** Bytes of a file. */
  readonly limit: number;
}

/** Numbers that one warning lists. */
const MAX_LISTED = 5;

/** What may have the files of a proof refused: their number, size and type. Warnings only: what Convergence takes is not published. */
export function warningsOf({ evidence, entries, files, proofsOfFile, limit }: Proof): ProofWarning[] {
  const { id, kind } = evidence;
  const warnings: ProofWarning[] = [];
  const warn = (code: WarningCode, args: ProofWarning['args']): number => warnings.push({ code, args });
  if (evidence.status === 'present' && evidence.reason !== null) warn('reason', { text: evidence.reason });
  if (files.length > 1) warn('several', { count: files.length });
  const others = new Set(files.flatMap(({ sha256 }) => [...(proofsOfFile.get(sha256) ?? [])]));
  others.delete(id);
  if (others.size > 0) {
    const listed = [...others].slice(0, MAX_LISTED);
    warn('shared', { proofs: others.size > listed.length ? `${listed.join(', ')}…` : listed.join(', ') });
  }
  for (const [index, { path, bytes, known }] of files.entries()) {
    const name = entries[index]?.name ?? '';
    const content = known.format ?? known.kind;
    if (bytes === 0) {
      warn('empty', { name });
      continue;
    }
    if (bytes > limit) warn('size', { name, bytes: megabytes(bytes), maximum: megabytes(limit) });
    const extension = falseExtension(path, known);
    if (extension !== undefined) warn('false-extension', { name, extension, content });
    if (!isUsual(kind, known)) warn('type', { name, content, proof: kind });
    else if (isRare(known)) warn('rare', { name, content });
    if (known.encrypted) warn('encrypted', { name });
    if (extensionFor(path, known) === '') warn('no-extension', { name });
  }
  const plain = id.replaceAll('/', '-').toLowerCase();
  const [first] = entries;
  if (first && !first.name.toLowerCase().startsWith(plain)) warn('number', { name: first.name });
  return warnings;
}

/** With one decimal, rounded up: what is above a limit never looks equal to it. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e5) / 10;
}
