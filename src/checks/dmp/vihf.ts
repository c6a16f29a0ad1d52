import { readInstant } from '../../artifacts/logs/instant.js';
import type { SamlAssertion } from '../../artifacts/soap/saml.js';
import type { SoapMessage } from '../../artifacts/soap/soap.js';
import type { XmlValue } from '../../artifacts/xml/value.js';
import { isProfessionalId, isStructureId } from '../../identity/national-ids.js';
import { XDS_HEALTHCARE_FACILITY_TYPE_CODE_DMP } from '../../terminology/value-sets/xds-healthcare-facility-type-code-dmp.js';
import { defineCheck, type Outcome } from '../define.js';
import { DMP_RESOURCE, isDmpRequest, isLoneVihf, vihfOf } from './messages/dmp-messages.js';
import { type Fault, foundInMessage } from './messages/exchanges.js';
import { codeOf, VIHF, valuesOf } from './messages/vihf-attributes.js';
import { VIHF_EXAMPLES } from './messages/vihf-examples.js';
import { roleFaults } from './messages/vihf-roles.js';
import { VIHF_RULES, type VihfRule } from './messages/vihf-rules.js';

type Found = Fault<VihfRule>;

/** The VIHF of a request to the DMP has every attribute that the DMP reads, with the values that it takes. Its signature is another check's. */
export const vihf = defineCheck({
  id: 'dmp/vihf',
  on: 'soap',
  rules: VIHF_RULES,
  examples: VIHF_EXAMPLES,
  run(artifact): Outcome<VihfRule> {
    const requests = artifact.content.messages.filter(isDmpRequest);
    return {
      evaluated: requests.length,
      findings: requests.flatMap((message) => foundInMessage(artifact, message, messageFaults(message))),
      ...(requests.length === 0 && { applies: false }),
    };
  },
});

function messageFaults(message: SoapMessage): Found[] {
  const assertion = vihfOf(message);
  if (!assertion) return [{ rule: 'no-assertion', at: message.security?.node ?? message.document.documentElement }];
  return [
    ...assertionFaults(assertion),
    ...authenticationFaults(assertion),
    ...presenceFaults(assertion, message),
    ...actorFaults(assertion),
    ...roleFaults(assertion),
    ...purposeFaults(assertion),
  ];
}

const FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName';

/** What every assertion of SAML has. */
function assertionFaults({
  node,
  version,
  id,
  issueInstant,
  issuer,
  nameId,
  conditions,
  authnStatements,
}: SamlAssertion): Found[] {
  const faults: Found[] = [];
  const wanted = {
    '@Version': version?.value === '2.0' ? version : undefined,
    '@ID': id,
    '@IssueInstant': issueInstant,
    Issuer: issuer,
    'Subject/NameID': nameId,
  };
  for (const [part, value] of Object.entries(wanted))
    if (!value?.value) faults.push({ rule: 'assertion', at: value?.node ?? node, args: { part } });
  const format = issuer?.format?.value;
  // The specification of HL7 v2 transport prints it without its hyphen.
  if (issuer && format?.replace('nameidformat', 'nameid-format') !== FORMAT)
    faults.push({ rule: 'issuer-format', at: issuer.format?.node ?? issuer.node, actual: format ?? '' });
  const restriction = conditions?.node.childrenNamed('AudienceRestriction')[0];
  if (restriction) faults.push({ rule: 'audience', at: restriction });
  const instants: [string, XmlValue | undefined][] = [
    ['IssueInstant', issueInstant],
    ['NotBefore', conditions?.notBefore],
    ['NotOnOrAfter', conditions?.notOnOrAfter],
    ...authnStatements.map((each): [string, XmlValue | undefined] => ['AuthnInstant', each.authnInstant]),
  ];
  for (const [attribute, value] of instants) {
    if (value?.value && !isUtc(value.value))
      faults.push({ rule: 'instant', at: value.node, args: { attribute }, actual: value.value });
  }
  return faults;
}

/** SAML core §1.3.3: a date and time in UTC. */
function isUtc(text: string): boolean {
  return /Z$/.test(text) && readInstant(text).utc !== undefined;
}

const CLASS = /^urn:oasis:names:tc:SAML:2\.0:ac:classes:(\w+)$/;
/** SAML 2.0 authentication context §3.4. */
const CLASSES = new Set(
  `InternetProtocol InternetProtocolPassword Kerberos MobileOneFactorUnregistered MobileTwoFactorUnregistered MobileOneFactorContract
  MobileTwoFactorContract Password PasswordProtectedTransport PreviousSession X509 PGP SPKI XMLDSig Smartcard SmartcardPKI SoftwarePKI Telephony
  NomadTelephony PersonalTelephony AuthenticatedTelephony SecureRemotePassword TLSClient TimeSyncToken unspecified`.split(
    /\s+/,
  ),
);

