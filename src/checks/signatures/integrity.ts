import type { XmlElement } from '../../artifacts/xml/tree.js';
import type { VerifiedReference } from '../../artifacts/xml-signature/references.js';
import type { VerifiedSignature } from '../../artifacts/xml-signature/verify.js';
import type { Need, Place, RawFinding, Rule } from '../define.js';

/** What any XML signature can be refused for. */
export type IntegrityRule =
  | 'content'
  | 'value'
  | 'reference'
  | 'malformed'
  | 'no-certificate'
  | 'weak-algorithm'
  | 'unsupported';

/** Official samples that break each rule. */
export interface SignatureRecord {
  readonly of: number;
  readonly corpus: string;
  readonly broken: Partial<Readonly<Record<IntegrityRule, number>>>;
}

export function integrityRules(clause: string, { of, corpus, broken }: SignatureRecord): Record<IntegrityRule, Rule> {
  const rule = (name: IntegrityRule, section: string, severity: Rule['severity'] = 'error'): Rule => ({
    severity,
    mark: 'primary',
    clause: `${clause} ; XML Signature ${section}`,
    samples: { broken: broken[name] ?? 0, of, corpus },
  });
  return {
    content: rule('content', '§3.2.1'),
    value: rule('value', '§3.2.2'),
    reference: rule('reference', '§4.4.3'),
    malformed: rule('malformed', '§4'),
    'no-certificate': rule('no-certificate', '§4.5.4'),
    'weak-algorithm': rule('weak-algorithm', '§6.1', 'warning'),
    unsupported: rule('unsupported', '§6.1', 'info'),
  };
}

/** What is found of a signature itself: a signature that can't be verified by an algorithm that is not known gets no verdict. */
export function judgeIntegrity(
  signature: VerifiedSignature,
  place: (node: XmlElement) => Place,
): {
  readonly evaluated: number;
  readonly findings: readonly RawFinding<IntegrityRule>[];
  readonly needs?: readonly Need[];
} {
  const { node, value, references } = signature;
  if (value === 'redacted')
    return { evaluated: 0, findings: [], needs: [{ code: 'need/masked-value', args: { name: 'SignatureValue' } }] };
  const at = place(node);
  const findings: RawFinding<IntegrityRule>[] = [
    ...[...new Set(signature.unsupported)].map(
      (algorithm): RawFinding<IntegrityRule> => ({ rule: 'unsupported', at, actual: algorithm }),
    ),
    ...signature.weak.map(
      (algorithm): RawFinding<IntegrityRule> => ({ rule: 'weak-algorithm', at, actual: algorithm }),
    ),
  ];
  if (value === 'unsupported') return { evaluated: 0, findings };
  const isMalformed = value === 'malformed' || references.some(({ status }) => status === 'malformed');
  if (isMalformed) findings.push({ rule: 'malformed', at });
  else if (value === 'no-certificate') findings.push({ rule: 'no-certificate', at });
  // What SignedInfo says is then not what was signed: its digests prove nothing.
  else if (value === 'altered') findings.push({ rule: 'value', at });
  else for (const reference of references) findings.push(...judgeReference(reference, place));
  const judged = references.filter(({ status }) => status !== 'unsupported');
  return {
    evaluated: judged.length === 0 && findings.every(({ rule }) => rule === 'unsupported') ? 0 : 1 + judged.length,
    findings,
  };
}

/** True when what a signature refers to is what it signed, all of it: what it covers can then be asked. */
export function isIntact({ value, references }: VerifiedSignature): boolean {
  return value === 'valid' && references.every(({ status }) => status === 'matches');
}

function judgeReference(
  { node, uri = '', status }: VerifiedReference,
  place: (node: XmlElement) => Place,
): RawFinding<IntegrityRule>[] {
  if (status === 'differs') return [{ rule: 'content', at: place(node), args: { uri } }];
  if (status === 'not-found' || status === 'ambiguous') return [{ rule: 'reference', at: place(node), args: { uri } }];
  return [];
}
