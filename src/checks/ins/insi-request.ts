import { placeIn } from '../context.js';
import { defineCheck, type Rule } from '../define.js';
import { insiHeaderFaults } from './insi/headers.js';
import { searchedTraitFaults } from './insi/searched-traits.js';
import { identityRules } from './rules/identity-rules.js';

const WSDL = 'INSi, WSDL DESIR_ICIR_EXP 1.5.0';
const SCHEMAS = 'INSi, schémas CTXLPS 01_00 et CTXBAM 01_02';
const SAMPLE = { broken: 0, of: 1, corpus: 'DMP_LPS Exemple de messages v02.05.00, 1 requête WS_INS2' };

const primary = (clause: string): Rule => ({ severity: 'error', mark: 'primary', clause, samples: SAMPLE });
const observed = (clause: string): Rule => ({ severity: 'warning', mark: 'observed', clause, samples: SAMPLE });

const inRequest = (good: string, bad: string) => ({ base: 'insi', part: 'request', good, bad }) as const;
const inCard = (good: string, bad: string) => ({ base: 'insi', part: 'card', good, bad }) as const;

/** A search of INSi (WS_INS1, WS_INS2) is one that the service takes: its headers, its user, and traits written as the national base does. */
export const insiRequest = defineCheck({
  id: 'ins/insi-request',
  on: 'soap',
  rules: {
    action: primary(`${WSDL}, wsaw:Action`),
    'message-id': primary(`${WSDL}, NO1_MessageID`),
    'message-id-form': observed('Appels enregistrés : uuid: et un UUID, ou un UUID seul'),
    context: primary(`${WSDL}, NO1_ContexteLPS et NO1_ContexteBAM ; ${SCHEMAS}`),
    'context-version': observed(SCHEMAS),
    software: observed(SCHEMAS),
    'no-assertion': { ...observed(`${WSDL}, NO1_Security`), severity: 'info' },
    'empty-security': primary('INSi, schéma WSSE/Security.xsd'),
    user: primary('SAML 2.0 core, §2.4.1 ; INSi, assertion du professionnel'),
    'name-qualifier': observed('INSi, assertion du professionnel : NameQualifier CPS ou PSC'),
    'trait-missing': observed('INSi, schémas INSi_RECSANS_INS et INSi_RECVITALE_INS ; appels enregistrés'),
    'name-form': primary("Guide d'implémentation de l'INS, règle 1 (INS/va1.56)"),
    'name-shape': { ...observed('SEL-MP-043, EF_INS01_03, EF_INS10_01 et EF_INS10_02'), mark: 'second-hand' },
    ...identityRules(['sex', 'birth-date', 'birth-place', 'matricule-form'], {
      sex: { samples: SAMPLE },
      'birth-date': { clause: 'INSi, type DateLunaire : AAAA-MM-JJ', samples: SAMPLE },
    }),
    'matricule-key': { ...observed('Décret 82-103 art. 4'), mark: 'primary', samples: null },
  },
  examples: [
    { rule: 'action', ...inRequest('1.0.0:rechercherInsAvecTraitsIdentite<', '1.0.0:rechercherInsAvecCarteVitale<') },
    { rule: 'message-id', ...inRequest('urn:uuid:ca0a62c2-9ef3-51b3-8ee6-b830ea21b995', '') },
    { rule: 'message-id-form', ...inRequest('urn:uuid:ca0a62c2-9ef3-51b3-8ee6-b830ea21b995', 'message-12') },
    { rule: 'context', ...inRequest('<bam:COUVERTURE/>', '') },
    { rule: 'context-version', ...inRequest('"01_02"', '"01_00"') },
    { rule: 'software', ...inRequest('<lps:IDAM R="4">ESSAI-0001</lps:IDAM>', '') },
    { rule: 'no-assertion', ...inRequest('wssecurity-secext-1.0.xsd', 'wssecurity-secext-0.9.xsd') },
    {
      rule: 'empty-security',
      ...inRequest(
        'xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"',
        'xmlns:saml2="urn:oasis:names:tc:SAML:1.0:assertion"',
      ),
    },
    { rule: 'user', ...inRequest('<saml2:NameID NameQualifier="CPS">899700100011</saml2:NameID>', '') },
    { rule: 'name-qualifier', ...inRequest(' NameQualifier="CPS"', '') },
    { rule: 'trait-missing', ...inRequest('<ins:Sexe>F</ins:Sexe>', '') },
    { rule: 'name-form', ...inRequest('<ins:Prenom>CAMILLE<', '<ins:Prenom>Camille<') },
    { rule: 'name-shape', ...inRequest('<ins:Prenom>CAMILLE<', '<ins:Prenom>CAMILLE--LOUISE<') },
    { rule: 'sex', ...inRequest('<ins:Sexe>F<', '<ins:Sexe>I<') },
    { rule: 'birth-date', ...inRequest('1985-07-14', '14/07/1985') },
    {
      rule: 'birth-place',
      ...inRequest('</ins:RECSANSVITALE>', '<ins:LieuNaissance>DOMPREMY</ins:LieuNaissance></ins:RECSANSVITALE>'),
    },
    { rule: 'matricule-form', ...inCard('2850763113990', '285076311399') },
    { rule: 'matricule-key', ...inCard('<ins:Cle>48<', '<ins:Cle>84<') },
  ],
  run: (artifact) => {
    const requests = artifact.content.messages.flatMap((message) =>
      message.body.type === 'insi-request' ? [{ message, request: message.body }] : [],
    );
    const findings = requests.flatMap(({ message, request }) =>
      [...insiHeaderFaults(message, request.operation, request.node), ...searchedTraitFaults(request)].map(
        ({ rule, node, args, actual }) => ({
          rule,
          at: placeIn(artifact, message.document.locate(node)),
          ...(args && { args }),
          ...(actual !== undefined && { actual }),
        }),
      ),
    );
    return { evaluated: requests.length, findings, ...(requests.length === 0 && { applies: false }) };
  },
});
