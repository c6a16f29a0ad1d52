import { expect, it } from 'vitest';
import { reliabilityOfPid } from '../../../src/checks/identities/reliability-of-pid.js';
import { segmentOf } from '../../support/hl7.js';

const reliabilityOf = (field: string) => reliabilityOfPid(segmentOf(`PID|${'|'.repeat(31)}${field}|20260101`));

it.each([
  ['VALI', 'validée', []],
  ['PROV', 'provisoire', []],
  ['PROV~FICT', 'provisoire', ['fictive']],
  ['DOUT~PROV~HOMA~HOMD', 'provisoire', ['douteuse', 'homonyme']],
  ['QUAL', 'qualifiée', []],
  ['RECUP', 'récupérée', []],
  ['VIDE', undefined, []],
  ['', undefined, []],
  ['""', undefined, []],
])('reads %s', (field, status, attributes) => {
  expect(reliabilityOf(field)).toMatchObject({ status, attributes });
});

it('tells where each code stands', () => {
  expect(reliabilityOf('PROV~~DOUT').codes.map(({ value, at }) => [value, at.path])).toEqual([
    ['PROV', 'PID[1]-32[1]'],
    ['DOUT', 'PID[1]-32[3]'],
  ]);
});
