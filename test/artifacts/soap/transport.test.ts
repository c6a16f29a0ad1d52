import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { example, messageOf, readAs, soapOf } from './support.js';

const MTOM = example('td2.1-alimentation-requete.xml');
const ENVELOPE = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body/></s:Envelope>';

describe('an MTOM message', () => {
  it('is read without its outer header fields, its document being the one of its entry', async () => {
    const { content, children } = await soapOf('a.xml', MTOM);
    const [message] = content.messages;
    const [document] = message?.documents ?? [];
    expect(children.map(({ path, kind }) => [path, kind])).toEqual([['a.xml!DOCUMENT.XML', 'cda']]);
    expect(document).toMatchObject({ form: 'attached', name: 'DOCUMENT.XML', bytes: children[0]?.bytes });
    expect(document?.entry?.slot('hash')[0]?.value).toBe(document?.sha1);
    expect(document?.entry?.slot('size')[0]?.value).toBe(String(document?.bytes));
    expect(message?.attachments).toMatchObject([{ contentId: 'document@essai', mediaType: 'text/xml' }]);
  });

  it.each([
    '\r\n \t\r\n',
    '\ufeff',
    'MIME-Version: 1.0\nContent-Type: multipart/related;\n type="application/xop+xml"; boundary="uuid:partie-essai"\n\n',
  ])('is read after %j, its lines being those of the file', async (before) => {
    const bytes = Buffer.concat([Buffer.from(before), MTOM]);
    const { document, attachments } = await messageOf('a', bytes);
    const lines = bytes.toString().split('\n');
    const { line = 0 } = document.locate(document.documentElement);
    expect(lines[line - 1]).toMatch(/^<soap:Envelope/);
    expect(lines[(attachments[0]?.line ?? 0) - 1]).toMatch(/^Content-Type: text\/xml/);
  });

  it('decodes its root in the charset that the part declares', async () => {
    const latin = MTOM.toString()
      .replaceAll('’', "'")
      .replace('charset=UTF-8', 'charset=ISO-8859-1')
      .replace('<soap:Body>', '<soap:Body a="é">');
    const { document } = await messageOf('a', Buffer.from(latin, 'latin1'));
    expect(document.documentElement.first('Body')?.attribute('a')).toBe('é');
  });

  it('keeps parts that nothing includes, each with a name of its own', async () => {
    const part = '--uuid:partie-essai\r\nContent-Type: text/plain; name="a!b"\r\n\r\nBonjour\r\n';
    const text = MTOM.toString('latin1').replace('--uuid:partie-essai--', `${part}${part}$&`);
    const { children, content } = await soapOf('a', Buffer.from(text, 'latin1'));
    expect(children.map(({ path }) => path)).toEqual(['a!DOCUMENT.XML', 'a!a%21b', 'a!a%21b#2']);
    expect(content.messages[0]?.attachments.map(({ name }) => name)).toEqual(['DOCUMENT.XML', 'a%21b', 'a%21b#2']);
  });

  it('that lacks a part says where it is asked for', async () => {
    const { artifact, unreadable } = await readAs('a', MTOM.toString('latin1').replace('<document@', '<other@'));
    expect(artifact).toBeUndefined();
    expect(unreadable[0]?.problems).toMatchObject([
      {
        code: 'read/soap',
        args: { reason: 'dangling-cid', cid: 'document%40essai' },
        location: { line: 162, path: expect.stringMatching(/xds:Document\/xop:Include$/) },
      },
    ]);
  });

  it('is a mail when its sender is named', async () => {
    const mail = `From: a@b.fr\nTo: c@d.fr\nContent-Type: multipart/related; type="text/xml"; boundary="uuid:partie-essai"\n\n`;
    expect((await readAs('a', Buffer.concat([Buffer.from(mail), MTOM]))).artifact?.kind).toBe('mail');
  });
});

describe('an envelope saved alone', () => {
  it('keeps what it says, the missing document being listed', async () => {
    const alone =
      example('td3.2-consultation-reponse.mime')
        .toString()
        .split(/\r\n\r\n/)[2]
        ?.split('\r\n--')[0] ?? '';
    const { artifact, unreadable } = await readAs('a.xml', alone);
    expect(artifact).toMatchObject({
      kind: 'soap',
      content: { messages: [{ documents: [{ form: 'absent', name: '2.999.2.1', bytes: undefined }] }] },
    });
    expect(unreadable).toMatchObject([
      { path: 'a.xml!2.999.2.1', problems: [{ code: 'read/soap', args: { reason: 'part-not-saved' } }] },
    ]);
  });

  it('has its documents in base64', async () => {
    const { content, children } = await soapOf('td2.1-base64.xml');
    const [document] = content.messages[0]?.documents ?? [];
    expect(document).toMatchObject({ form: 'inline', id: document?.entry?.entryUuid, bytes: children[0]?.bytes });
    expect(document?.sha1).toBe(document?.entry?.slot('hash')[0]?.value);
  });

  it.each([
    ['unreadable', (text: string) => text.replace(/(<xds:Document[^>]*>)./, '$1*'), ['document-not-base64']],
    ['empty', (text: string) => text.replace(/(<xds:Document[^>]*>)[^<]*/, '$1\n'), []],
  ])('says which of them is %s', async (form, change, reasons) => {
    const { artifact, unreadable } = await readAs('a.xml', change(example('td2.1-base64.xml').toString()));
    expect(artifact).toMatchObject({ content: { messages: [{ documents: [{ form, sha1: undefined }] }] } });
    expect(unreadable.map(({ problems }) => problems[0]?.args.reason)).toEqual(reasons);
  });
});

