import { describe, expect, it } from 'vitest';
import { type Artifact, isKind } from '../../src/artifacts/artifact.js';
import { pairExchanges } from '../../src/artifacts/exchanges.js';
import { hl7ExchangeMessages } from '../../src/artifacts/hl7v2/exchange-messages.js';
import { httpExchangeMessages } from '../../src/artifacts/http/exchange-messages.js';
import { read } from '../../src/artifacts/read.js';
import { soapExchangeMessages } from '../../src/artifacts/soap/exchange-messages.js';

async function readAs(path: string, content: string): Promise<Artifact> {
  const { artifact, unreadable } = await read({ path, bytes: Buffer.from(content), declared: {} });
  expect(unreadable).toEqual([]);
  return artifact ?? expect.fail('unreadable');
}

const ask = (id: string) => `MSH|^~\\&|LAB|H|LGC|C|20261120100000||ORU^R01^ORU_R01|${id}|P|2.5\rPID|1||A\r`;
const answer = (id: string, to: string) =>
  `MSH|^~\\&|LGC|C|LAB|H|20261120100001||ACK^R01^ACK|${id}|P|2.5\rMSA|AA|${to}\r`;

describe('a log of HL7 v2 messages', () => {
  const lines = (text: string) => text.replaceAll('\r', '\n');
  it.each([
    ['[2026-11-20 10:00:00,123]  INFO  (mllp:12): Received\n', '[2026-11-20 10:00:01,123]  INFO  ACK sent\n', 2, 1],
    ['2026-11-20 10:00:00.123 IN  ', '2026-11-20 10:00:00.124 OUT ', 1, 29],
    ['# exemple\n', '---- réponse ----\n'.normalize('NFD').replace(/[^ -~\n]/g, ''), 2, 1],
    ['20/11/2026 10:00:00 - Emission\n', '20/11/2026 10:00:01 - Reception\n', 2, 1],
  ])('gives its messages, where they stand: %j', async (before, between, line, column) => {
    const artifact = await readAs('a.log', `${before}${lines(ask('1'))}${between}${lines(answer('A', '1'))}`);
    if (!isKind(artifact, 'hl7v2')) return expect.fail(artifact.kind);
    expect(artifact.content.messages.map(({ segments }) => segments.map(({ name }) => name))).toEqual([
      ['MSH', 'PID'],
      ['MSH', 'MSA'],
    ]);
    expect(artifact.content.messages[0]?.segments[0]?.location).toMatchObject({ line, column });
    expect(artifact.reserves).toMatchObject([{ args: { reason: 'hl7-log-lines' }, location: { line: 1 } }]);
  });

  it.each([
    `Voici un exemple :\n${lines(ask('1'))}`,
    `# Titre\n\n\`\`\`\n${lines(ask('1'))}\`\`\`\n`,
    '2026-11-20 10:00:00 INFO x - MSH|^~\\&|A|B\n2026-11-20 10:00:01 INFO x - suite\n',
    '2026-11-20 10:00:00 INFO x - MSH|^~\\&|A|B|C\\rPID|||1\n2026-11-20 10:00:01 INFO x - suite\n',
    '2026-11-20 10:00:00 INFO PID|1\n2026-11-20 10:00:00 INFO fin\n',
  ])('is none when it only quotes some: %j', async (text) => {
    expect((await readAs('a.txt', text)).kind).not.toBe('hl7v2');
  });

  it('is what segur.yaml says when it declares a trace', async () => {
    const text = '2026-11-20 10:00:00 MSH|^~\\&|A\n2026-11-20 10:00:01 MSH|^~\\&|B\n';
    const declared = { columns: { instant: 'timestamp' } };
    const { artifact } = await read({ path: 'a', bytes: Buffer.from(text), declared });
    expect(artifact?.kind).toBe('log');
  });
});

