import type { RuleTexts } from '../../check-texts.js';

/** Auteurs et responsables que nomment un lot ou une entrée. */
export const xdsPeople = {
  'person-form': {
    finding: '{attribute} est mal formé : {component} est absent ou n’est pas ce que XDS attend.',
    expected: 'identifiant^NOM^Prénom^^^^^^&OID&ISO^D^^^type, par exemple …&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS.',
    remedy:
      'Composer la valeur de treize composants : l’identifiant, le nom, le prénom, l’OID de l’autorité entre deux « & », D (U pour un système), le type de l’identifiant.',
  },
  'person-kind': {
    finding: '{attribute} associe une autorité, un type de nom et un type d’identifiant qui ne vont pas ensemble.',
    expected:
      'Professionnel : 1.2.250.1.71.4.2.1, D, IDNPS ou EI. Système : 1.2.250.1.71.4.2.1, U, RI. Patient : OID de son INS, D, NH.',
    remedy: 'Choisir XCN.10 et XCN.13 d’après ce qu’est l’auteur : un professionnel, un système ou le patient.',
  },
  'person-id': {
    finding: '{attribute} : « {id} » n’a la forme d’aucun identifiant national de professionnel (PS_IdNat).',
    expected: '8 puis le RPPS (12 caractères), 0 puis l’ADELI (10), ou une structure, « / » et un numéro interne.',
    remedy: 'Mettre devant le RPPS le chiffre 8, sans espace, et l’écrire en entier.',
  },
  'institution-form': {
    finding: 'authorInstitution est mal formé : {component} est absent ou n’est pas ce que XDS attend.',
    expected:
      'nom^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^identifiant ; le nom seul quand la structure n’a pas d’identifiant.',
    remedy:
      'Composer la valeur de dix composants ; sans identifiant, laisser vides l’autorité (6), le type (7) et l’identifiant (10).',
  },
  'institution-id': {
    finding: 'authorInstitution : « {id} » n’a la forme d’aucun identifiant national de structure (Struct_IdNat).',
    expected:
      '1 puis le FINESS (10 caractères), 2 puis le SIREN (10), 3 puis le SIRET (15), 4 puis le RPPS et le rang, 0 puis l’ADELI.',
    remedy: 'Mettre devant le numéro le chiffre qui dit ce qu’il est.',
  },
  'specialty-form': {
    finding: 'authorSpecialty « {actual} » n’est pas un code, son libellé et l’OID de sa nomenclature.',
    expected: 'code^libellé^OID, par exemple G15_10/SM54^Médecin - Médecine générale (SM)^1.2.250.1.213.1.1.4.5.',
    remedy: 'Reprendre les trois parties de author/assignedAuthor/code du document : code, displayName, codeSystem.',
  },
} satisfies Record<string, RuleTexts>;
