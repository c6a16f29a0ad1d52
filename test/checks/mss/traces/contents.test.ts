import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf, contentsOf } from '../../../../src/checks/mss/traces/contents.js';

const inBase64 = (text: string): string => Buffer.from(text).toString('base64');
const TEXT = 'Un texte assez long pour être encodé sur plusieurs lignes. '.repeat(8);

describe('contentsOf', () => {
  it.each([
    ['a PDF', `%PDF-1.4 ${TEXT}`],
    ['a PDF in base64', inBase64(`%PDF-1.4 ${TEXT}`)],
    ['an archive in base64', inBase64(`PK\u0003\u0004${TEXT}`)],
    ['a CDA', '<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3">'],
    ['metadata', 'corps : <lcm:SubmitObjectsRequest xmlns:lcm="urn:x">'],
    ['a whole mail in base64', inBase64(`Return-Path: <a@exemple.fr>\r\n${TEXT}`)],
  ])('knows %s', (_, value) => {
    expect(contentsOf('reponse', value)).toEqual(['document']);
  });

  it.each([
    ['Bonjour, voici le compte rendu du patient vu ce matin en consultation. Bien cordialement'],
    ['MIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n\nVoici le compte rendu'],
    ['Content-Type: text/plain\\r\\nContent-Transfer-Encoding: 8bit\\r\\n\\r\\nVoici le compte rendu'],
  ])('knows the text of a message: %s', (value) => {
    expect(contentsOf('detail', value)).toEqual(['body']);
  });

  it('knows a column of texts by its name', () => {
    for (const column of ['body', 'message.body', 'corps', 'Corps du message', 'messageBody'])
      expect(contentsOf(column, 'voici le compte rendu demandé')).toEqual(['body']);
    for (const column of ['contenu', 'demande', 'nobody'])
      expect(contentsOf(column, 'voici le compte rendu demandé')).toEqual([]);
  });

  it('knows a block of base64 of which nothing is known', () => {
    const block = inBase64(TEXT);
    expect(contentsOf('detail', block)).toEqual(['encoded']);
    expect(contentsOf('detail', block.replace(/.{76}/g, '$&\n'))).toEqual(['encoded']);
  });

  it('knows tokens and passwords', () => {
    const token = `eyJhbGciOiJSUzI1NiJ9.${inBase64('{"exp":1,"iat":1}').replace(/=/g, '')}.c2lnbmF0dXJl`;
    for (const value of [
      token,
      `Authorization: Bearer ${token}`,
      `AUTH XOAUTH2 ${inBase64(`user=a@exemple.fr\u0001auth=Bearer ${token}\u0001\u0001`)}`,
      'LOGIN password=s3cret99',
    ])
      expect(contentsOf('demande', value)).toEqual(['token']);
  });

  it('knows a subject that names a patient', () => {
    expect(contentsOf('objet', 'XDM/1.0/DDM+Compte rendu ESSAI Patient')).toEqual(['subject']);
    expect(contentsOf('objet', 'XDM/1.0/DDM+*****')).toEqual([]);
  });

  it.each([
    '<20260302103000.1@exemple.mssante.fr>',
    'CAF=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@mail.exemple.fr',
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a089f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'IHE_XDM.zip (12345 octets), CR_MARTIN.pdf',
    'UID FETCH 42 (BODY[2])',
    '250 2.0.0 Ok: queued as 4BqT3k2Z1xz9rPq',
    'Content-Type: multipart/mixed',
    'ClinicalDocument 1.2.250.1.213 intégré',
    'mot de passe expiré, nouvelle connexion demandée',
    'password=********',
    '123456789012345@patient.mssante.fr',
    'Réponse : bonjour du serveur smtp.exemple.mssante.fr, prêt',
  ])('finds nothing in %s', (value) => {
    expect(contentsOf('reponse', value)).toEqual([]);
  });

  it('is quick on any text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('A', 'eyJ', 'Bearer ', 'bonjour ', '\n', '=', 'XDM/1.0/DDM+ '),
        fc.integer({ min: 1, max: 20_000 }),
        (unit, count) => {
          contentsOf('detail', unit.repeat(count));
        },
      ),
      { numRuns: 40 },
    );
  });
});

it('knows the commands of a dialogue, not what a trace calls them', () => {
  expect(['EHLO poste', 'C: STARTTLS', 'a1 LOGIN x', '> RCPT TO:<a@exemple.fr>', 'DATA'].map(commandOf)).toEqual([
    'EHLO',
    'STARTTLS',
    'LOGIN',
    'RCPT TO',
    'DATA',
  ]);
  expect(['envoi SMTP', 'MAIL FROM, RCPT TO, DATA', 'DATABASE', 'connexion'].map(commandOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
