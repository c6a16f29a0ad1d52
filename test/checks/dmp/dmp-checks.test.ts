import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/checks/define.js';
import { historicalDate } from '../../../src/checks/dmp/historical-date.js';
import { historicalMetadata } from '../../../src/checks/dmp/historical-metadata.js';
import { xdmDocuments } from '../../../src/checks/dmp/xdm-documents.js';
import { xdmLayout } from '../../../src/checks/dmp/xdm-layout.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { runOn } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

async function rulesAfter(check: Check, base: ExampleBase, ...edits: Edit[]): Promise<string[]> {
  return (await runOn(check, base, edits)).findings.map((finding) => finding.rule);
}

describe('dmp/xdm-layout', () => {
  it('does not judge the case of names', async () => {
    expect(await rulesAfter(xdmLayout, 'xdm', ['archive', 'INDEX.HTM', 'index.htm'])).toEqual([]);
  });

  it('judges an archive inside a mail', async () => {
    const { evaluated, findings } = await runOn(xdmLayout, 'mail');
    expect({ evaluated, findings }).toEqual({ evaluated: 4, findings: [] });
  });

  it('wants an association for each of two documents', async () => {
    const { findings } = await runOn(xdmLayout, 'mail-two-documents');
    expect(findings).toEqual([]);
  });
});

describe('dmp/xdm-documents', () => {
  it('points inside METADATA.XML', async () => {
    const { findings } = await runOn(xdmDocuments, 'xdm', [['metadata', '{size}', '12']]);
    expect(findings).toMatchObject([
      {
        rule: 'size',
        actual: '12',
        at: { artifact: 'IHE_XDM.ZIP!IHE_XDM/SUBSET01/METADATA.XML', path: expect.stringContaining('Slot') },
      },
    ]);
  });

  it('compares hashes without case, and resolves names without case', async () => {
    expect(await rulesAfter(xdmDocuments, 'xdm', ['metadata', '>DOC0001.XML<', '>doc0001.xml<'])).toEqual([]);
  });

  it('finds a document that was left out', async () => {
    const line = 'IHE_XDM/SUBSET01/DOC0001.XML cda';
    expect(await rulesAfter(xdmDocuments, 'xdm', ['archive', line, ''])).toEqual(['uri']);
  });

  it('survives an URI that is not well escaped', async () => {
    expect(await rulesAfter(xdmDocuments, 'xdm', ['metadata', '>DOC0001.XML<', '>DOC%1.XML<'])).toEqual([
      'uri',
      'unlisted',
    ]);
  });
});

describe('dmp/historical-date', () => {
  it('is about documents of the past only', async () => {
    expect(await runOn(historicalDate, 'cda-n1')).toMatchObject({ applies: false, evaluated: 0 });
  });

  it('looks at the first act only', async () => {
    const second = '<documentationOf><serviceEvent><effectiveTime nullFlavor="UNK"/></serviceEvent></documentationOf>';
    expect(
      await rulesAfter(historicalDate, 'cda-historical', ['cda', '</documentationOf>', `</documentationOf>${second}`]),
    ).toEqual([]);
  });

  it('leaves an unreadable creation time to the check of the header', async () => {
    const edit = ['cda', '<effectiveTime value="20260316103000+0100"/>', ''] as const;
    expect(await rulesAfter(historicalDate, 'cda-historical', edit)).toEqual([]);
  });
});

describe('dmp/historical-metadata', () => {
  const stop =
    '<rim:Slot name="serviceStopTime"><rim:ValueList><rim:Value>20190612072000</rim:Value></rim:ValueList></rim:Slot>';

  it('is about archives of the past only', async () => {
    expect(await runOn(historicalMetadata, 'xdm')).toMatchObject({ applies: false, evaluated: 0 });
  });

  it('does not want a stop time', async () => {
    expect(await rulesAfter(historicalMetadata, 'xdm-historical', ['metadata', stop, ''])).toEqual([]);
  });

  it('finds the document by its URI when its identifier differs', async () => {
    const edits: Edit[] = [
      ['metadata', 'value="2.999.2.20190612.1.1"', 'value="2.999.9"'],
      ['metadata', '20190612070000', '20190611070000'],
    ];
    expect(await rulesAfter(historicalMetadata, 'xdm-historical', ...edits)).toEqual(['service-start']);
  });

  it('compares at the precision of the less precise', async () => {
    expect(
      await rulesAfter(historicalMetadata, 'xdm-historical', ['metadata', '20190612070000', '201906120700']),
    ).toEqual([]);
    expect(await rulesAfter(historicalMetadata, 'xdm-historical', ['metadata', '20190612070000', '20190612'])).toEqual(
      [],
    );
  });
});
