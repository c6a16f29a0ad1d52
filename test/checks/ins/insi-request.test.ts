import { describe, expect, it } from 'vitest';
import { insiRequest } from '../../../src/checks/ins/insi-request.js';
import { runOn } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

/** The rules that an edit of the search by traits, or by card, trips. */
const rulesOf = async (...edits: Edit[]): Promise<string[]> =>
  (await runOn(insiRequest, 'insi', edits)).findings.map(({ rule }) => rule);

const inTraits = (good: string, bad: string): Edit => ['request', good, bad];
const MESSAGE_ID = 'urn:uuid:ca0a62c2-9ef3-51b3-8ee6-b830ea21b995';

describe('ins/insi-request', () => {
  it('looks at each search, and is not about other messages', async () => {
    expect(await runOn(insiRequest, 'insi')).toMatchObject({ evaluated: 2, findings: [], applies: true });
    expect(await runOn(insiRequest, 'dmp-queries')).toMatchObject({ evaluated: 0, applies: false });
  });

  it.each([
    ['a UUID alone', inTraits('urn:uuid:ca0a', 'ca0a')],
    ['the prefix of the examples', inTraits('urn:uuid:ca0a', 'uuid:ca0a')],
    ['a birth date without day', inTraits('1985-07-14', '1985-07-00')],
    ['a birth date without day nor month', inTraits('1985-07-14', '1985-00-00')],
    ['a double hyphen in a birth name', inTraits('TEST-ALPHA', 'TEST--ALPHA')],
    ['an apostrophe at the start of a birth name', inTraits('TEST-ALPHA', "'T HOEN")],
    ['a second given name', inTraits('<ins:Sexe>', '<ins:Prenom>LOUISE</ins:Prenom><ins:Sexe>')],
    [
      'a birth place in Corsica',
      inTraits('</ins:RECSANS', '<ins:LieuNaissance>2A004</ins:LieuNaissance></ins:RECSANS'),
    ],
    ['the nature of a context', inTraits('Version="01_00"', 'Nature="CTXLPS" Version="01_00"')],
    ['a card whose key is not sent', ['card', '<ins:Cle>48</ins:Cle>', '']],
  ] as const)('takes %s', async (_, edit) => {
    expect(await rulesOf(edit)).toEqual([]);
  });

  it.each([
    ['context', inTraits('<lps:Temps>2026-03-16T09:30:00Z</lps:Temps>', '')],
    ['context', inTraits(' Version="01_00"', '')],
    ['context', inTraits('<bam:Id>bam-1</bam:Id>', '<bam:Id/>')],
    ['software', inTraits(' R="4"', '')],
    ['message-id', inTraits(`<wsa:MessageID>${MESSAGE_ID}</wsa:MessageID>`, '')],
    [
      'action',
      inTraits('<wsa:Action>urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite</wsa:Action>', ''),
    ],
    ['trait-missing', inTraits('<ins:Prenom>CAMILLE</ins:Prenom>', '<ins:Prenom/>')],
    ['name-form', inTraits('TEST-ALPHA', 'TÉST-ALPHA')],
    ['name-form', inTraits('TEST-ALPHA', 'TEST ŒLPHA')],
    ['name-shape', inTraits('TEST-ALPHA', '-TEST')],
    ['birth-date', inTraits('1985-07-14', '1985-02-30')],
    ['birth-date', inTraits('1985-07-14', '1985-13-00')],
    ['birth-date', inTraits('1985-07-14', '19850714')],
    ['matricule-form', ['card', '2850763113990', '28507631139X0']],
  ] as const)('finds %s', async (rule, edit) => {
    expect(await rulesOf(edit)).toEqual([rule]);
  });

  it('finds both contexts missing, and a card without any number', async () => {
    const lps: Edit = inTraits('xmlns:lps="urn:siram:lps:ctxlps"', 'xmlns:lps="urn:autre"');
    const bam: Edit = inTraits('xmlns:bam="urn:siram:bam:ctxbam"', 'xmlns:bam="urn:autre"');
    expect(await rulesOf(lps, bam)).toEqual(['context', 'context']);
    expect(await rulesOf(['card', '<ins:NumIdentifiant>2850763113990</ins:NumIdentifiant>', ''])).toEqual([
      'trait-missing',
    ]);
  });

  it('tells what an unknown action should be, and where it stands', async () => {
    const { findings } = await runOn(insiRequest, 'insi', [
      inTraits('1.0.0:rechercherInsAvecTraitsIdentite<', '1.0.0:autre<'),
    ]);
    expect(findings[0]).toMatchObject({
      at: { artifact: 'insi-traits.request.xml', line: 3 },
      args: { expected: 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite' },
    });
  });
});
