import { describe, expect, it } from 'vitest';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { documentAndEntry } from '../../../src/checks/dmp/document-and-entry.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { richArchive } from '../../support/rich-archive.js';
import { artifactsOf, type Ran, runCheck, runOn } from '../../support/run-check.js';

type Edit = readonly [part: 'cda' | 'metadata', from: string | RegExp, to: string];

/** What the check finds in the archive that fills every attribute, after edits of all that they match. */
async function runRich(...edits: readonly Edit[]): Promise<Ran> {
  const made = richArchive();
  const parts = { ...made.parts };
  for (const [part, from, to] of edits) {
    const text = parts[part] ?? '';
    const edited = text.replaceAll(
      from instanceof RegExp ? new RegExp(from.source, `${from.flags.replace('g', '')}g`) : from,
      to,
    );
    if (edited === text) throw new RangeError(`${from} changes nothing`);
    parts[part] = edited;
  }
  return runCheck(documentAndEntry, await artifactsOf({ ...made, parts }, {}), NOTHING_DECLARED);
}

const told = ({ findings }: Ran): string[] => findings.map(({ rule, args }) => `${rule} ${args?.attribute}`);

describe('dmp/document-and-entry', () => {
  it('compares every attribute of a document that fills them all', async () => {
    const { evaluated, findings, applies } = await runRich();
    expect({ findings, applies }).toEqual({ findings: [], applies: true });
    // Thirteen values, two codes of acts, four attributes of each of two authors, the patient, an order.
    expect(evaluated).toBeGreaterThanOrEqual(24);
  });

  it('names both places of what differs', async () => {
    const { findings } = await runRich(['metadata', 'nodeRepresentation="11502-2"', 'nodeRepresentation="11488-4"']);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'code',
      at: { artifact: 'IHE_XDM.ZIP!IHE_XDM/SUBSET01/METADATA.XML' },
      args: {
        attribute: 'typeCode',
        document: '11502-2',
        artifact: 'IHE_XDM.ZIP!IHE_XDM/SUBSET01/DOC0001.XML',
        line: 9,
        path: '/ClinicalDocument/code',
        where: 'IHE_XDM.ZIP!IHE_XDM/SUBSET01/DOC0001.XML:9 /ClinicalDocument/code',
      },
      actual: '11488-4',
    });
  });

  it('is not about messages that send no document', async () => {
    const { applies, evaluated } = await runOn(documentAndEntry, 'dmp-queries' satisfies ExampleBase);
    expect({ applies, evaluated }).toEqual({ applies: false, evaluated: 0 });
  });

  it('compares hash and size in a message, the hash without its case', async () => {
    const good = await runOn(documentAndEntry, 'soap-publish');
    expect(told(good)).toEqual([]);
    const size = await runOn(documentAndEntry, 'soap-publish', [['metadata', '{size}', '12']]);
    expect(told(size)).toEqual(['file size']);
    expect(good.evaluated - (await runOn(documentAndEntry, 'xdm')).evaluated).toBe(2);
  });

  it('leaves the act of a document of the past to dmp/historical-metadata', async () => {
    const later = [
      ['metadata', '<rim:Value>20190612070000</rim:Value>', '<rim:Value>20190612080000</rim:Value>'],
    ] as const;
    expect(told(await runOn(documentAndEntry, 'xdm-historical', later))).toEqual([]);
    expect(told(await runOn(documentAndEntry, 'xdm-historical', later, { declared: {} }))).toEqual([
      'time serviceStartTime',
    ]);
  });

  it.each([
    ['application/xslt+xml', true, []],
    ['text/xml', true, []],
    ['application/xslt+xml', false, ['mime-type mimeType']],
  ] as const)('takes %s for a document that shows itself: %s', async (type, isShown, expected) => {
    const wrap: Edit[] = [
      [
        'cda',
        /<ClinicalDocument /,
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><data xmlns="urn:x">\n<ClinicalDocument ',
      ],
      ['cda', '</ClinicalDocument>', '</ClinicalDocument></data></xsl:stylesheet>'],
    ];
    const mime: Edit[] = type === 'text/xml' ? [] : [['metadata', 'mimeType="text/xml"', `mimeType="${type}"`]];
    expect(told(await runRich(...(isShown ? wrap : []), ...mime))).toEqual(expected);
  });

  it.each([
    [
      'an extension',
      '2.999.2.20260316.1.1^7',
      ['cda', '<id root="2.999.2.20260316.1.1"/>', '<id root="2.999.2.20260316.1.1" extension="7"/>'],
      [],
    ],
    [
      'the root alone',
      '2.999.2.20260316.1.1',
      ['cda', '<id root="2.999.2.20260316.1.1"/>', '<id root="2.999.2.20260316.1.1" extension="7"/>'],
      ['unique-id uniqueId'],
    ],
    ['the OID as a URN', 'urn:oid:2.999.2.20260316.1.1', undefined, []],
  ] as const)('takes %s for the identifier of the document as it should', async (_, id, edit, expected) => {
    const metadata: Edit[] = id === '2.999.2.20260316.1.1' ? [] : [['metadata', '"2.999.2.20260316.1.1"', `"${id}"`]];
    expect(told(await runRich(...metadata, ...(edit ? [edit] : [])))).toEqual(expected);
  });

  it('compares a system that is an author by what it is called and by its model', async () => {
    const device: Edit = [
      'cda',
      /<assignedPerson>\s*<name>\s*<prefix>MME<\/prefix>\s*<given>Inès<\/given>[\s\S]*?<\/assignedPerson>/,
      '<assignedAuthoringDevice><manufacturerModelName>Modèle 3</manufacturerModelName><softwareName>Serveur</softwareName></assignedAuthoringDevice>',
    ];
    const name = (model: string): Edit => ['metadata', /DUBOIS\^Inès\^/, `Serveur^${model}^`];
    expect(
      told(
        await runRich(
          ['cda', '<prefix>M</prefix>\n          <given>Inès', '<prefix>MME</prefix>\n          <given>Inès'],
          device,
          name('MODELE 3'),
        ),
      ),
    ).toEqual([]);
    expect(
      told(
        await runRich(
          ['cda', '<prefix>M</prefix>\n          <given>Inès', '<prefix>MME</prefix>\n          <given>Inès'],
          device,
          name('Modèle 4'),
        ),
      ),
    ).toEqual(['person authorPerson']);
  });

  it.each(['authorInstitution', 'authorRole', 'authorSpecialty', 'serviceStopTime'])(
    'wants %s, which the document tells',
    async (attribute) => {
      const slot = new RegExp(`(<rim:ExtrinsicObject[\\s\\S]*?)<rim:Slot name="${attribute}">.*`);
      expect(told(await runRich(['metadata', slot, '$1']))).toEqual([`missing ${attribute}`]);
    },
  );

  it('asks nothing of what the document does not tell', async () => {
    const without: Edit[] = [
      ['cda', /<functionCode [^>]*>/, ''],
      ['cda', /<representedOrganization>[\s\S]*?<\/representedOrganization>(?=\s*<\/assignedAuthor>)/, ''],
      ['cda', /(<assignedAuthor>\s*<id[^>]*>\s*)<code [^>]*>/, '$1'],
      ['cda', /<inFulfillmentOf>[\s\S]*<\/inFulfillmentOf>/, ''],
    ];
    expect(told(await runRich(...without))).toEqual([]);
  });

  it('pairs authors by their identifiers, and counts them', async () => {
    const author = / {6}<rim:Classification [^>]*93606bcf[\s\S]*?<\/rim:Classification>\n/;
    expect(told(await runRich(['metadata', author, '']))).toEqual([]);
    const one: Edit = [
      'metadata',
      /( {6}<rim:Classification [^>]*93606bcf(?:(?!<\/rim:Class)[\s\S])*DUBOIS[\s\S]*?<\/rim:Classification>\n)/,
      '',
    ];
    expect(told(await runRich(one))).toEqual(['author-count author']);
  });

  it('counts the codes of acts: as often in the entry as in the document', async () => {
    const again: Edit = [
      'cda',
      /<translation code="18725-2"([^>]*)\/>/,
      '<translation code="18725-2"$1/><translation code="18725-2"$1/>',
    ];
    expect(told(await runRich(again))).toEqual(['event-code-missing eventCodeList']);
    const act: Edit = ['cda', /<translation [^>]*>/, ''];
    expect(told(await runRich(act))).toEqual(['event-code eventCodeList']);
  });

  it('compares the local identifier of a patient without INS, when the submission has it too', async () => {
    const other = [
      [
        'metadata',
        'value="10004^^^&amp;2.999.1.1&amp;ISO^PI">\n        <rim:Name><rim:LocalizedString value="XDSDocumentEntry',
        'value="10005^^^&amp;2.999.1.1&amp;ISO^PI">\n        <rim:Name><rim:LocalizedString value="XDSDocumentEntry',
      ],
      [
        'metadata',
        'value="10004^^^&amp;2.999.1.1&amp;ISO^PI">\n        <rim:Name><rim:LocalizedString value="XDSSubmission',
        'value="10005^^^&amp;2.999.1.1&amp;ISO^PI">\n        <rim:Name><rim:LocalizedString value="XDSSubmission',
      ],
    ] as const;
    expect(told(await runOn(documentAndEntry, 'xdm-unqualified', other))).toEqual(['patient-id patientId']);
    expect(told(await runOn(documentAndEntry, 'xdm-unqualified', other.slice(0, 1)))).toEqual([]);
  });

  it('compares a document with the first entry that has it', async () => {
    const { base, parts } = richArchive();
    const [entry = ''] = /<rim:ExtrinsicObject[\s\S]*<\/rim:ExtrinsicObject>/.exec(parts.metadata ?? '') ?? [];
    const metadata = (parts.metadata ?? '').replace(entry, `${entry}${entry.replace('fr-FR', 'en-US')}`);
    const ran = runCheck(
      documentAndEntry,
      await artifactsOf({ base, parts: { ...parts, metadata } }, {}),
      NOTHING_DECLARED,
    );
    expect(told(ran)).toEqual([]);
  });

  it('takes the format of the file for N1, and that of the volet for N3', async () => {
    const format = ['metadata', 'urn:ihe:iti:xds-sd:pdf:2008', 'urn:ihe:iti:xds-sd:text:2008'] as const;
    expect(told(await runRich(format))).toEqual(['format-code formatCode']);
    expect(told(await runRich(format, ['cda', 'mediaType="application/pdf"', 'mediaType="text/plain"']))).toEqual([]);
    const volet = [
      'metadata',
      'nodeRepresentation="urn:ihe:lab:xd-lab:2008"',
      'nodeRepresentation="urn:asip:ci-sis:vsm:2012"',
    ] as const;
    expect(told(await runOn(documentAndEntry, 'xdm-two-levels', [volet]))).toEqual(['format-code formatCode']);
    const unknown = [
      'metadata',
      'nodeRepresentation="urn:ihe:lab:xd-lab:2008"',
      'nodeRepresentation="urn:new:2030"',
    ] as const;
    expect(told(await runOn(documentAndEntry, 'xdm-two-levels', [unknown]))).toEqual([]);
  });
});
