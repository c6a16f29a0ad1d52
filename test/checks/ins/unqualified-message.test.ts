import { describe, expect, it } from 'vitest';
import { unqualifiedMessage } from '../../../src/checks/ins/unqualified-message.js';
import type { IdentityStatus } from '../../../src/identity/statuses.js';
import { runOn } from '../../support/run-check.js';

const ALPHA = '285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS';
const OTHER = '171041305599142^^^&1.2.250.1.213.1.4.10&ISO^INS';

/** The message of patient B, whose identity is not qualified, with these segments after the PV1. */
function withSegments(...segments: string[]) {
  return runOn(unqualifiedMessage, 'hl7v2-unqualified', [['message', 'PV1|1|N', ['PV1|1|N', ...segments].join('\n')]]);
}

describe('ins/unqualified-message', () => {
  it('needs the status of the patient, in a message that has one', async () => {
    const { evaluated, needs } = await runOn(unqualifiedMessage, 'hl7v2-adt', [], { declared: {} });
    expect(evaluated).toBe(0);
    expect(needs).toEqual([{ code: 'need/patient-status' }]);
    const acknowledgement = await runOn(unqualifiedMessage, 'hl7v2-adt', [['message', 'PID|', 'ZZZ|']], {
      declared: {},
    });
    expect(acknowledgement).toMatchObject({ applies: false, needs: [] });
  });

  it('is not about a qualified patient', async () => {
    expect(await runOn(unqualifiedMessage, 'hl7v2-adt')).toMatchObject({ applies: false, findings: [] });
  });

  it.each<[IdentityStatus, string[]]>([
    ['provisoire', ['ins-id', 'validated']],
    ['récupérée', ['ins-id', 'validated']],
    ['validée', ['ins-id']],
  ])('finds the INS of a patient %s', async (status, expected) => {
    const { findings } = await runOn(unqualifiedMessage, 'hl7v2-adt', [], {
      context: { patients: [{ id: 'A', status }] },
    });
    expect(findings.map(({ rule }) => rule)).toEqual(expected);
    expect(findings[0]).toMatchObject({ at: { path: 'PID[1]-3[2].1' }, actual: '285076311399048' });
  });

  it('lets a message take a former INS away', async () => {
    expect(await withSegments(`MRG|${ALPHA}`)).toMatchObject({ evaluated: 1, findings: [] });
  });

  it.each([
    ['a relative', `NK1|1|MERE|${'|'.repeat(30)}${ALPHA}`],
    ['the insured', `IN1|1|${'|'.repeat(47)}${ALPHA}`],
    ['the number of the health insurance', 'ZFI|285076311399048^^^&1.2.250.1.213.1.4.13&ISO'],
    ['a longer OID', 'ZFI|X^^^&1.2.250.1.213.1.4.10.5&ISO'],
    ['the official mailbox of test', 'PRT||UC||RCT|||||||||||^^X.400^reponse.automatique-test@patient.mssante.fr'],
  ])('accepts %s', async (_, segment) => {
    expect((await withSegments(segment)).findings).toEqual([]);
  });

  it.each([
    ['a segment of its own', `ZFI|1|${OTHER}`, 'ins-oid', 'ZFI[1]-2'],
    ['an observation', 'OBX|1|CX|INS||171041305599142^^^&1.2.250.1.213.1.4.8&ISO', 'ins-oid', 'OBX[1]-5'],
    ['the mailbox', 'PRT||UC||RCT|||||||||||^^X.400^171041305599142@patient.mssante.fr', 'mailbox', 'PRT[1]-15[1].4'],
    [
      'a mailbox of a wrong number',
      'PRT||UC||RCT|||||||||||^^X.400^17104130559914@patient.mssante.fr',
      'mailbox',
      'PRT[1]-15[1].4',
    ],
    [
      'the person to write to',
      'PRT||UC||RCT|171041305599142^X^Y^^^^^^&1.2.250.1.213.1.4.10&ISO^L^^^INS',
      'mailbox',
      'PRT[1]-5[1].1',
    ],
  ])('finds the INS in %s', async (_, segment, rule, path) => {
    const { findings } = await withSegments(segment);
    expect(findings.map((each) => [each.rule, each.at.path])).toEqual([[rule, path]]);
  });

  it('finds the INS in a field of PID that is none of identifiers, but not that of the mother', async () => {
    const edit = (field: string) =>
      runOn(unqualifiedMessage, 'hl7v2-unqualified', [['message', 'PID|1||', `PID|1|${field}|`]]);
    expect((await edit(ALPHA)).findings).toMatchObject([{ rule: 'ins-oid', at: { path: 'PID[1]-2' } }]);
    const mother = await runOn(unqualifiedMessage, 'hl7v2-unqualified', [
      ['message', '&ISO^AN|||', `&ISO^AN|||${ALPHA}`],
    ]);
    expect(mother.findings).toEqual([]);
  });

  it('wants PID-32 to tell a provisional status, except where identifiers are taken away', async () => {
    const judge = (...edits: (readonly [string, string, string])[]) =>
      runOn(unqualifiedMessage, 'hl7v2-provisional', edits);
    const status = (code: string) => ['message', '|N||PROV', `|N||${code}`] as const;
    expect((await judge()).findings).toEqual([]);
    expect((await judge(status('VIDE'))).findings).toEqual([]);
    expect((await judge(status('DOUB'))).findings).toMatchObject([{ rule: 'status-untold', actual: 'DOUB' }]);
    expect((await judge(status('VALI'))).findings).toMatchObject([{ rule: 'validated' }]);
    expect((await judge(status(''), ['message', 'ADT^A28^ADT_A05', 'ADT^A47^ADT_A30'])).findings).toEqual([]);
  });

  it('leaves the messages of a file that carry the INS of a qualified patient to that patient', async () => {
    const second = 'MSH|^~\\&|A|B|C|D|2026||ADT^A31^ADT_A05|ADT-2|D|2.5|||||FRA|UNICODE UTF-8';
    const both = (ins: string) => withSegments(second, `PID|||${ins}`);
    expect(await both(ALPHA)).toMatchObject({ evaluated: 1, findings: [] });
    expect(await both(OTHER)).toMatchObject({
      evaluated: 2,
      findings: [{ rule: 'ins-id', at: { path: 'message[2]/PID[1]-3[1].1' } }],
    });
  });
});
