import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExchangeMessage, pairExchanges } from '../../src/artifacts/exchanges.js';
import { soapExchangeMessages } from '../../src/artifacts/soap/exchange-messages.js';
import { soapOf } from './soap/support.js';

const message = (path: string, given: Partial<ExchangeMessage> = {}): ExchangeMessage => ({
  path,
  index: 0,
  direction: 'request',
  id: undefined,
  answers: undefined,
  ordered: false,
  ...given,
});
const request = (path: string, id?: string): ExchangeMessage => message(path, { id });
const response = (path: string, answers?: string): ExchangeMessage => message(path, { direction: 'response', answers });

function outcome(...messages: ExchangeMessage[]) {
  const { pairs, unpaired } = pairExchanges(messages);
  return [
    ...pairs.map((pair) => `${pair.request.path} ${pair.response.path} ${pair.by}`),
    ...unpaired.map(({ message: { path }, why }) => `${path} ${why}`),
  ];
}

describe('messages that name what they answer', () => {
  it('are paired, wherever they are', () => {
    expect(outcome(response('a', '1'), request('z', '1'))).toEqual(['z a id']);
  });

  it('are never given to another request', () => {
    expect(outcome(request('x-request', '1'), response('x-response', '2'))).toEqual([
      'x-request no-response',
      'x-response unknown-request',
    ]);
  });

  it('are not paired when several could be', () => {
    expect(outcome(request('a', '1'), request('b', '1'), response('c', '1'))).toEqual([
      'a no-response',
      'b no-response',
      'c ambiguous-id',
    ]);
    expect(outcome(request('a', '1'), response('b', '1'), response('c', '1'))).toEqual([
      'a b id',
      'c already-answered',
    ]);
  });
});

describe('messages of one capture', () => {
  const captured = (index: number, direction: 'request' | 'response', path = 'dump.http') =>
    message(path, { index, direction, ordered: true });

  it('are paired in their order', () => {
    const four = [captured(0, 'request'), captured(1, 'response'), captured(2, 'request'), captured(3, 'response')];
    expect(outcome(...four.reverse())).toEqual(['dump.http dump.http order', 'dump.http dump.http order']);
    expect(outcome(captured(0, 'request'), captured(1, 'request'), captured(2, 'response'))).toEqual([
      'dump.http dump.http order',
      'dump.http no-response',
    ]);
    expect(outcome(captured(0, 'response'), captured(1, 'request'))).toEqual([
      'dump.http no-request',
      'dump.http no-response',
    ]);
  });

  it('are those of one file, one after the other', () => {
    expect(outcome(captured(0, 'request', 'a'), captured(1, 'response', 'b'))).toEqual([
      'a no-response',
      'b no-request',
    ]);
    const answered = { ...captured(1, 'response'), answers: 'elsewhere' };
    expect(outcome(captured(0, 'request'), answered, captured(2, 'response'))).toEqual([
      'dump.http no-response',
      'dump.http unknown-request',
      'dump.http no-request',
    ]);
  });
});

describe('messages whose files are called alike', () => {
  it.each([
    ['x-request.xml', 'x-response.xml'],
    ['x.req', 'x.res'],
    ['d/Requête TD0.2.xml', 'd/Réponse TD0.2.xml'.normalize('NFD')],
    ['insiRequest.xml', 'insiResponse.xml'],
    ['ALIM_IN.xml', 'ALIM_OUT.xml'],
    ['a.zip!1_requete.xml', 'a.zip!1_reponse.xml'],
  ])('%s is answered by %s', (one, other) => {
    expect(outcome(request(one), response(other))).toEqual([`${one} ${other} name`]);
  });

  it.each([
    ['x-request.xml', 'y-response.xml'],
    ['d/x-request.xml', 'x-response.xml'],
    ['x-response.xml', 'x-request.xml'],
    ['inside.xml', 'outside.xml'],
    ['x.xml', 'x.xml'],
  ])('%s is not answered by %s', (one, other) => {
    expect(outcome(request(one), response(other)).sort()).toEqual([`${one} no-response`, `${other} no-request`].sort());
  });

  it('are not paired when several could be', () => {
    const second = { ...response('x-res'), index: 1 };
    expect(outcome(request('x-req'), response('x-res'), second)).toEqual([
      'x-req ambiguous-name',
      'x-res ambiguous-name',
      'x-res ambiguous-name',
    ]);
  });
});

it('each message is in one pair, or unpaired', () => {
  const name = fc.constantFrom('a-req', 'a-res', 'b', 'c-request', 'c-response');
  const id = fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined });
  const any = fc.record<ExchangeMessage>({
    path: name,
    index: fc.nat(3),
    direction: fc.constantFrom('request', 'response'),
    id,
    answers: id,
    ordered: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (messages) => {
      const { pairs, unpaired } = pairExchanges(messages);
      const placed = [
        ...pairs.flatMap((pair) => [pair.request, pair.response]),
        ...unpaired.map((each) => each.message),
      ];
      expect(placed.length).toBe(messages.length);
      expect(new Set(placed)).toEqual(new Set(messages));
    }),
  );
});

it('pairs the messages of SOAP: by MessageID, by the order of a dump, by name', async () => {
  const names = [
    'td2.1-alimentation-requete.xml',
    'td2.1-alimentation-reponse.xml',
    'td2.1-refus.http',
    'insi-traits.request.xml',
    'insi-traits.response.xml',
    'vihf.xml',
  ];
  const artifacts = await Promise.all(names.map((name) => soapOf(name)));
  const { pairs, unpaired } = pairExchanges(artifacts.flatMap(soapExchangeMessages));
  // The dump repeats the request of TD2.1: its answer could be to either.
  expect(pairs.map(({ request, by }) => [request.path, request.message.body.type, by])).toEqual([
    ['insi-traits.request.xml', 'insi-request', 'name'],
    ['td2.1-refus.http', 'provide-and-register', 'order'],
  ]);
  expect(unpaired.map(({ message: { path }, why }) => [path, why])).toEqual([
    ['td2.1-alimentation-reponse.xml', 'ambiguous-id'],
    ['td2.1-alimentation-requete.xml', 'no-response'],
  ]);
  const [alone, answer] = artifacts.slice(0, 2).flatMap(soapExchangeMessages);
  expect(pairExchanges([alone, answer].flatMap((each) => each ?? [])).pairs).toMatchObject([{ by: 'id' }]);
});
