import type { RuleTexts } from '../../check-texts.js';

/** Texts of the rules that an identity with an INS obeys in every encoding (`identity-rules.ts`). */
export const insRules = {
  'matricule-form': {
    finding: "Le matricule INS « {actual} » ({length} caractères) n'a pas la forme d'un matricule : {fault}.",
    expected: '15 caractères : 13 de NIR ou de NIA (chiffres, A ou B au 7e pour la Corse), puis 2 chiffres de clé.',
    remedy: "Écrire le matricule tel qu'INSi le donne : NumIdentifiant suivi de Cle, sans blanc ni séparateur.",
  },
  'matricule-key': {
    finding: "La clé du matricule INS « {actual} », sous l'OID {oid}, n'est pas celle de ses 13 premiers caractères.",
    expected:
      'Une clé égale à 97 − (N modulo 97), sur deux chiffres : N est le nombre que forment les 13 premiers caractères, où 2A (Corse) compte pour 19 et 2B pour 18.',
    remedy:
      "Reprendre le matricule et sa clé de la réponse d'INSi ; ne jamais laisser saisir l'un sans contrôler l'autre.",
  },
  'matricule-key-test': {
    finding:
      "La clé du matricule INS « {actual} » n'est pas celle de ses 13 premiers caractères ; son OID est de test, ou n'est pas dit.",
    expected: 'Une clé juste, même pour un patient de test.',
    remedy:
      'Prendre un patient de test dont le matricule a une clé juste : un logiciel destinataire refusera celui-ci.',
  },
  'matricule-unusual': {
    finding: 'Le matricule INS « {actual} » est inhabituel : {part}.',
    expected:
      "Sexe 1 ou 2 et mois de 01 à 12 ; d'autres valeurs existent pour des personnes en cours d'immatriculation ou dont l'état civil est incomplet.",
    remedy: "Vérifier que le matricule est bien celui de la réponse d'INSi.",
  },
  'ins-c': {
    finding: "L'identifiant sous l'OID {oid} est un INS calculé (INS-C), abandonné en 2021.",
    expected: "Le matricule INS sous l'OID 1.2.250.1.213.1.4.8 (NIR) ou .9 (NIA), .10 ou .11 en test.",
    remedy: "Ne plus émettre l'INS-C ; interroger INSi pour obtenir le matricule.",
  },
  'several-ins': {
    finding: "L'identité porte plusieurs matricules INS différents, dont « {actual} ».",
    expected: 'Un seul matricule INS actif par identité.',
    remedy: "N'émettre que le matricule actif (INSACTIF) ; les anciens (INSHISTO) restent dans la base locale.",
  },
  'name-form': {
    finding: "« {actual} » ({trait}) ne s'écrit pas comme dans la base nationale : {fault}.",
    expected:
      "Des capitales de A à Z, l'espace, l'apostrophe droite et le trait d'union, sans accent ni ligature : D'ESSAI-ZOULOU, et non d’Essaï-Zoulou.",
    remedy: "Émettre le trait tel qu'INSi le donne, sans changer la casse ni remettre d'accents.",
  },
  'first-given': {
    finding: "Le premier prénom « {actual} » n'est pas le début de la liste des prénoms « {list} ».",
    expected:
      "Un premier prénom de naissance par lequel commence la liste ; trait d'union, apostrophe et espace y valent la même chose.",
    remedy: "Alerter l'utilisateur à la saisie et lui faire choisir le premier prénom dans la liste reçue d'INSi.",
  },
  sex: {
    finding: 'Une INS est accompagnée du sexe « {actual} ».',
    expected: "Masculin ou féminin : INSi ne donne rien d'autre.",
    remedy: "Émettre le sexe de la réponse d'INSi ; sans lui, l'identité n'est pas qualifiée et part sans INS.",
  },
  'birth-date': {
    finding: "La date de naissance « {actual} » n'est pas un jour du calendrier : {fault}.",
    expected:
      "L'année, le mois et le jour d'une date qui existe ; un jour ou un mois inconnu y est corrigé selon le RNIV (jour inconnu : 01 ; mois inconnu : 01 ; les deux : 31/12).",
    remedy:
      "Émettre la date entière de la réponse d'INSi, dans la forme de l'échange ; ne pas importer une réponse dont le jour ou le mois est 00.",
  },
  'birth-place': {
    finding:
      "Le code du lieu de naissance « {actual} » ({length} caractères) n'a pas la forme d'un code officiel géographique.",
    expected:
      'Cinq caractères : une commune (2A ou 2B en Corse), ou 99 suivi du code du pays ; par exemple 2B033 (Bastia) ou 99109 (Allemagne).',
    remedy:
      "Émettre le code INSEE du lieu de naissance, et non un code postal ou un nom ; celui d'INSi est LieuNaissance.",
  },
  'birth-place-unknown': {
    finding: 'Une INS est accompagnée du lieu de naissance 99999 (inconnu).',
    expected: "Le code de la commune ou du pays de naissance qu'INSi a donné.",
    remedy: "Reprendre LieuNaissance de la réponse d'INSi ; 99999 ne sert qu'à créer une identité sans INS.",
  },
} satisfies Record<string, RuleTexts>;
