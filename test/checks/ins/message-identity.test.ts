import { describe, expect, it } from 'vitest';
import { messageIdentity } from '../../../src/checks/ins/message-identity.js';
import { runOn } from '../../support/run-check.js';

const INS = '285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS^^20210101';
const NAME = 'TEST-ALPHA^CAMILLE^CAMILLE LOUISE ANNE^^^^L';
const BDL = '^^CLERMONT-FERRAND^^^^BDL^^63113';

/** Rule and place of what the check finds after edits `[good, bad]` of the message. */
async function foundAfter(...edits: [string, string][]): Promise<[string, string | undefined][]> {
  const { findings } = await runOn(
    messageIdentity,
    'hl7v2-adt',
    edits.map(([good, bad]) => ['message', good, bad] as const),
  );
  return findings.map(({ rule, at }) => [rule, at.path]);
}

describe('ins/message-identity', () => {
  it('is not about a message without PID, or without national identifier', async () => {
    const withoutPid = await runOn(messageIdentity, 'hl7v2-adt', [['message', 'PID|', 'ZZZ|']]);
    expect(withoutPid).toMatchObject({ applies: false, evaluated: 0, findings: [] });
    expect(await runOn(messageIdentity, 'hl7v2-unqualified')).toMatchObject({ applies: false, evaluated: 0 });
    const former = await runOn(messageIdentity, 'hl7v2-unqualified', [['message', 'PV1|1|N', `MRG|${INS}\nPV1|1|N`]]);
    expect(former).toMatchObject({ applies: false, findings: [] });
  });

  it('counts the patients, one a PID', async () => {
    const twice = await runOn(messageIdentity, 'hl7v2-adt', [
      ['message', 'PV1|1|N', `PID|||${INS}||${NAME}||19850714|F|||${BDL}`],
    ]);
    expect(twice).toMatchObject({ evaluated: 2, findings: [] });
  });

  it.each<[string, [string, string]]>([
    ['the birth place alone', [BDL, '^^^^^^BDL^^63113']],
    ['a home address before the birth place', [BDL, `1 rue^^VILLE^^63000^FRA^H~${BDL}`]],
    ['the INS first, or last', ['10001^^^IPP-EXEMPLE&2.999.1.1&ISO^PI~', '']],
    ['an INS without effective date', ['^INS^^20210101', '^INS']],
    ['an effective date of a year', ['^INS^^20210101', '^INS^^2021']],
    ['an authority without name', ['ASIP-SANTE-INS-NIR&', '&']],
    ['an authority of a name of its own', ['ASIP-SANTE-INS-NIR&', 'INS&']],
    ['a NIA', ['ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10', 'ASIP-SANTE-INS-NIA&1.2.250.1.213.1.4.9']],
    [
      'the number of the health insurance',
      ['10001^^^IPP-EXEMPLE&2.999.1.1&ISO^PI', '285076311399048^^^&1.2.250.1.213.1.4.13&ISO^NH'],
    ],
    ['the same INS twice', ['10001^^^IPP-EXEMPLE&2.999.1.1&ISO^PI', INS]],
    ['a name used beside the birth name', [NAME, `USUEL^CAM^^^^^D~${NAME}`]],
    ["the mother's name", [`${NAME}||`, `${NAME}|MERE^^^^^^M|`]],
    ['a first given name with a blank for the hyphen', [NAME, 'TEST-ALPHA^ANNE MARIE^ANNE-MARIE LOUISE^^^^L']],
    ['one given name', [NAME, 'TEST-ALPHA^CAMILLE^CAMILLE^^^^L']],
    ['an apostrophe and a double hyphen', [NAME, "D'ALPHA--TEST^CAMILLE^CAMILLE^^^^L"]],
    ['the mailbox of the patient', ['PV1|1|N', 'PRT||UC||RCT|||||||||||^^X.400^285076311399048@patient.mssante.fr']],
    [
      'the official mailbox of test',
      ['PV1|1|N', 'PRT||UC||RCT|||||||||||^^X.400^reponse.automatique-test@patient.mssante.fr'],
    ],
    ['a message of training', ['|ADT-1|D|', '|ADT-1|T|']],
    ['a birth place abroad', ['BDL^^63113', 'BDL^^99350']],
    ['a birth place in Corsica', ['BDL^^63113', 'BDL^^2A004']],
  ])('accepts %s', async (_, edit) => {
    expect(await foundAfter(edit)).toEqual([]);
  });

  it.each<[string, [string, string], [string, string][]]>([
    [
      'no name',
      [NAME, ''],
      [
        ['trait-missing', 'PID[1]-5'],
        ['trait-missing', 'PID[1]-5[1].2'],
      ],
    ],
    [
      'the name used only',
      [NAME, 'USUEL^CAM^^^^^D'],
      [
        ['trait-missing', 'PID[1]-5'],
        ['trait-missing', 'PID[1]-5[1].2'],
      ],
    ],
    ['no first given name', [NAME, 'TEST-ALPHA^^CAMILLE^^^^L'], [['trait-missing', 'PID[1]-5[1].2']]],
    ['no sex', ['|19850714|F|', '|19850714||'], [['trait-missing', 'PID[1]-8']]],
    ['the explicit null for a sex', ['|19850714|F|', '|19850714|""|'], [['trait-missing', 'PID[1]-8']]],
    ['an undetermined sex', ['|19850714|F|', '|19850714|O|'], [['sex', 'PID[1]-8[1].1']]],
    ['a date with hyphens', ['|19850714|F|', '|1985-07-14|F|'], [['birth-date-form', 'PID[1]-7[1].1']]],
    ['a year for a date', ['|19850714|F|', '|1985|F|'], [['birth-date', 'PID[1]-7[1].1']]],
    ['a day that is not', ['|19850714|F|', '|19850731|F|'], []],
    ['a 31 June', ['|19850714|F|', '|19850631|F|'], [['birth-date', 'PID[1]-7[1].1']]],
    [
      'a name of the mother of type D',
      [`${NAME}||`, `${NAME}|MERE^^^^^^M~USUEL^CAM^^^^^D|`],
      [['used-name', 'PID[1]-6[2]']],
    ],
    ['an OID that is no INS', ['&1.2.250.1.213.1.4.10&', '&1.2.250.1.213.1.4.1&'], [['oid', 'PID[1]-3[2].4.2']]],
    [
      'the OID of the health insurance',
      ['&1.2.250.1.213.1.4.10&', '&1.2.250.1.213.1.4.13&'],
      [['oid', 'PID[1]-3[2].4.2']],
    ],
    ['a NIR said a NIA', ['NIR&1.2.250.1.213.1.4.10&', 'NIR&1.2.250.1.213.1.4.9&'], [['namespace', 'PID[1]-3[2].4.1']]],
    ['an effective date that is not', ['^^20210101', '^^20210231'], [['effective-date', 'PID[1]-3[2].7']]],
    ['a postal code with a blank', ['BDL^^63113', 'BDL^^63 113'], [['birth-place', 'PID[1]-11[1].9']]],
    ['a birth place without code', ['BDL^^63113', 'BDL'], [['birth-place-missing', 'PID[1]-11']]],
    [
      'another person to write to',
      [
        'PV1|1|N',
        'PRT||UC||RCT|171041305599142^X^Y^^^^^^&1.2.250.1.213.1.4.10&ISO^L^^^INS||||||||||^^X.400^28507631139904@patient.mssante.fr',
      ],
      [
        ['mailbox', 'PRT[1]-5[1].1'],
        ['mailbox', 'PRT[1]-15[1].4'],
      ],
    ],
    ['a test patient in production', ['|ADT-1|D|', '|ADT-1|P|'], [['test-oid', 'MSH[1]-11[1].1']]],
  ])('finds %s', async (_, edit, expected) => {
    expect(await foundAfter(edit)).toEqual(expected);
  });

  it('asks nothing of the traits of an identity with an INS-C only', async () => {
    const insC = '0123456789012345678901^^^ASIP-SANTE-INS-C&1.2.250.1.213.1.4.2&ISO^NH';
    expect(await foundAfter([INS, insC], ['|19850714|F|', '||U|'])).toEqual([['ins-c', 'PID[1]-3[2].4.2']]);
  });
});