/** How the user was authenticated, and by whom. */
function authenticationFaults(assertion: SamlAssertion): Found[] {
  const { node, authnStatements } = assertion;
  const [statement] = authnStatements;
  const faults: Found[] = [];
  if (!statement?.authnInstant?.value || !statement.contextClass?.value) {
    faults.push({ rule: 'authentication', at: statement?.node ?? node });
  } else if (!CLASSES.has(CLASS.exec(statement.contextClass.value)?.[1] ?? '')) {
    faults.push({ rule: 'context-class', at: statement.contextClass.node, actual: statement.contextClass.value });
  }
  const [mode] = valuesOf(assertion, VIHF.mode);
  if (!mode?.value) return faults;
  if (!/^(?:DIRECTE|INDIRECTE|INDIRECTE_RENFORCEE)$/.test(mode.value))
    return [...faults, { rule: 'mode', at: mode.node, actual: mode.value }];
  if (mode.value === 'INDIRECTE_RENFORCEE' && statement && !statement.contextDeclaration?.value)
    faults.push({ rule: 'declaration', at: statement.node });
  if (mode.value !== 'DIRECTE' && !valuesOf(assertion, VIHF.subject)[0]?.value)
    faults.push({ rule: 'subject', at: mode.node, actual: mode.value });
  return faults;
}

const REQUIRED = [
  VIHF.version,
  VIHF.structure,
  VIHF.sector,
  VIHF.role,
  VIHF.mode,
  VIHF.resource,
  VIHF.purpose,
  VIHF.software,
  VIHF.softwareVersion,
  VIHF.approval,
];

/** Requests about several patients, or about one who is searched for, name none. */
const WITHOUT_PATIENT = /^(?:patient-list|other|empty)$/;

function presenceFaults(assertion: SamlAssertion, message: SoapMessage): Found[] {
  const isAboutOne = !isLoneVihf(message) && !WITHOUT_PATIENT.test(message.body.type);
  const names = isAboutOne ? [...REQUIRED, VIHF.patient] : REQUIRED;
  const faults = names.flatMap((attribute): Found[] => {
    const [value] = valuesOf(assertion, attribute);
    return value && (value.value || value.element)
      ? []
      : [{ rule: 'attribute', at: value?.node ?? assertion.node, args: { attribute } }];
  });
  const [version] = valuesOf(assertion, VIHF.version);
  if (version?.value && !/^[34]\.0$/.test(version.value))
    faults.push({ rule: 'version', at: version.node, actual: version.value });
  const [resource] = valuesOf(assertion, VIHF.resource);
  if (resource?.value && resource.value !== DMP_RESOURCE)
    faults.push({ rule: 'resource', at: resource.node, actual: resource.value });
  return faults;
}

/** Who acts, where. */
function actorFaults(assertion: SamlAssertion): Found[] {
  const faults: Found[] = [];
  const { nameId } = assertion;
  const [role] = valuesOf(assertion, VIHF.role);
  const isPatient = role && codeOf(role).code === 'EXP_PATIENT';
  if (nameId?.value && !isPatient && !isProfessionalId(nameId.value))
    faults.push({ rule: 'user', at: nameId.node, actual: nameId.value });
  const [structure] = valuesOf(assertion, VIHF.structure);
  if (structure?.value && !isStructureId(structure.value))
    faults.push({ rule: 'structure', at: structure.node, actual: structure.value });
  const [sector] = valuesOf(assertion, VIHF.sector);
  if (!sector?.value) return faults;
  const [code = '', system] = sector.value.split('^');
  const { name: set, version, codes } = XDS_HEALTHCARE_FACILITY_TYPE_CODE_DMP;
  if (!system || !codes.some((each) => each.system === system))
    faults.push({ rule: 'sector-form', at: sector.node, actual: sector.value });
  else if (!XDS_HEALTHCARE_FACILITY_TYPE_CODE_DMP.has(code, system))
    faults.push({ rule: 'sector', at: sector.node, args: { set, version }, actual: code });
  return faults;
}

const PURPOSE_SYSTEM = '1.2.250.1.213.1.1.4.248';

/** Why the user asks. */
function purposeFaults(assertion: SamlAssertion): Found[] {
  const faults: Found[] = [];
  const [purpose] = valuesOf(assertion, VIHF.purpose);
  if (purpose) {
    const { code, system, isElement } = codeOf(purpose);
    if (!isElement || !code || system !== PURPOSE_SYSTEM)
      faults.push({ rule: 'purpose-form', at: purpose.node, args: { system }, actual: code });
    else if (code !== 'normal') faults.push({ rule: 'purpose', at: purpose.node, actual: code });
  }
  return faults;
}
