import type { SamlAssertion } from '../../artifacts/soap/saml.js';
import type { SoapMessage } from '../../artifacts/soap/soap.js';
import { type XmlDocument, XmlElement } from '../../artifacts/xml/tree.js';
import { workOn } from '../../artifacts/xml-signature/references.js';
import { type VerifiedSignature, verifySignature } from '../../artifacts/xml-signature/verify.js';
import { placeIn } from '../context.js';
import { defineCheck, type Need, type RawFinding } from '../define.js';
import { type IntegrityRule, integrityRules, isIntact, judgeIntegrity } from '../signatures/integrity.js';

const CLAUSE = 'CI-SIS, volet Transport synchrone pour client lourd, VIHF : jeton signé ; SAML 2.0 core §5.4';
const CORPUS = 'DMP_LPS Exemple de messages v02.05.00';

const inHeader = (good: string, bad: string) => ({ base: 'dmp-queries', part: 'search', good, bad }) as const;
const VALUE = '{signature-value}';

type Rule = IntegrityRule | 'unsigned' | 'not-covered';

/** The assertion that a message is sent with is the one that was signed, whole and unchanged. */
export const vihfSignature = defineCheck({
  id: 'dmp/vihf-signature',
  on: 'soap',
  rules: {
    ...integrityRules(CLAUSE, {
      corpus: `${CORPUS}, assertions signées`,
      of: 3,
      // Published after they were reformatted: their SignedInfo is intact, and no tool finds the digest of their content again.
      broken: { content: 3, 'weak-algorithm': 2 },
    }),
    'not-covered': {
      severity: 'error',
      mark: 'primary',
      clause: `${CLAUSE} ; SAML 2.0 core §5.4.2`,
      samples: { broken: 0, of: 3, corpus: `${CORPUS}, assertions signées` },
    },
    unsigned: {
      severity: 'warning',
      mark: 'primary',
      clause: CLAUSE,
      samples: { broken: 16, of: 16, corpus: `${CORPUS}, messages au DMP, publiés sans signature` },
    },
  },
  examples: [
    { rule: 'content', ...inHeader('<ds:DigestValue>{assertion-digest}', `<ds:DigestValue>${'A'.repeat(43)}=`) },
    { rule: 'value', ...inHeader(VALUE, `${'A'.repeat(342)}==`) },
    { rule: 'reference', ...inHeader('<ds:Reference URI="#_', '<ds:Reference URI="#autre-') },
    { rule: 'malformed', ...inHeader(VALUE, `?${VALUE}`) },
    {
      rule: 'no-certificate',
      ...inHeader(
        '<ds:X509Certificate>{certificate-seal}</ds:X509Certificate><ds:X509Certificate>{certificate-issuing}</ds:X509Certificate>',
        '',
      ),
    },
    {
      rule: 'weak-algorithm',
      ...inHeader('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'),
    },
    { rule: 'unsupported', ...inHeader('xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-md5') },
    {
      rule: 'not-covered',
      ...inHeader(
        `/>
      <ds:Reference URI="#_93ec94fb-59c5-5924-8f07-e1014ab9f613">
        <ds:Transforms>
          <ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>`,
        ` Id="autre"/>
      <ds:Reference URI="#autre">
        <ds:Transforms>`,
      ),
    },
    {
      rule: 'unsigned',
      ...inHeader(
        '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
        '<ds:Signature xmlns:ds="urn:exemple">',
      ),
    },
  ],
  run: (artifact) => {
    const findings: RawFinding<Rule>[] = [];
    let evaluated = 0;
    let concerned = false;
    let needs: readonly Need[] = [];
    for (const message of artifact.content.messages) {
      const { document } = message;
      const place = (node: XmlElement) => placeIn(artifact, document.locate(node));
      const work = workOn(document);
      for (const assertion of message.security?.assertions ?? []) {
        if (!assertion.signature) {
          if (!isVihfOfMessage(assertion, message)) continue;
          concerned = true;
          evaluated++;
          findings.push({ rule: 'unsigned', at: place(assertion.node) });
          continue;
        }
        concerned = true;
        const signature = verifySignature(assertion.signature.node, work);
        const judged = judgeIntegrity(signature, place);
        evaluated += judged.evaluated;
        needs = judged.needs ?? needs;
        findings.push(...judged.findings);
        if (isIntact(signature) && !covers(signature, assertion.node))
          findings.push({ rule: 'not-covered', at: place(assertion.node), args: { uri: urisOf(signature) } });
      }
    }
    return { evaluated, findings, needs, applies: concerned };
  },
});

/** An assertion alone may be an example that is to be signed; INSi asks none where the user comes from Pro Santé Connect. */
function isVihfOfMessage(assertion: SamlAssertion, { version, body }: SoapMessage): boolean {
  return version !== undefined && !body.type.startsWith('insi') && assertion.attribute('VIHF_Version').length > 0;
}

/** True when the assertion, or all that it stands in, is signed. */
function covers({ references }: VerifiedSignature, assertion: XmlElement): boolean {
  const around = new Set<XmlElement | XmlDocument>([assertion.ownerDocument]);
  for (let at: XmlElement | XmlDocument = assertion; at instanceof XmlElement; at = at.parentNode) around.add(at);
  return references.some(({ target }) => target !== undefined && around.has(target));
}

function urisOf({ references }: VerifiedSignature): string {
  return references
    .map(({ uri = '' }) => uri)
    .slice(0, 8)
    .join(' ');
}
