import { describe, expect, it } from 'vitest';
import { hl7v2 } from '../../../src/artifacts/hl7v2/hl7v2.js';
import { segmentsNamed } from '../../../src/artifacts/hl7v2/named-segments.js';
import { LIMITS } from '../../../src/artifacts/limits.js';
import { read } from '../../../src/artifacts/read.js';
import { Source } from '../../../src/artifacts/source.js';
import { caught } from '../../support/caught.js';
import { HEADER, readHl7 } from '../../support/hl7.js';

const namesIn = (text: string) => readHl7(text).message.segments.map(({ name }) => name);
const ed = (encoding: string, data: string) => `${HEADER}\rOBX|1|ED|c||^TEXT^XML^${encoding}^${data}||||||F\r`;

describe('a file of HL7 v2', () => {
  it.each([
    ['CR', `${HEADER}\rPID|1\rZZZ|x\r`],
    ['LF', `${HEADER}\nPID|1\nZZZ|x\n`],
    ['CRLF', `${HEADER}\r\nPID|1\r\nZZZ|x\r\n`],
    ['no end', `${HEADER}\rPID|1\rZZZ|x`],
    ['blank lines', `\n\r\n${HEADER}\n\n  \nPID|1\r\r\rZZZ|x\n \n`],
    ['an MLLP block', `\x0b${HEADER}\rPID|1\rZZZ|x\r\x1c\r`],
  ])('ends its segments with %s', (_, text) => {
    expect(namesIn(text)).toEqual(['MSH', 'PID', 'ZZZ']);
    expect(readHl7(text).reserves).toEqual([]);
  });

  it.each([
    'PID|1||2\r',
    'Le segment MSH|^~\\&\r',
    'MSH est un segment\r',
    'MSHA',
    'MSH',
    'MSH-18 dit le jeu',
    'BTS|1\r',
    '\u00a0MSH|^~\\&|',
    '<MSH/>',
  ])('is not %j', (text) => {
    expect(hl7v2(new Source('a.hl7', Buffer.from(text, 'latin1'), LIMITS))).toBeUndefined();
  });

  it.each(['MSH|', 'MSH\rPID|1\r', 'MSHA^~\\&ABA', 'MSH!!!!!!!!!'])(
    'may have separators that are wrong: %j',
    async (text) => {
      expect(await caught(() => readHl7(text))).toMatchObject({ code: 'read/hl7v2' });
    },
  );

  it('may hold several messages, whose number is in the paths', () => {
    const { content } = readHl7(`${HEADER}\rPID|1\r${HEADER.replace('|^~\\&', '!^~\\&!')}\rPID!2\r`);
    expect(content.messages.map(({ segments }) => segments[1]?.path)).toEqual([
      'message[1]/PID[1]',
      'message[2]/PID[1]',
    ]);
    expect(content.messages.map(({ segments }) => segments[1]?.field(1).text)).toEqual(['1', '2']);
    expect(content.messages.map(({ segments }) => segments[1]?.location.line)).toEqual([2, 4]);
  });

  it('may be a batch', () => {
    const { content } = readHl7(`FHS|^~\\&|A\rBHS|^~\\&|B\r${HEADER}\rPID|1\rBTS|1\rBHS|^~\\&|C\rBTS|0\rFTS|2\r`);
    expect(content.messages).toHaveLength(1);
    expect(content.envelope.map(({ path, raw, place }) => [path, raw, place.line])).toEqual([
      ['FHS[1]', 'FHS|^~\\&|A', 1],
      ['BHS[1]', 'BHS|^~\\&|B', 2],
      ['BTS[1]', 'BTS|1', 5],
      ['BHS[2]', 'BHS|^~\\&|C', 6],
      ['BTS[2]', 'BTS|0', 7],
      ['FTS[1]', 'FTS|2', 8],
    ]);
    expect(content.envelope[0]?.field(3).text).toBe('A');
    expect(content.envelope.at(-1)?.field(1).text).toBe('2');
  });

  it('says what was forgiven once, and where it was first', () => {
    const wrapped = `${HEADER}\rOBX|1|ED\rlost\rlost too\r\x1c\r`;
    expect(readHl7(`${wrapped}${wrapped}`).reserves).toEqual([
      { code: 'read/forgiven', reason: 'mllp-not-opened', line: 5 },
      { code: 'read/forgiven', reason: 'not-a-segment', line: 3 },
    ]);
  });

  it('keeps lines that are no segment with the segment before', () => {
    const { message } = readHl7(`${HEADER}\rNTE|1||a\rb|c\rPID^x\rpid|x\rOBX|1\r`);
    expect(message.segments.map(({ raw }) => raw).slice(1)).toEqual(['NTE|1||a\rb|c\rPID^x\rpid|x', 'OBX|1']);
  });

  it('finds segments by name', () => {
    const { message } = readHl7(`${HEADER}\rOBX|1\rNTE|\rOBX|2\r`);
    expect(segmentsNamed(message, 'OBX').map(({ path }) => path)).toEqual(['OBX[1]', 'OBX[2]']);
    expect(message).toMatchObject({ framed: false, delimiters: { field: '|' } });
  });

  it.each([
    ['hl7Segments', 3, `${HEADER}\rA01|\rA01|\r`, `${HEADER}\rA01|\rA01|\rA01|\r`, 4],
    ['hl7Values', 5, 'MSH|^~\\&|\rPID|^&~|\rPID|^&~|', 'MSH|^~\\&|\rPID|^&~\rPID|^&~\rx||', 4],
  ] as const)('is within %s', async (limit, maximum, good, bad, line) => {
    expect(readHl7(good, { [limit]: maximum }).message.segments).toHaveLength(3);
    expect(await caught(() => readHl7(bad, { [limit]: maximum }))).toMatchObject({
      code: 'read/limit',
      args: { limit, maximum, actual: maximum + 1 },
      location: { line },
    });
  });
});

