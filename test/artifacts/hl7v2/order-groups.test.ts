import { describe, expect, it } from 'vitest';
import { orderGroups } from '../../../src/artifacts/hl7v2/order-groups.js';
import { HEADER, readHl7 } from '../../support/hl7.js';

const groups = (...names: string[]) =>
  orderGroups(readHl7([HEADER, ...names.map((name) => `${name}|`)].join('\r')).message).map((group) => [
    group.order?.name,
    group.request?.name,
    group.following.map(({ name }) => name).join(' '),
    ...group.observations.map(({ segment, following }) => [segment, ...following].map(({ name }) => name).join(' ')),
  ]);

describe('orderGroups', () => {
  it('puts observations with their order', () => {
    expect(groups('PID', 'PV1', 'ORC', 'OBR', 'OBX', 'PRT', 'PRT', 'OBX', 'NTE', 'ORC', 'OBR', 'NTE', 'OBX')).toEqual([
      ['ORC', 'OBR', '', 'OBX PRT PRT', 'OBX NTE'],
      ['ORC', 'OBR', 'NTE', 'OBX'],
    ]);
  });

  it('opens a group for each OBR', () => {
    expect(groups('OBR', 'OBX', 'OBR', 'OBR', 'OBX')).toEqual([
      [undefined, 'OBR', '', 'OBX'],
      [undefined, 'OBR', ''],
      [undefined, 'OBR', '', 'OBX'],
    ]);
  });

  it('knows MDM and ZAM messages', () => {
    expect(groups('EVN', 'PID', 'PV1', 'ORC', 'OBR', 'TXA', 'OBX')).toEqual([['ORC', 'OBR', 'TXA', 'OBX']]);
    expect(groups('EVN', 'PID', 'PV1', 'TXA', 'OBX', 'PRT')).toEqual([[undefined, undefined, '', 'OBX PRT']]);
    expect(groups('EVN', 'OBX', 'OBX', 'ERR')).toEqual([[undefined, undefined, '', 'OBX', 'OBX ERR']]);
  });

  it('finds none in other messages', () => {
    expect(groups('EVN', 'PID')).toEqual([]);
  });
});
