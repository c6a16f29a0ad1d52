import type { SamlAssertion } from '../../artifacts/soap/saml.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { isSameName } from '../../artifacts/xml-signature/certificate-names.js';
import { workOn } from '../../artifacts/xml-signature/references.js';
import { type VerifiedSignature, verifySignature } from '../../artifacts/xml-signature/verify.js';
import { placeIn } from '../context.js';
import { defineCheck, type Need, type RawFinding } from '../define.js';
import { judgeTrust, oneLine, type TrustRule, trustRules } from '../signatures/trust.js';

const CLAUSE = 'CI-SIS, volet Transport synchrone pour client lourd, VIHF : certificat de signature de l’IGC-Santé';
const SAMPLES = { broken: 0, of: 3, corpus: 'DMP_LPS Exemple de messages v02.05.00, assertions signées' };

const inHeader = (good: string, bad: string) => ({ base: 'dmp-queries', part: 'search', good, bad }) as const;
const SEAL = '{certificate-seal}';

type Rule = TrustRule | 'issuer';

/** The certificate that signs a VIHF was in force when the VIHF was made, is the one that the VIHF names, and is certified by whom the user trusts. */
export const vihfCertificate = defineCheck({
  id: 'dmp/vihf-certificate',
  on: 'soap',
  rules: {
    ...trustRules(CLAUSE, SAMPLES),
    // The request to INSi was signed by a test card, a month after it expired.
    expired: { ...trustRules(CLAUSE, SAMPLES).expired, samples: { ...SAMPLES, broken: 1 } },
    issuer: {
      severity: 'warning',
      mark: 'primary',
      clause: 'CI-SIS, VIHF : Issuer, nom du sujet du certificat qui signe',
      samples: SAMPLES,
    },
  },
  examples: [
    { rule: 'expired', ...inHeader(SEAL, '{certificate-expired}') },
    { rule: 'not-yet-valid', ...inHeader(SEAL, '{certificate-future}') },
    { rule: 'untrusted', ...inHeader(SEAL, '{certificate-unknown}') },
    { rule: 'issuer', ...inHeader('>CN=Cachet d essai,O=Essais,C=FR<', '>CN=Autre cachet,O=Essais,C=FR<') },
  ],
  run: (artifact, context) => {
    const findings: RawFinding<Rule>[] = [];
    const needs = new Map<string, Need>();
    let evaluated = 0;
    let concerned = false;
    for (const { document, security } of artifact.content.messages) {
      const work = workOn(document);
      const place = (node: XmlElement) => placeIn(artifact, document.locate(node));
      for (const assertion of security?.assertions ?? []) {
        if (!assertion.signature) continue;
        concerned = true;
        const { node, certificates } = assertion.signature;
        const signature = verifySignature(node, work);
        const trust = judgeTrust(
          signature,
          assertion.issueInstant?.value,
          place(certificates[0]?.node ?? node),
          context,
        );
        evaluated += trust.evaluated;
        findings.push(...trust.findings);
        for (const need of trust.needs) needs.set(need.code, need);
        const named = namesItsSigner(assertion, signature);
        if (named === undefined) continue;
        evaluated++;
        if (!named) findings.push(issuerFault(assertion, signature, place));
      }
    }
    return { evaluated, findings, needs: [...needs.values()], applies: concerned };
  },
});

/** Undefined when there is nothing to compare. */
function namesItsSigner({ issuer }: SamlAssertion, { signer, value }: VerifiedSignature): boolean | undefined {
  return issuer && signer && value !== 'redacted' ? isSameName(issuer.value, signer.subject) : undefined;
}

function issuerFault(
  { issuer, node }: SamlAssertion,
  { signer }: VerifiedSignature,
  place: (node: XmlElement) => RawFinding['at'],
): RawFinding<'issuer'> {
  const args = { subject: oneLine(signer?.subject ?? '') };
  return { rule: 'issuer', at: place(node.first('Issuer') ?? node), args, actual: issuer?.value ?? '' };
}
