import type { Rule } from '../../define.js';
import { messageRule } from '../../sources/message-rule.js';
import type { RoleRule } from './vihf-roles.js';

/** What a VIHF may break. */
export type VihfRule =
  | RoleRule
  | 'no-assertion'
  | 'assertion'
  | 'issuer-format'
  | 'audience'
  | 'instant'
  | 'authentication'
  | 'context-class'
  | 'mode'
  | 'declaration'
  | 'subject'
  | 'attribute'
  | 'version'
  | 'resource'
  | 'user'
  | 'structure'
  | 'sector-form'
  | 'sector'
  | 'purpose-form'
  | 'purpose';

const VOLET = 'CI-SIS, volet Transport synchrone pour client lourd, VIHF';
const SAML = 'OASIS, SAML 2.0 core';
const TOKENS = 18;

const error = (clause: string, of = TOKENS, broken = 0): Rule => messageRule('error', 'primary', clause, broken, of);
const warning = (clause: string, of = TOKENS, broken = 0): Rule =>
  messageRule('warning', 'primary', clause, broken, of);

/** The rules of the VIHF, on the 16 requests and the tokens of the official samples; two tokens more have broken bytes. */
export const VIHF_RULES: Readonly<Record<VihfRule, Rule>> = {
  'no-assertion': error(VOLET, 16),
  assertion: error(`${SAML} §2.3.3 ; ${VOLET}`),
  'issuer-format': warning(`${VOLET}, Issuer`),
  audience: error(`${VOLET}, Conditions`),
  instant: error(`${SAML} §1.3.3`),
  authentication: error(`${VOLET}, AuthnStatement`),
  'context-class': error('OASIS, SAML 2.0 authentication context §3.4'),
  mode: error(`${VOLET}, Authentification_Mode`),
  declaration: error(`${VOLET}, authentification indirecte renforcée`, 1),
  subject: error(`${VOLET}, subject-id`, 2),
  attribute: error(`${VOLET}, attributs obligatoires`),
  version: error(`${VOLET}, VIHF_Version`),
  resource: error(`${VOLET}, Ressource_URN`),
  user: warning(`${VOLET}, NameID ; CI-SIS, PS_IdNat`),
  structure: warning(`${VOLET}, Identifiant_Structure ; CI-SIS, Struct_IdNat`),
  'sector-form': error(`${VOLET}, Secteur_Activite`),
  sector: warning('CI-SIS, JDV_J61-HealthcareFacilityTypeCode-DMP'),
  'role-form': error(`${VOLET}, subject:role`),
  role: warning('CI-SIS, JDV_J65-SubjectRole-DMP'),
  'second-role': error(`${VOLET}, subject:role, seconde valeur`),
  skill: warning('CI-SIS, JDV_J65-SubjectRole-DMP (TRE_R01)'),
  'purpose-form': error(`${VOLET}, purposeofuse`),
  purpose: warning(`${VOLET}, purposeofuse`),
};
