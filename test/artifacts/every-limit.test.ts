import { describe, expect, it } from 'vitest';
import { artifactFiles } from '../../fixtures/make/artifacts/artifact-files.js';
import { pdfOfText } from '../../fixtures/make/text-pdf.js';
import type { Declaration } from '../../src/artifacts/artifact.js';
import { LIMITS, type LimitName } from '../../src/artifacts/limits.js';
import { read } from '../../src/artifacts/read.js';
import { findDatamatrices } from '../../src/extract/find-datamatrices.js';
import { pdfText } from '../../src/extract/pdf-text.js';
import { zipOf } from '../support/zip.js';

const FILES = new Map(artifactFiles().map(({ path, bytes }) => [path, bytes]));
const example = (path: string): Uint8Array => FILES.get(path) ?? expect.fail(`no example ${path}`);
const XML = '<a b="1" c="2"><d>text</d></a>';
const CSV = 'Date;Action\n2026-11-20T10:00:00Z;envoi\n2026-11-20T10:00:01Z;envoi\n';

/** Two megabytes that compress a few times. */
const COUNTING = Array.from({ length: 300_000 }, (_, index) => `${index} `).join('');

/** Pages enough for the thread not to have done with them in a millisecond. */
const LONG = pdfOfText(Array.from({ length: 10_000 }, (_, index) => `Ligne ${index}`));

interface Case {
  readonly bytes: string | Uint8Array;
  /** The lowered limit. */
  readonly value: number;
  readonly declared?: Declaration;
  readonly pdfText?: boolean;
}

/** Not of what is read from bytes: `mediaBytes` is of files of the disk (`test/dossier`), the others of the threads of `check` (`test/cli/jobs.test.ts`). */
const ELSEWHERE = ['mediaBytes', 'documentMilliseconds', 'documentBytes'] as const;

/** An innocent file that each limit refuses once it is low enough. */
const CASES: Record<Exclude<LimitName, (typeof ELSEWHERE)[number]>, Case> = {
  fileBytes: { bytes: XML, value: 10 },
  nesting: { bytes: example('mail/forwarded.eml'), value: 1 },
  contained: { bytes: example('fhir/bundle.json'), value: 1 },
  containedValues: { bytes: example('xdm/streamed.zip'), value: 10 },
  xmlDepth: { bytes: XML, value: 1 },
  xmlNodes: { bytes: XML, value: 2 },
  xmlNodesPerKilobyte: { bytes: `<a>${`<b>${'texte '.repeat(20)}</b>`.repeat(40_000)}</a>`, value: 10 },
  xmlAttributes: { bytes: XML, value: 1 },
  xmlName: { bytes: '<ab/>', value: 1 },
  xmlText: { bytes: XML, value: 3 },
  jsonDepth: { bytes: '{"a": {"b": 1}}', value: 1 },
  jsonValues: { bytes: '{"a": [1, 2, 3]}', value: 3 },
  zipEntries: { bytes: example('xdm/streamed.zip'), value: 1 },
  zipEntryBytes: { bytes: example('xdm/streamed.zip'), value: 1000 },
  zipTotalBytes: { bytes: example('xdm/streamed.zip'), value: 1000 },
  zipRatio: { bytes: zipOf([{ name: 'IHE_XDM/a', data: COUNTING }]), value: 0 },
  mailParts: { bytes: example('mail/forwarded.eml'), value: 1 },
  mailDepth: { bytes: example('mail/signed.eml'), value: 0 },
  mailHeaderBytes: { bytes: example('mail/signed.eml'), value: 100 },
  mailFields: { bytes: example('mail/signed.eml'), value: 3 },
  mailMessages: { bytes: example('mailbox/three-mails.mbox'), value: 2 },
  hl7Messages: { bytes: example('hl7v2/batch.txt'), value: 1 },
  hl7Segments: { bytes: example('hl7v2/adt.hl7'), value: 2 },
  hl7Values: { bytes: example('hl7v2/adt.hl7'), value: 5 },
  httpMessages: { bytes: example('har/raw.txt'), value: 1 },
  logLines: { bytes: CSV, value: 1 },
  logLineCharacters: { bytes: example('log/smtp-letters.log'), value: 10 },
  logFields: { bytes: CSV, value: 1, declared: { delimiter: ';' } },
  pdfPages: { bytes: example('pdf/pdfa-1b.pdf'), value: 0, pdfText: true },
  pdfValues: { bytes: example('pdf/pdfa-1b.pdf'), value: 5 },
  pdfInflatedBytes: { bytes: example('pdf/object-streams.pdf'), value: 10 },
  mediaBoxes: { bytes: example('video/screen.mp4'), value: 2 },
  imageSide: { bytes: example('image/screen.png'), value: 1 },
  imagePixels: { bytes: example('datamatrix/ins.png'), value: 1, declared: { datamatrix: true } },
  readMilliseconds: { bytes: LONG, value: 0, pdfText: true },
  readerBytes: { bytes: example('pdf/pdfa-1b.pdf'), value: 1_000_000, pdfText: true },
};

const readWith = ({ bytes, declared = {}, pdfText: wanted = false }: Case, limits: typeof LIMITS) =>
  read({ path: 'a', bytes: Buffer.from(bytes as string), declared }, limits, {
    pdfText: wanted,
    extractors: { pdfText, findDatamatrices },
  });

describe('every limit', () => {
  it.each(Object.entries(CASES))('can be changed, and tells its figure: %s', async (name, given) => {
    const refused = await readWith(given, { ...LIMITS, [name]: given.value });
    const problems = [...refused.unreadable.flatMap((each) => each.problems), ...(refused.artifact?.reserves ?? [])];
    const [problem] = problems.filter(({ args }) => args.limit === name);
    expect(problem?.args, JSON.stringify(problems)).toMatchObject({ limit: name, maximum: given.value });
    expect(Number(problem?.args.actual)).toBeGreaterThanOrEqual(given.value);
    const { unreadable, artifact } = await readWith(given, LIMITS);
    expect([unreadable, artifact?.reserves ?? []]).toEqual([[], []]);
  });

  it('has its case', () => {
    expect([...Object.keys(CASES), ...ELSEWHERE].sort()).toEqual(Object.keys(LIMITS).sort());
  });
});
