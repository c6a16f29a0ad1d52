import { describe, expect, it } from 'vitest';
import { readHl7, segmentOf } from '../../support/hl7.js';

const pid = segmentOf('PID|1||a^^^N&1.2&ISO^PI~b&c^d|""|e\\T\\f^g');
const ids = pid.field(3);

describe('a value', () => {
  it('is split at each level', () => {
    expect(ids.repetitions.map(({ raw }) => raw)).toEqual(['a^^^N&1.2&ISO^PI', 'b&c^d']);
    expect(ids.repetition(1).components.map(({ raw }) => raw)).toEqual(['a', '', '', 'N&1.2&ISO', 'PI']);
    expect([1, 2, 3, 4].map((n) => ids.component(4).subcomponent(n).raw)).toEqual(['N', '1.2', 'ISO', '']);
    expect(ids.repetition(2).component(1).subcomponent(2).text).toBe('c');
    expect(pid.field(2).repetitions).toEqual([]);
    expect(pid.field(2).components).toEqual([]);
  });

  it('takes the first of the levels that are not named', () => {
    expect(ids.component(5).raw).toBe('PI');
    expect(ids.repetition(2).subcomponent(2).raw).toBe('c');
    expect(ids.subcomponent(1).raw).toBe('a');
    expect(ids.components).toHaveLength(5);
    expect(ids.component(1).repetition(1).component(1).raw).toBe('a');
    expect(ids.component(1).component(2).raw).toBe('');
    expect(ids.component(5).components.map(({ raw }) => raw)).toEqual(['PI']);
  });

  it('has a path and a place at each level', () => {
    expect(ids.location).toEqual({ line: 2, column: 8, path: 'PID[1]-3' });
    expect(ids.repetition(2).location).toEqual({ line: 2, column: 25, path: 'PID[1]-3[2]' });
    expect(ids.repetition(2).component(2).location).toEqual({ line: 2, column: 29, path: 'PID[1]-3[2].2' });
    expect(ids.repetition(1).component(4).subcomponent(2).location).toEqual({
      line: 2,
      column: 14,
      path: 'PID[1]-3[1].4.2',
    });
  });

  it('is empty where nothing stands, with the place where it would', () => {
    const absent = ids.repetition(2).component(4).subcomponent(2);
    expect(absent).toMatchObject({ raw: '', text: '', isEmpty: true, isNull: false });
    expect(absent.location).toEqual({ line: 2, column: 30, path: 'PID[1]-3[2].4.2' });
    expect(ids.repetition(3).location).toEqual({ line: 2, column: 30, path: 'PID[1]-3[3]' });
    expect(pid.field(32).location).toEqual({ line: 2, column: 41, path: 'PID[1]-32' });
  });

  it('is told from the explicit null', () => {
    expect(pid.field(4)).toMatchObject({ raw: '""', text: '', isEmpty: false, isNull: true });
    expect(pid.field(2)).toMatchObject({ raw: '', text: '', isEmpty: true, isNull: false });
  });

  it('is without escapes as text, with them as written', () => {
    expect(pid.field(5).component(1)).toMatchObject({ raw: 'e\\T\\f', text: 'e&f' });
    expect(pid.field(5).component(1).components).toHaveLength(1);
  });
});

describe('a segment', () => {
  it('numbers its fields as the standard does', () => {
    const [msh] = readHl7('MSH|^~\\&|A&B|C\rPID').message.segments;
    expect([1, 2, 3, 4, 5].map((n) => msh?.field(n).raw)).toEqual(['|', '^~\\&', 'A&B', 'C', '']);
    expect(msh?.fieldCount).toBe(4);
    expect(msh?.field(2).repetitions.map(({ text }) => text)).toEqual(['^~\\&']);
    expect(msh?.field(2).location).toEqual({ line: 1, column: 5, path: 'MSH[1]-2' });
    expect(pid.field(1).raw).toBe('1');
    expect(pid.fieldCount).toBe(5);
    expect(segmentOf('PID').fieldCount).toBe(0);
    expect(segmentOf('PID').field(1).raw).toBe('');
    expect(segmentOf('PID|').fieldCount).toBe(1);
  });

  it('has a place', () => {
    expect(pid.location).toEqual({ line: 2, column: 1, path: 'PID[1]' });
    expect(segmentOf('OBX|1\r\n\r\nNTE|\nOBX|2', 3).location).toEqual({ line: 5, column: 1, path: 'OBX[2]' });
  });

  it('keeps the place of what a wrapped line holds', () => {
    const obx = segmentOf('OBX|1|ED|||^^^Base64^QUJD\r\nREVG||x\r\nNTE|');
    expect(obx.field(5).component(5).raw).toBe('QUJD\r\nREVG');
    expect(obx.field(7).location).toMatchObject({ line: 3, column: 7 });
  });
});
