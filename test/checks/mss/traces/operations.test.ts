import { describe, expect, it } from 'vitest';
import { isFailure, isGenericActor, operationOf } from '../../../../src/checks/mss/traces/operations.js';

describe('operationOf', () => {
  it.each([
    ['Envoi', 'send'],
    ["ENVOI D'UN MESSAGE", 'send'],
    ['MAIL_SEND', 'send'],
    ['messageSent', 'send'],
    ['Message envoyé', 'send'],
    ['Réponse au message', 'send'],
    ['Transfert', 'send'],
    ['sendMail', 'send'],
    ['Suppression', 'delete'],
    ["Suppression d'un message envoyé", 'delete'],
    ['Sent message deleted', 'delete'],
    ['Mise à la corbeille', 'delete'],
    ['mail.delete', 'delete'],
    ['EXPUNGE', 'delete'],
    ['Consultation des messages envoyés', 'read'],
    ['Lecture', 'read'],
    ['Message lu', 'read'],
    ['open message', 'read'],
    ['Téléchargement de la pièce jointe', 'read'],
    ['Réception', 'receive'],
    ['Message reçu', 'receive'],
    ['Relève de la boîte', 'receive'],
    ['Intégration au dossier', 'integrate'],
    ['Rattachement au patient', 'integrate'],
    ['Remplacement du document', 'replace'],
    ['Connexion', 'connect'],
    ['LOGIN', 'connect'],
    ['Brouillon', undefined],
    ['A17', undefined],
    ['', undefined],
  ])('knows %s as %s', (text, operation) => {
    expect(operationOf(text)).toBe(operation);
  });
});

describe('isFailure', () => {
  it.each([
    '550 5.1.1 unknown user',
    '450 4.2.0 boîte indisponible',
    'HTTP/1.1 401 Unauthorized',
    '503',
    'A12 NO [AUTHENTICATIONFAILED]',
    'BAD command',
    'Échec',
    'ECHEC',
    'KO',
    'Erreur réseau',
    'Délai dépassé',
    'connection timeout',
    'rejeté par le serveur',
  ])('knows %s', (response) => {
    expect(isFailure(response)).toBe(true);
  });

  it.each([
    'OK',
    '250 2.0.0 accepté',
    'A12 OK done',
    '200',
    'Succès',
    'sans erreur',
    'no error',
    '5 messages',
    'NOOP completed',
    '4500 octets',
  ])('takes %s for a success', (response) => {
    expect(isFailure(response)).toBe(false);
  });
});

describe('isGenericActor', () => {
  it.each([
    'admin',
    'Administrateur',
    'SYSTEM',
    'système',
    'service',
    'root',
    'user1',
    'Compte secrétariat',
    'inconnu',
    'N/A',
  ])('knows %s', (actor) => {
    expect(isGenericActor(actor)).toBe(true);
  });

  it.each([
    '899700100011',
    'cmartin',
    'Claire MARTIN',
    'admin.martin',
    'claire.martin@exemple.mssante.fr',
    'service-urgences-dubois',
  ])('takes %s for a person', (actor) => {
    expect(isGenericActor(actor)).toBe(false);
  });
});
