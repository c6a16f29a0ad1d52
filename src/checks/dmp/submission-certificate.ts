import { defineCheck } from '../define.js';
import { signedSubmissions } from '../signatures/submission-signatures.js';
import { judgeTrust, trustRules } from '../signatures/trust.js';

const CLAUSE =
  'DMP, alimentation (TD2.1) : signature du lot de soumission, certificat de l’IGC-Santé ; IHE DSG, XAdES SigningTime';
const SAMPLE = { broken: 0, of: 1, corpus: 'DMP_LPS Exemple de messages v02.05.00, TD2.1' };

const inSignature = (good: string, bad: string) => ({ base: 'soap-publish', part: 'signature', good, bad }) as const;
const SEAL = '{certificate-seal}';

/** The certificate that signs a submission was in force at the time that the signature tells, and is certified by whom the user trusts. */
export const submissionCertificate = defineCheck({
  id: 'dmp/submission-certificate',
  on: 'soap',
  rules: trustRules(CLAUSE, SAMPLE),
  examples: [
    { rule: 'expired', ...inSignature('2026-03-16T09:30:00Z', '2036-03-16T09:30:00Z') },
    { rule: 'not-yet-valid', ...inSignature('2026-03-16T09:30:00Z', '2025-03-16T09:30:00Z') },
    { rule: 'untrusted', ...inSignature(SEAL, '{certificate-unknown}'), trips: ['dmp/submission-signature'] },
  ],
  run: (artifact, context) => {
    const signed = signedSubmissions(artifact);
    const judged = signed.map(({ verified, told, place, signature }) => {
      const certificate = signature.first('KeyInfo', 'X509Data', 'X509Certificate');
      return judgeTrust(verified, told.signingTime?.value, place(certificate ?? signature), context);
    });
    return {
      evaluated: judged.reduce((sum, { evaluated }) => sum + evaluated, 0),
      findings: judged.flatMap(({ findings }) => findings),
      needs: judged.flatMap(({ needs }) => needs).slice(0, 1),
      applies: signed.length > 0,
    };
  },
});
