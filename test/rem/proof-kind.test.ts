import { expect, it } from 'vitest';
import { proofKindOf } from '../../src/rem/proof-kind.js';

it.each([
  ['Permalien vers le rapport Gazelle', 'permalink'],
  ['Identifiant d’exécution du cas de test', 'execution'],
  ['Captures d’écran ou vidéo', 'demonstration'],
  ['Attestation délivrée par le CNDA', 'attestation'],
  ["Attestation sur l'honneur datée et signée", 'statement'],
  ['Source du message envoyé', 'log'],
  ['Archive IHE_XDM.zip', 'artifact'],
  ['Procédure de sauvegarde', 'document'],
  ['', 'document'],
])('takes « %s » for a proof of kind %s', (text, kind) => {
  expect(proofKindOf(text)).toBe(kind);
});
