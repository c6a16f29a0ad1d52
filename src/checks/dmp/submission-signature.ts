import { readInstant } from '../../artifacts/logs/instant.js';
import { verifyReference, workOn } from '../../artifacts/xml-signature/references.js';
import { certificateDifference } from '../../artifacts/xml-signature/xades.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { type IntegrityRule, integrityRules, isIntact, judgeIntegrity } from '../signatures/integrity.js';
import { type SignedSubmission, signedSubmissions } from '../signatures/submission-signatures.js';

const CLAUSE = 'DMP, alimentation (TD2.1) : signature du lot de soumission ; IHE DSG';
const SAMPLE = { broken: 0, of: 1, corpus: 'DMP_LPS Exemple de messages v02.05.00, TD2.1' };
/** ASTM E1762: the signature of a source (JDV, `1.2.840.10065.1.12`). */
const PURPOSE = '1.2.840.10065.1.12.1.14';
const MAX_REFERENCES = 1000;

const own = (clause: string, samples: Rule['samples'] = SAMPLE): Rule => ({
  severity: 'error',
  mark: 'primary',
  clause: `${CLAUSE}, ${clause}`,
  samples,
});
const inSignature = (good: string, bad: string) => ({ base: 'soap-publish', part: 'signature', good, bad }) as const;
const DOCUMENT =
  '<ds:Reference URI="urn:oid:{document-id}"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments"/></ds:Transforms>';

type SubmissionRule =
  | IntegrityRule
  | 'not-covered'
  | 'manifest-missing'
  | 'manifest-unknown'
  | 'document'
  | 'signing-certificate'
  | 'signing-time'
  | 'purpose';
type Found = RawFinding<SubmissionRule>;

/** The signature of a submission signs the documents that are sent with it, and the certificate that it was made with. */
export const submissionSignature = defineCheck({
  id: 'dmp/submission-signature',
  on: 'soap',
  rules: {
    ...integrityRules(CLAUSE, { ...SAMPLE, broken: { 'weak-algorithm': 1 } }),
    'not-covered': own('SignedInfo : Manifest et SignedProperties'),
    // The sample's signature is whole, and two years older than its metadata: it signs another submission.
    'manifest-missing': own('Manifest : urn:oid: de chaque uniqueId', { ...SAMPLE, broken: 1 }),
    'manifest-unknown': own('Manifest : urn:oid: de chaque uniqueId', { ...SAMPLE, broken: 1 }),
    document: own('Manifest : condensé de chaque document'),
    'signing-certificate': own('XAdES, SigningCertificate'),
    'signing-time': own('XAdES, SigningTime'),
    purpose: { ...own('SignatureProperty purposeOfSignature'), severity: 'warning' },
  },
  examples: [
    { rule: 'content', ...inSignature('{properties-digest}', `${'A'.repeat(43)}=`) },
    { rule: 'value', ...inSignature('{signature-value}', `${'A'.repeat(342)}==`) },
    { rule: 'reference', ...inSignature('URI="#S0-SignedProperties"', 'URI="#S1-SignedProperties"') },
    { rule: 'malformed', ...inSignature('{signature-value}', '?') },
    {
      rule: 'no-certificate',
      ...inSignature('{certificate-seal}</ds:X509Certificate><ds:X509Certificate>{certificate-issuing}', ''),
    },
    {
      rule: 'weak-algorithm',
      ...inSignature('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'),
    },
    { rule: 'unsupported', ...inSignature('xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-md5') },
    {
      rule: 'not-covered',
      ...inSignature(
        '<ds:Reference URI="#S0-SignedProperties" Type="http://uri.etsi.org/01903/v1.1.1#SignedProperties"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>{properties-digest}</ds:DigestValue></ds:Reference>\n',
        '',
      ),
    },
    { rule: 'manifest-missing', ...inSignature(DOCUMENT, DOCUMENT.replace('{document-id}', '{set-id}')) },
    {
      rule: 'manifest-unknown',
      ...inSignature(
        '<ds:Reference URI="urn:oid:{set-id}">',
        '<ds:Reference URI="urn:oid:2.999.7"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>AA==</ds:DigestValue></ds:Reference>\n<ds:Reference URI="urn:oid:{set-id}">',
      ),
    },
    { rule: 'document', ...inSignature('{document-digest}', `${'A'.repeat(43)}=`) },
    { rule: 'signing-certificate', ...inSignature('{digest-seal}', '{digest-issuing}') },
    { rule: 'signing-time', ...inSignature('<SigningTime>2026-03-16T09:30:00Z</SigningTime>', '') },
    { rule: 'purpose', ...inSignature('1.2.840.10065.1.12.1.14', '1.2.840.10065.1.12.1.5') },
  ],
  run: (artifact) => {
    const signed = signedSubmissions(artifact);
    const judged = signed.map((each) => {
      if (each.verified.value === 'redacted') return { ...judgeIntegrity(each.verified, each.place), findings: [] };
      const integrity = judgeIntegrity(each.verified, each.place);
      const manifest = judgeManifest(each);
      const properties = judgeProperties(each);
      return {
        evaluated: integrity.evaluated + manifest.evaluated + properties.evaluated,
        findings: [...integrity.findings, ...judgeCoverage(each), ...manifest.findings, ...properties.findings],
      };
    });
    return {
      evaluated: judged.reduce((sum, each) => sum + each.evaluated, 0),
      findings: judged.flatMap(({ findings }) => findings),
      needs: judged.flatMap((each) => ('needs' in each ? (each.needs ?? []) : [])).slice(0, 1),
      applies: signed.length > 0,
    };
  },
});