describe('a dump of HTTP', () => {
  it('has its messages in order, put together again', async () => {
    const { content, children } = await soapOf('td2.1-refus.http');
    expect(content.messages).toMatchObject([
      { http: { direction: 'request', method: 'POST', line: 1 }, body: { type: 'provide-and-register' } },
      {
        http: { direction: 'response', status: 200 },
        version: '1.1',
        body: { type: 'registry-response', errors: [{ code: { value: 'XDSRepositoryMetadataError' } }] },
      },
    ]);
    expect(children.map(({ kind }) => kind)).toEqual(['cda']);
    const lines = example('td2.1-refus.http').toString().split('\n');
    for (const { document, http } of content.messages) {
      expect(lines[(http?.line ?? 0) - 1]).toMatch(/HTTP\/1\.1/);
      if (http?.direction === 'request')
        expect(lines[(document.locate(document.documentElement).line ?? 0) - 1]).toMatch(/^<soap:Envelope/);
    }
  });

  const response = (fields: string, body: string) => `HTTP/1.1 200 OK\n${fields}\n${body}`;
  const counts = async (text: string) => (await soapOf('a', text)).content.messages.length;

  it('is parted at the start lines when lengths no longer hold', async () => {
    const one = response('Content-Type: application/soap+xml\nContent-Length: 9999\n', `${ENVELOPE}\n`);
    expect(await counts(one + one)).toBe(2);
    const put = response('Content-Type: application/soap+xml\nTransfer-Encoding: chunked\n', `${ENVELOPE}\n`);
    expect(await counts(put + put)).toBe(2);
    const short = response('Content-Type: application/soap+xml\nContent-Length: 5\n', ENVELOPE);
    expect(await counts(short)).toBe(1);
    expect(await counts(response('', ENVELOPE))).toBe(1);
    expect(await counts(`HTTP/1.1 100 Continue\n\n${one}`)).toBe(1);
  });

  it('may fold its fields', async () => {
    const text = `POST / HTTP/1.1\nContent-Type: multipart/related;\n\ttype="application/xop+xml";\n boundary="uuid:partie-essai"\n\n${MTOM}`;
    expect((await messageOf('a', Buffer.from(text))).attachments).toHaveLength(1);
  });

  it('contains what is no SOAP beside it, and is not ours without any', async () => {
    const page = response('Content-Type: text/html\n', '<html>Panne</html>\n');
    const xml = response('Content-Type: text/xml\n', '<a/>\n');
    const { content, children } = await soapOf('a', response('Content-Type: text/xml\n', `${ENVELOPE}\n`) + page + xml);
    expect(content.messages).toHaveLength(1);
    expect(children.map(({ path, kind }) => [path, kind])).toEqual([
      ['a!http-5', 'other'],
      ['a!http-9', 'other'],
    ]);
    for (const text of [page, xml, response('', '')]) expect((await readAs('a', text)).artifact?.kind).toBe('har');
  });
});

describe('hostile messages', () => {
  const MESSAGES = [MTOM, example('td2.1-refus.http'), example('td3.2-consultation-reponse.mime'), example('vihf.xml')];

  it('are read or refused, never more, whatever is changed in them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...MESSAGES),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
        fc.option(fc.nat()),
        async (message, changes, cut) => {
          const bytes = Buffer.from(message);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const { unreadable } = await readAs('a.xml', cut === null ? bytes : bytes.subarray(0, cut % bytes.length));
          for (const { problems } of unreadable) expect(problems[0]?.code).not.toBe('read/failed');
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it('cost no more than their length', async () => {
    const blank = `HTTP/1.1 200 OK\n\n${ENVELOPE}\n${'\n'.repeat(1_000_000)}`.repeat(2);
    const { content } = await soapOf('a', blank);
    expect(content.messages).toHaveLength(2);
    const starts = 'HTTP/1.1 200 OK\n'.repeat(10_000);
    expect((await readAs('a', starts)).artifact?.kind).toBe('har');
  });
});