describe('what OBX-5 encapsulates', () => {
  it.each([
    ['^text^', 'Cher confrère,', []],
    ['^TEXT^PLAIN', '[À lire] Bonjour', []],
    ['^text^', ' <ClinicalDocument/>', ['OBX[1]-5[1]']],
    ['^TEXT^XML', 'Bonjour', ['OBX[1]-5[1]']],
    ['^text^', 'PK\u0003\u0004\0\0', ['OBX[1]-5[1]']],
  ])('takes the words of a mail for no document: %s %j', (type, text, names) => {
    const obx = `${HEADER}\rOBX|1|ED|c||${type}^Base64^${Buffer.from(text).toString('base64')}||||||F\r`;
    expect(readHl7(obx).contains.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['Base64', 'QUI='],
    ['base64', 'QU\\.br\\I='],
    ['BASE64', 'QU\\X0D0A\\I='],
    ['Hex', '4142'],
    ['Hexdec', '41 42'],
  ])('is decoded from %s', (encoding, data) => {
    const { contains, reserves } = readHl7(ed(encoding, data));
    expect(contains.map(({ name, bytes, problem }) => [name, Buffer.from(bytes).toString(), problem])).toEqual([
      ['OBX[1]-5[1]', 'AB', undefined],
    ]);
    expect(reserves).toEqual([]);
  });

  it('is in each repetition, each segment and each message', () => {
    const obx = 'OBX|1|ED|c||^a^b^Base64^QQ==~^a^b^Base64^Qg==~^a^b^A^texte\rOBX|2|TX|c||^a^b^Base64^QQ==\r';
    expect(readHl7(`${HEADER}\r${obx}${HEADER}\r${obx}`).contains.map(({ name }) => name)).toEqual([
      'message[1]/OBX[1]-5[1]',
      'message[1]/OBX[1]-5[2]',
      'message[2]/OBX[1]-5[1]',
      'message[2]/OBX[1]-5[2]',
    ]);
  });

  it.each([
    ['QUI', 'base64-unpadded', 'AB'],
    ['QUJDR', 'base64-dangling', 'ABC'],
  ])('may lack the end of its base64: %s', (data, reason, text) => {
    const { contains, reserves } = readHl7(ed('Base64', data));
    expect(Buffer.from(contains[0]?.bytes ?? []).toString()).toBe(text);
    expect(reserves).toEqual([{ code: 'read/forgiven', reason, line: 2, column: 30, path: 'OBX[1]-5[1].5' }]);
  });

  it.each([
    ['Base64', 'QU*=', 'data-character', 32],
    ['Base64', 'QUI=QUI=', 'data-cut', 30],
    ['Base64', 'QUJDQ=', 'data-cut', 30],
    ['Hex', '414', 'data-cut', 27],
    ['Hex', '41g2', 'data-character', 29],
  ])('is a child that can not be read when it is no %s: %s', async (encoding, data, reason, column) => {
    const { artifact, unreadable } = await read({
      path: 'a.hl7',
      bytes: Buffer.from(ed(encoding, data)),
      declared: {},
    });
    expect(artifact).toMatchObject({ kind: 'hl7v2', children: [] });
    expect(unreadable).toMatchObject([
      {
        path: 'a.hl7!OBX[1]-5[1]',
        problems: [
          { code: 'read/hl7v2-data', args: { encoding, reason }, location: { line: 2, column, path: 'OBX[1]-5[1].5' } },
        ],
      },
    ]);
  });

  it('is not more than a file may contain', async () => {
    const text = `${HEADER}\rOBX|1|ED|c||${Array(4).fill('^^^Base64^QQ==').join('~')}\r`;
    expect(readHl7(text, { contained: 4 }).contains).toHaveLength(4);
    expect(await caught(() => readHl7(text, { contained: 3 }))).toMatchObject({
      args: { limit: 'contained', maximum: 3, actual: 4 },
    });
  });
});