/** Of the documents, the signature signs the digests that its manifest gives; of itself, the properties. */
function judgeCoverage({ signature, verified, told, place }: SignedSubmission): Found[] {
  if (!isIntact(verified)) return [];
  const covered = new Set(verified.references.map(({ target }) => target));
  const parts = [
    ['Manifest', told.manifest],
    ['SignedProperties', told.signedProperties],
  ] as const;
  return parts
    .filter(([, part]) => !part || (!covered.has(part) && !covered.has(signature.ownerDocument)))
    .map(([what, part]): Found => ({ rule: 'not-covered', at: place(part ?? signature), args: { what } }));
}

function judgeManifest({ signature, told, place, signed }: SignedSubmission): { evaluated: number; findings: Found[] } {
  // A message without metadata has another fault.
  if (!told.manifest || signed.size === 0) return { evaluated: 0, findings: [] };
  const findings: Found[] = [];
  const named = new Set<string>();
  for (const node of told.references.slice(0, MAX_REFERENCES)) {
    const uri = node.attribute('URI') ?? '';
    if (named.has(uri)) continue;
    named.add(uri);
    if (!signed.has(uri)) {
      findings.push({ rule: 'manifest-unknown', at: place(node), actual: uri });
      continue;
    }
    const resource = signed.get(uri);
    // The submission set has no bytes of its own: its digest is a filler. A document that was not saved with the message can't be compared.
    if (!resource) continue;
    const work = workOn(...(resource.document ? [resource.document] : []));
    const { status, unsupported = '', weak } = verifyReference(node, signature, work, () => resource);
    if (status === 'differs') findings.push({ rule: 'document', at: place(node), args: { uri } });
    if (status === 'malformed') findings.push({ rule: 'malformed', at: place(node) });
    if (status === 'unsupported') findings.push({ rule: 'unsupported', at: place(node), actual: unsupported });
    if (weak !== undefined) findings.push({ rule: 'weak-algorithm', at: place(node), actual: weak });
  }
  for (const uri of signed.keys())
    if (!named.has(uri)) findings.push({ rule: 'manifest-missing', at: place(told.manifest), args: { uri } });
  return { evaluated: named.size, findings };
}

function judgeProperties({ signature, verified, told, place }: SignedSubmission): {
  evaluated: number;
  findings: Found[];
} {
  const { signedProperties, signingTime, signingCertificates, purpose } = told;
  const findings: Found[] = [];
  const at = place(signedProperties ?? signature);
  if (signedProperties) {
    if (readInstant(signingTime?.value ?? '').local === undefined)
      findings.push({ rule: 'signing-time', at, actual: signingTime?.value ?? '' });
    const { signer } = verified;
    const differences = signer && signingCertificates.map((each) => certificateDifference(each, signer));
    const isTold = differences?.some((difference) => difference === undefined || difference === 'unsupported') ?? true;
    if (!isTold)
      findings.push({ rule: 'signing-certificate', at: place(signingCertificates[0]?.node ?? signedProperties) });
  }
  if (purpose?.value !== PURPOSE)
    findings.push({ rule: 'purpose', at: place(signature), actual: purpose?.value ?? '' });
  return { evaluated: 3, findings };
}