describe('the messages of HL7 v2', () => {
  const paired = async (...files: [string, string][]) => {
    const artifacts = await Promise.all(files.map(([path, text]) => readAs(path, text)));
    const messages = artifacts.flatMap((each) => (isKind(each, 'hl7v2') ? hl7ExchangeMessages(each) : []));
    const { pairs, unpaired } = pairExchanges(messages);
    return [
      ...pairs.map(
        ({ request, response, by }) => `${request.path}[${request.index}] ${response.path}[${response.index}] ${by}`,
      ),
      ...unpaired.map(({ message, why }) => `${message.path}[${message.index}] ${why}`),
    ];
  };

  it('are answered by the one whose MSA-2 is their MSH-10, in one file or two', async () => {
    expect(await paired(['m.hl7', ask('1') + ask('2')], ['ack.hl7', answer('A', '2')])).toEqual([
      'm.hl7[1] ack.hl7[0] id',
      'm.hl7[0] no-response',
    ]);
    expect(await paired(['m.hl7', `${ask('1')}${answer('1', '1')}`])).toEqual(['m.hl7[0] m.hl7[1] id']);
  });

  it('are never given to an answer that names another', async () => {
    expect(await paired(['x-req.hl7', ask('1')], ['x-ack.hl7', answer('A', '9')])).toEqual([
      'x-ack.hl7[0] unknown-request',
      'x-req.hl7[0] no-response',
    ]);
  });

  it('are paired by the names of their files when the answer names none', async () => {
    expect(await paired(['x-req.hl7', ask('1')], ['x-ack.hl7', answer('A', '')])).toEqual([
      'x-req.hl7[0] x-ack.hl7[0] name',
    ]);
  });
});

describe('envelopes in one file', () => {
  const envelope = (body: string) =>
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
  const request = envelope('<i:RECSANSVITALE xmlns:i="http://www.cnamts.fr/INSiRecSans"/>');
  const fault = envelope('<s:Fault><faultcode>s:Client</faultcode><faultstring>é</faultstring></s:Fault>');

  it.each([
    ['end to end', `<?xml version="1.0"?>\n${request}\n\n<?xml version="1.0"?>\n${fault}\n`, [2, 5], 1],
    [
      'JAX-WS',
      `---[HTTP request - https://x]---\nA: b\n${request}-----\n\n---[HTTP response - 500]---\n${fault}-----\n`,
      [3, 6],
      1,
    ],
    [
      'CXF',
      `INFO: Outbound Message\n-----\nContent-Type: text/xml\nPayload: ${request}\nINFO: Inbound Message\nPayload: ${fault}\n`,
      [4, 6],
      10,
    ],
    [
      'CXF of today',
      `2026-11-20 10:00:00,1 INFO [main] REQ_OUT\n    Payload: ${request}\n2026-11-20 10:00:01,1 INFO RESP_IN\n    Payload: ${fault}\n`,
      [2, 4],
      14,
    ],
  ])('are each a message, paired in their order: %s', async (_, text, lines, column) => {
    const artifact = await readAs('a.xml', text);
    if (!isKind(artifact, 'soap')) return expect.fail(artifact.kind);
    const { messages } = artifact.content;
    expect(messages.map(({ document }) => document.locate(document.documentElement))).toMatchObject(
      lines.map((line) => ({ line, column })),
    );
    const { pairs, unpaired } = pairExchanges(soapExchangeMessages(artifact));
    expect(pairs.map((each) => [each.request.index, each.response.index, each.by])).toEqual([[0, 1, 'order']]);
    expect(unpaired).toEqual([]);
  });

  it('are no message of a text that quotes them', async () => {
    expect((await readAs('README.md', `# Exemple\n\n${request}\n\n${fault}\n`)).kind).toBe('other');
  });
});

it('the two halves of an exchange by HTTP are paired: in one capture, else by name', async () => {
  const asked = 'GET /a HTTP/1.1\nHost: x.fr\n\n';
  const given = 'HTTP/1.1 200 OK\nContent-Type: text/plain\n\nok\n';
  const files = [
    ['all.http', asked + given],
    ['b-request.http', asked],
    ['b-response.http', given],
  ] as const;
  const artifacts = await Promise.all(files.map(([path, text]) => readAs(path, text)));
  const messages = artifacts.flatMap((each) => (isKind(each, 'har') ? httpExchangeMessages(each) : []));
  const { pairs, unpaired } = pairExchanges(messages);
  expect(pairs.map(({ request, response, by }) => [request.path, response.path, by])).toEqual([
    ['all.http', 'all.http', 'order'],
    ['b-request.http', 'b-response.http', 'name'],
  ]);
  expect(unpaired).toEqual([]);
});
