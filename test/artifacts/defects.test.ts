import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/artifacts/http/har.js';
import { parseJson } from '../../src/artifacts/json/document.js';
import { read } from '../../src/artifacts/read.js';
import { parseXmlText } from '../../src/artifacts/xml/parse.js';
import { type XmlElement, XmlInstruction, XmlText } from '../../src/artifacts/xml/tree.js';
import { evaluateFhirPath } from '../../src/engine/languages/fhirpath.js';

/** Faults that were found once, each with the input that showed it. */
describe('reading', () => {
  it('takes a file that starts with hundreds of comments in its stride', async () => {
    const { artifact, unreadable } = await read({
      path: 'a.xml',
      bytes: Buffer.from(`${'<!---->'.repeat(580)}<a/>`),
      declared: {},
    });
    expect(unreadable).toEqual([]);
    expect(artifact?.kind).toBe('other');
  });

  it('reads a mail that quotes %PDF- as a mail', async () => {
    const mail = 'From: a@b.c\nTo: d@e.f\nSubject: %PDF-1.4\n\n%PDF-1.4\n';
    const { artifact } = await read({ path: 'a.eml', bytes: Buffer.from(mail), declared: {} });
    expect(artifact?.kind).toBe('mail');
  });

  it('gives every attachment a path of its own', async () => {
    const part = (name: string) =>
      `--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="${name}"\n\nx\n`;
    const mail = `From: a\nTo: b\nContent-Type: multipart/mixed; boundary=b\n\n${['a', 'a', 'a#2'].map(part).join('')}--b--\n`;
    const { artifact } = await read({ path: 'm.eml', bytes: Buffer.from(mail), declared: {} });
    expect(artifact?.children.map((child) => child.path)).toEqual(['m.eml!a', 'm.eml!a#2', 'm.eml!a#2#2']);
    expect(artifact?.children.every((child) => child.containers.join() === 'm.eml')).toBe(true);
  });

  it('names the first wrong byte of a text', async () => {
    const bytes = Buffer.concat([Buffer.from('<a>é'), Buffer.from([0xe9]), Buffer.from('</a>')]);
    const { unreadable } = await read({ path: 'a.xml', bytes, declared: {} });
    expect(unreadable[0]?.problems[0]).toMatchObject({ code: 'read/encoding', args: { offset: 5 } });
  });
});

describe('positions', () => {
  const first = (text: string) => (parseXmlText(text).documentElement.childNodes[0] as XmlText).start;

  it('of a text are where it starts, entities and CDATA included', () => {
    expect(first('<a>x &amp; y</a>')).toBe(3);
    expect(first('<a><![CDATA[x]]>y</a>')).toBe(3);
    const after = parseXmlText('<a><b/>tail &lt;</a>').documentElement.childNodes[1];
    expect(after instanceof XmlText && after.start).toBe(7);
  });

  it('of an instruction are those of its opening', () => {
    const text = '<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?><a/>';
    const [instruction] = parseXmlText(text).childNodes as (XmlElement | XmlInstruction)[];
    expect(instruction instanceof XmlInstruction && instruction.start).toBe(text.indexOf('<?xml-stylesheet'));
  });

  it('of a document type are not those of a comment that quotes one', () => {
    expect(() => parseXmlText('<!-- <!DOCTYPE x> -->\n<!DOCTYPE a><a/>')).toThrow(
      expect.objectContaining({ code: 'read/xml-doctype', location: { line: 2, column: 1 } }),
    );
  });
});

describe('FHIRPath', () => {
  const patient = parseJson('{"resourceType":"Patient","name":[{"family":"A","given":["B","C"]},{"family":""}]}');

  it('works on objects, and points at the one that fails', () => {
    const outcome = evaluateFhirPath(patient, 'name', 'family.length() > 0');
    expect(outcome.evaluated).toBe(2);
    expect(outcome.failures.map((failure) => failure.path)).toEqual(['$.name[1]']);
    expect(evaluateFhirPath(patient, 'name.first()', 'given.count() = 2').failures).toEqual([]);
  });
});

describe('a HAR', () => {
  it('keeps the order of the capture when some exchanges have no time', () => {
    const entry = (url: string, time?: string) => ({
      request: { url, method: 'GET' },
      response: {},
      ...(time && { startedDateTime: time }),
    });
    const log = {
      log: {
        entries: [
          entry('https://a', '2026-01-01T00:00:03Z'),
          entry('https://b'),
          entry('https://c', '2026-01-01T00:00:01Z'),
        ],
      },
    };
    const har = readHar(parseJson(JSON.stringify(log)));
    expect(har.exchanges.map((each) => each.url.host)).toEqual(['a', 'b', 'c']);
  });
});
