import type { Example } from '../../define.js';
import type { VihfRule } from './vihf-rules.js';

const attribute = (name: string, value: string): string =>
  `<saml2:Attribute Name="${name}"><saml2:AttributeValue>${value}</saml2:AttributeValue></saml2:Attribute>`;
const role = '<Role xmlns="urn:hl7-org:v3" xsi:type="CE"';

/** One fault of a VIHF for each rule, in the header of a publication. */
export const VIHF_EXAMPLES: readonly Example<VihfRule>[] = [
  {
    rule: 'no-assertion',
    base: 'dmp-exchanges',
    part: 'authorization',
    good: 'saml2="urn:oasis:names:tc:SAML:2.0:assertion"',
    bad: 'saml2="urn:oasis:names:tc:SAML:1.0:assertion"',
  },
  inHeader('assertion', ' Version="2.0"', ' Version="1.1"'),
  inHeader('issuer-format', 'nameid-format:X509SubjectName', 'nameid-format:unspecified'),
  inHeader(
    'audience',
    '<saml2:AuthnStatement',
    '<saml2:Conditions><saml2:AudienceRestriction><saml2:Audience>urn:dmp</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions><saml2:AuthnStatement',
  ),
  inHeader('instant', 'AuthnInstant="2026-03-16T09:30:00Z"', 'AuthnInstant="2026-03-16T10:30:00+01:00"'),
  inHeader('authentication', ' AuthnInstant="2026-03-16T09:30:00Z"', ''),
  inHeader('context-class', 'ac:classes:SmartcardPKI', 'ac:classes:CarteCPS'),
  inHeader('mode', '>INDIRECTE<', '>INDIRECT<'),
  inHeader('declaration', '>INDIRECTE<', '>INDIRECTE_RENFORCEE<'),
  inHeader('subject', attribute('urn:oasis:names:tc:xspa:1.0:subject:subject-id', 'MARTIN Claire'), ''),
  inHeader('attribute', attribute('LPS_ID_HOMOLOGATION_DMP', 'ESSAI-0001'), ''),
  inHeader('version', '>4.0<', '>2.0<'),
  { rule: 'resource', base: 'dmp-exchanges', part: 'existence', good: '>urn:dmp<', bad: '>urn:dmp:patient<' },
  inHeader('user', '<saml2:NameID>899700100011<', '<saml2:NameID>99700100011<'),
  inHeader('structure', '>1990000010<', '>990000010<'),
  inHeader('sector-form', '>SA07^1.2.250.1.71.4.2.4<', '>SA07<'),
  inHeader('sector', '>SA07^', '>SA99^'),
  inHeader('role-form', ` code="10" codeSystem="1.2.250.1.71.1.2.7"`, ' code="10"'),
  inHeader('role', `${role} code="10"`, `${role} code="11"`),
  inHeader(
    'second-role',
    `<saml2:AttributeValue>${role} code="SM54" codeSystem="1.2.250.1.71.4.2.5"/></saml2:AttributeValue>`,
    '',
  ),
  inHeader('skill', 'code="SM54"', 'code="SM99"'),
  inHeader('purpose-form', 'codeSystem="1.2.250.1.213.1.1.4.248"', 'codeSystem="2.999"'),
  inHeader('purpose', 'code="normal"', 'code="urgence"'),
];

function inHeader(rule: VihfRule, good: string, bad: string): Example<VihfRule> {
  return { rule, base: 'dmp-publication', part: 'header', good, bad };
}
