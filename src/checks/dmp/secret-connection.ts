import type { SoapMessage } from '../../artifacts/soap/soap.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundInMetadata } from '../found.js';
import { traceRule } from '../sources/trace-rule.js';
import { isSignatureEntry } from '../submissions/judge-submissions.js';
import { submissionsOf } from '../submissions/submissions-of.js';
import { VIHF, valuesOf } from './messages/vihf-attributes.js';

type RuleName = 'value' | 'visible';

const HIDDEN = 'INVISIBLE_REPRESENTANTS_LEGAUX';
const CLAUSE = 'REM, DMP/va1.10 ; CI-SIS, volet Transmission de documents CDA en HL7v2, VIHF pour le DMP ; JDV_J64';

/** A message of a secret connection says so in its VIHF as the DMP wants, and what it sends is hidden from the legal representatives. */
export const secretConnection = defineCheck({
  id: 'dmp/secret-connection',
  on: 'soap',
  rules: { value: traceRule(CLAUSE), visible: traceRule(CLAUSE, 'warning', 'belief') },
  examples: [
    {
      rule: 'value',
      base: 'dmp-secret',
      part: 'header',
      good: `${HIDDEN}^1.2.250.1.213.1.1.4.13`,
      bad: 'INVISIBLE_PATIENT^1.2.250.1.213.1.1.4.13',
    },
    {
      rule: 'visible',
      base: 'dmp-secret',
      part: 'metadata',
      good: `nodeRepresentation="${HIDDEN}"`,
      bad: 'nodeRepresentation="MASQUE_PS"',
    },
  ],
  run(soap) {
    const values = soap.content.messages.flatMap(({ security, document }) =>
      (security?.assertions ?? []).flatMap((each) =>
        valuesOf(each, VIHF.confidentiality).map((value) => ({ value, document })),
      ),
    );
    if (values.length === 0) return { evaluated: 0, findings: [], applies: false };
    const findings: RawFinding<RuleName>[] = values.flatMap(({ value, document }) =>
      /^INVISIBLE_REPRESENTANTS_LEGAUX\^+1\.2\.250\.1\.213\.1\.1\.4\.13$/.test(value.value) || isCoded(value.element)
        ? []
        : [{ rule: 'value', at: placeIn(soap, document.locate(value.node)), actual: value.value }],
    );
    const entries = submissionsOf(soap)
      .filter(({ by, message }) => by === 'provide-and-register' && isSecret(message))
      .flatMap((submission) => submission.metadata.documentEntries.map((entry) => ({ submission, entry })));
    for (const { submission, entry } of entries) {
      const codes = entry.codes('confidentialityCode').map(({ value }) => value);
      // What signs the submission is hidden already.
      if (codes.includes(HIDDEN) || isSignatureEntry(entry)) continue;
      findings.push(foundInMetadata(submission, 'visible', entry.node, { actual: codes.join(', ') }));
    }
    return { evaluated: values.length + entries.length, findings };
  },
});

function isSecret(message: SoapMessage | undefined): boolean {
  return message?.security?.assertions.some((each) => valuesOf(each, VIHF.confidentiality).length > 0) === true;
}

/** The same value as a coded element. */
function isCoded(element: XmlElement | undefined): boolean {
  return element?.attribute('code') === HIDDEN && element.attribute('codeSystem') === '1.2.250.1.213.1.1.4.13';
}
