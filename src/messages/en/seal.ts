import type { seal as french } from '../fr/seal.js';
import type { SameKeys } from '../same-keys.js';

/** Words of `seal` and `replay`. */
export const seal: SameKeys<typeof french> = {
  sealed: 'Sealed: {path} ({entries} entries, {bytes} bytes).',
  root: 'Root: {root}',
  signed: 'Signature: {path} ({algorithm}).',
  unsigned:
    'Unsigned: the seal tells what was changed since, but not who made it. Hand over the root by another way, or sign (--key).',
  verdict: 'Verdict of the report: {verdict} (exit code of run: {exit}).',
  interrupted: 'Interrupted: nothing is sealed.',
  none: 'absent',
  outcomes: {
    identical: 'Identical: the seal is intact and the replay gives the same report, byte for byte.',
    differs: 'Different: the seal is intact, but the replay does not give the same report.',
    altered: 'Altered: this seal is no longer what was sealed, or is not from whom you expected. Nothing is replayed.',
    drift: 'Refused: what would judge is not what judged. Nothing is replayed.',
    missing: 'Incomplete: something is missing to replay it. Nothing is replayed.',
    interrupted: 'Interrupted: nothing is concluded.',
  },
  changes: {
    changed: '  changed: {path}',
    added: '  added: {path}',
    removed: '  removed: {path}',
    renamed: '  renamed: {path} → {to}',
  },
  signature: {
    absent: 'Unsigned.',
    unverified: 'Signature present, not verified: give --key PUBLIC-KEY.pem or --trust CERTIFICATE.pem.',
    unreadable: 'The .sig file beside the seal does not read as a signature.',
    verified: 'Signature verified ({algorithm}).',
    wrong: 'Wrong signature ({algorithm}): it is not of this seal, or not by this key.',
    untrusted: 'The signature is right, but its certificate ({algorithm}) leads to no authority given by --trust.',
  },
  certificate:
    'Certificate: {subject} · issued by {issuer} · valid from {validFrom} to {validTo} (dates shown, not judged: a seal has no clock).',
  missingFile: '  no such file: {file}',
  missingPack: '  pack {id} {version}: give it by --pack (sha256 {sha256})',
  drift: {
    tool: '  {name}: sealed with version {sealed}, version {present} is here',
    pack: '  pack {name}: sealed {sealed}; here {present}',
  },
  acrossAdvice: 'Take the same version, or compare all the same: --across.',
  change: '  {what}: {a} → {b}',
  rule: '      rule {check}: {a} → {b}',
  added: '  new: {what} ({verdict})',
  removed: '  gone: {what} ({verdict})',
  finding: '{place} {check} ({severity}) [{fingerprint}]',
  addedFinding: '  new finding: {finding}',
  removedFinding: '  finding gone: {finding}',
  levels: {
    report: 'report',
    chapter: 'chapter',
    requirement: 'requirement',
    scenario: 'scenario',
    step: 'step',
    evidence: 'proof',
    check: 'check',
    dossier: 'check of the dossier',
    file: 'file',
  },
  judging: {
    tool: 'tool',
    pack: 'pack',
    base: 'requirement base',
    rem: 'REM',
    limit: 'limit',
    candidate: 'candidate',
    mandatory: 'mandatory or not',
    correction: 'correction',
    severity: 'severity',
  },
  entries: {
    'other-content': '  entry {path}: the replay makes another',
    absent: '  entry {path}: the replay makes it, the seal lacks it',
    unexpected: '  entry {path}: no seal of this version holds it',
  },
};
