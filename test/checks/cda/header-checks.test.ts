import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actCodes } from '../../../src/checks/cda/act-codes.js';
import { acts } from '../../../src/checks/cda/acts.js';
import { confidentiality } from '../../../src/checks/cda/confidentiality.js';
import { dmpIdentifier } from '../../../src/checks/cda/dmp-identifier.js';
import { documentSignature } from '../../../src/checks/cda/document-signature.js';
import { encounter } from '../../../src/checks/cda/encounter.js';
import { fileForm } from '../../../src/checks/cda/file-form.js';
import { headerTimes } from '../../../src/checks/cda/header-times.js';
import { orders } from '../../../src/checks/cda/orders.js';
import { pdfCopy } from '../../../src/checks/cda/pdf-copy.js';
import { typeCode } from '../../../src/checks/cda/type-code.js';
import { versions } from '../../../src/checks/cda/versions.js';
import { volet } from '../../../src/checks/cda/volet.js';
import type { Check } from '../../../src/checks/define.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { runOn } from '../../support/run-check.js';

/** Rules found after one edit of the `cda` part. */
async function rulesAfter(check: Check, good: string, bad: string, base: ExampleBase = 'cda-n1'): Promise<string[]> {
  return (await runOn(check, base, [['cda', good, bad]])).findings.map((finding) => finding.rule);
}

const VERSION = '  <versionNumber value="1"/>';
const REPLACED = '<parentDocument>\n      <id root="2.999.2.20260316.1.1"/>';

describe('cda/type-code', () => {
  it('takes a code of the complement of LOINC', async () => {
    const { findings } = await runOn(typeCode, 'cda-n1', [
      ['cda', '<code code="11488-4"', '<code code="CERT_DECL"'],
      ['cda', 'codeSystem="2.16.840.1.113883.6.1" codeSystemName="LOINC"', 'codeSystem="1.2.250.1.213.1.1.4.12"'],
    ]);
    expect(findings).toEqual([]);
  });

  it('names the set and the date of its copy', async () => {
    const { findings } = await runOn(typeCode, 'cda-n1', [['cda', '<code code="11488-4"', '<code code="11488"']]);
    expect(findings).toMatchObject([{ args: { set: 'JDV_J07_XdsTypeCode_CISIS', version: '2026-06-29' } }]);
  });

  it('looks at nothing without a code', async () => {
    expect(await runOn(typeCode, 'cda-n1', [['cda', '<code code="11488-4"', '<code nullFlavor="UNK"']])).toMatchObject({
      evaluated: 0,
      findings: [],
    });
  });
});

describe('cda/confidentiality', () => {
  it.each(['R', 'V'])('takes %s', async (code) => {
    expect(
      await rulesAfter(confidentiality, '<confidentialityCode code="N"', `<confidentialityCode code="${code}"`),
    ).toEqual([]);
  });

  it.each(['M', 'U', 'n', 'MASQUE_PS', 'constructor'])('refuses %s', async (code) => {
    expect(
      await rulesAfter(confidentiality, '<confidentialityCode code="N"', `<confidentialityCode code="${code}"`),
    ).toEqual(['level']);
  });
});

describe('cda/versions', () => {
  it('takes a document that transforms another', async () => {
    expect(await rulesAfter(versions, 'typeCode="RPLC"', 'typeCode="XFRM"', 'cda-replacement')).toEqual([]);
  });

  it('takes a first version that transforms another', async () => {
    const { findings } = await runOn(versions, 'cda-replacement', [
      ['cda', 'typeCode="RPLC"', 'typeCode="XFRM"'],
      ['cda', '  <versionNumber value="2"/>', VERSION],
    ]);
    expect(findings).toEqual([]);
  });

  it('takes a replaced document told by root and extension, of which no more is told', async () => {
    const { findings } = await runOn(versions, 'cda-replacement', [
      ['cda', REPLACED, '<parentDocument>\n      <id root="2.999.2" extension="1"/>'],
      ['cda', '<versionNumber value="1"/>', ''],
    ]);
    expect(findings).toEqual([]);
  });

  it('takes the same root with another extension for another document', async () => {
    const rules = await rulesAfter(
      versions,
      REPLACED,
      '<parentDocument>\n      <id root="2.999.2.20260316.1.2" extension="1"/>',
      'cda-replacement',
    );
    expect(rules).toEqual([]);
  });

  it.each([
    ['<parentDocument nullFlavor="UNK">\n      <id root="2.999.2.20260316.1.1"/>'],
    ['<parentDocument>\n      <id nullFlavor="UNK"/>'],
    ['<parentDocument>\n      <id root="2.999.1"/><id root="2.999.2"/>'],
  ])('wants the replaced document identified: %s', async (bad) => {
    expect(await rulesAfter(versions, REPLACED, bad, 'cda-replacement')).toEqual(['parent']);
  });
});

describe('cda/header-times', () => {
  it.each(['20260316103000.123+0100', '20260316103000-0930', '20260316093000+0000'])(
    'takes %s for an author',
    async (value) => {
      const rules = await rulesAfter(
        headerTimes,
        '<author>\n    <time value="20260316103000+0100"/>',
        `<author>\n    <time value="${value}"/>`,
      );
      expect(rules).toEqual([]);
    },
  );

  it.each([
    ['20260316103000+100', 'form'],
    ['20260230103000+0100', 'form'],
    ['202603161030+0100', 'precision'],
    ['20260316103000', 'precision'],
    ['2026', 'precision'],
  ])('says of %s for an author: %s', async (value, rule) => {
    const rules = await rulesAfter(
      headerTimes,
      '<author>\n    <time value="20260316103000+0100"/>',
      `<author>\n    <time value="${value}"/>`,
    );
    expect(rules).toEqual([rule]);
  });

  const STAY = '<high value="20260316092000+0100"/>\n      </effectiveTime>\n      <responsibleParty>';
  it.each([
    ['20260316', []],
    ['202603160920+0100', []],
    ['2026031609+0100', ['offset']],
    ['20260316092000', ['offset']],
  ])('says of the end of a stay %s: %j', async (value, rules) => {
    const bad = STAY.replace('20260316092000+0100', value);
    expect(await rulesAfter(headerTimes, STAY, bad)).toEqual(rules);
  });

  it('takes a time that is not known', async () => {
    const bad = STAY.replace('value="20260316092000+0100"', 'nullFlavor="UNK"');
    expect(await rulesAfter(headerTimes, STAY, bad)).toEqual([]);
  });
});

describe('cda/acts', () => {
  const END = '  </documentationOf>';

  it('takes a second act without time, performer nor code', async () => {
    const bad = `${END}\n  <documentationOf>\n    <serviceEvent><code nullFlavor="UNK"/></serviceEvent>\n  </documentationOf>`;
    expect(await rulesAfter(acts, END, bad)).toEqual([]);
  });

  it('wants one performer of the main act', async () => {
    const bad = '<performer typeCode="PRF" nullFlavor="UNK"/>\n      <performer typeCode="PRF">';
    expect(await rulesAfter(acts, '<performer typeCode="PRF">', bad)).toEqual(['main-performer']);
  });

  it('takes a patient who acts', async () => {
    const { findings } = await runOn(acts, 'cda-n1', [
      ['cda', 'code="AMBULATOIRE" displayName="Ambulatoire"', 'code="EXP_PATIENT" displayName="Patient"'],
      ['cda', 'codeSystem="1.2.250.1.213.1.1.4.9"', 'codeSystem="1.2.250.1.213.1.1.4.6"'],
    ]);
    expect(findings).toEqual([]);
  });
});

describe('cda/act-codes', () => {
  it('is not about a consultation', async () => {
    expect(await runOn(actCodes, 'cda-n1')).toMatchObject({ applies: false, evaluated: 0 });
  });

  it('is not about another volet with the type of imaging', async () => {
    expect(await runOn(actCodes, 'cda-n3', [['cda', '<code code="11502-2"', '<code code="18748-4"']])).toMatchObject({
      applies: false,
    });
  });

  it('takes a study whose UID stands beside another identifier', async () => {
    const id = '<id root="2.999.7.20260316"/>';
    expect(await rulesAfter(actCodes, id, `<id root="2.999.5" extension="A1"/>\n      ${id}`, 'cda-imaging')).toEqual(
      [],
    );
  });

  it.each([
    [`2.${'9'.repeat(62)}`, []],
    [`2.${'9'.repeat(63)}`, ['study-uid']],
  ])('judges a study UID by its length', async (uid, rules) => {
    const found = await rulesAfter(actCodes, '<id root="2.999.7.20260316"/>', `<id root="${uid}"/>`, 'cda-imaging');
    expect(found).toEqual(rules);
  });

  it('wants the act that a request is about', async () => {
    expect(await rulesAfter(actCodes, '<code code="11488-4"', '<code code="55115-0"')).toEqual(['act']);
  });

  it('takes a child’s examination that says which', async () => {
    const { findings } = await runOn(actCodes, 'cda-n1', [
      ['cda', '<code code="11488-4"', '<code code="59283-2"'],
      [
        'cda',
        'extension="A20260316"/>',
        'extension="A20260316"/>\n      <code code="11429006" codeSystem="2.16.840.1.113883.6.96"><translation code="MED-1227" codeSystem="1.2.250.1.213.1.1.4.322"/></code>',
      ],
    ]);
    expect(findings).toEqual([]);
  });
});

describe('cda/encounter', () => {
  it('takes an encounter of which little is known', async () => {
    const { findings } = await runOn(encounter, 'cda-n1', [
      [
        'cda',
        '      <effectiveTime>\n        <low value="20260316090000+0100"/>\n        <high value="20260316092000+0100"/>\n      </effectiveTime>\n      <responsibleParty>',
        '      <effectiveTime nullFlavor="UNK"/>\n      <responsibleParty>',
      ],
      ['cda', '<code code="AMB"', '<code nullFlavor="UNK"'],
    ]);
    expect(findings).toEqual([]);
  });

  it('wants one place', async () => {
    const place = '      <location>\n        <healthCareFacility>';
    const rules = await rulesAfter(encounter, place, `      <location/>\n${place}`);
    expect(rules).toEqual(['facility']);
  });
});

describe('cda/orders', () => {
  it('is not about a document that answers no order', async () => {
    expect(await runOn(orders, 'cda-n1')).toMatchObject({ applies: false, evaluated: 0 });
  });

  it('wants no accession number of a laboratory', async () => {
    expect(await runOn(orders, 'cda-n3')).toMatchObject({ evaluated: 1, findings: [] });
  });

  it('takes an order whose number is not known', async () => {
    const rules = await rulesAfter(
      orders,
      '<order>\n      <id root="2.999.6" extension="P20260316"/>',
      '<order>\n      <id nullFlavor="UNK"/>',
      'cda-n3',
    );
    expect(rules).toEqual([]);
  });
});

describe('cda/file-form', () => {
  it.each(['<?xml version="1.0"?>', "<?xml version='1.0' encoding='utf-8'?>", ''])('takes %s', async (prologue) => {
    const rules = await rulesAfter(fileForm, '<?xml version="1.0" encoding="UTF-8"?>\n', prologue);
    expect(rules).toEqual([]);
  });

  it('takes a style sheet that stands in the document', async () => {
    expect(await runOn(fileForm, 'cda-self-displaying')).toMatchObject({ findings: [] });
  });

  it('counts characters, whatever their length in bytes', async () => {
    const title = '<title>Compte rendu de consultation</title>';
    expect(await rulesAfter(fileForm, title, `<title>${'é'.repeat(126)}𝄞𝄞</title>`)).toEqual([]);
    expect(await rulesAfter(fileForm, title, `<title>${'é'.repeat(127)}𝄞𝄞</title>`)).toEqual(['title-length']);
  });
});

describe('cda/dmp-identifier', () => {
  it('is not about a document that nothing sends to the DMP', async () => {
    expect(await runOn(dmpIdentifier, 'cda-n1')).toMatchObject({ applies: false });
  });

  it('judges the document of a publication, once', async () => {
    const edit = [
      'cda',
      '  <id root="2.999.2.20260316.1.1"/>',
      '  <id root="2.999.2.20260316.1" extension="1"/>',
    ] as const;
    const { findings } = await runOn(dmpIdentifier, 'soap-publish', [edit]);
    expect(findings.map(({ rule }) => rule)).toEqual(['extension']);
  });

  it('takes any OID of 64 characters at most', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), async (arcs) => {
        const rules = await rulesAfter(
          dmpIdentifier,
          '<id root="2.999.2.20260316.1.1"/>',
          `<id root="2.999.${arcs.join('.')}"/>`,
          'cda-for-dmp',
        );
        expect(rules).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});

describe('cda/volet', () => {
  it('is not about level 1', async () => {
    expect(await runOn(volet, 'cda-n1')).toMatchObject({ applies: false });
  });

  it('does not know what a newer version wants', async () => {
    const { findings } = await runOn(volet, 'cda-n3', [
      [
        'cda',
        '<templateId root="1.2.250.1.213.1.1.1.55" extension="2024.01"/>',
        '<templateId root="1.2.250.1.213.1.1.1.55" extension="2027.01"/>',
      ],
      ['cda', '<code code="11502-2"', '<code code="11488-4"'],
    ]);
    expect(findings).toEqual([]);
  });

  it('says the type that the volet fixes', async () => {
    const { findings } = await runOn(volet, 'cda-n3', [['cda', '<code code="11502-2"', '<code code="11488-4"']]);
    expect(findings).toMatchObject([
      { rule: 'type', args: { name: 'BIO-CR-BIO', types: '11502-2' }, actual: '11488-4' },
    ]);
  });
});

describe('cda/pdf-copy', () => {
  it('is not about a document without copy', async () => {
    const template = '<templateId root="1.2.250.1.213.1.1.2.243"/>';
    expect(await runOn(pdfCopy, 'cda-n3', [['cda', template, '']])).toMatchObject({ applies: false });
  });

  it('refuses a copy that is no PDF', async () => {
    expect(await rulesAfter(pdfCopy, '{pdf}', 'QUJD', 'cda-n3')).toEqual(['pdf']);
  });
});

describe('cda/document-signature', () => {
  it('is not about a document that nobody signed', async () => {
    expect(await runOn(documentSignature, 'cda-n1')).toMatchObject({ applies: false });
  });

  it.each(['cda-signed', 'cda-self-displaying'] as const)('judges %s', async (base) => {
    expect(await runOn(documentSignature, base)).toMatchObject({ evaluated: 1, findings: [] });
  });

  it('takes a reference to the document itself, and another version of XAdES', async () => {
    const { findings } = await runOn(documentSignature, 'cda-signed', [
      ['cda', '<ClinicalDocument ', '<ClinicalDocument ID="clinical" '],
      ['cda', 'URI="#document"', 'URI="#clinical"'],
      ['cda', 'http://uri.etsi.org/01903/v1.3.2#', 'http://uri.etsi.org/01903/v1.2.2#'],
    ]);
    expect(findings).toEqual([]);
  });

  it('wants a self-displaying document signed as a whole', async () => {
    const rules = await rulesAfter(documentSignature, 'URI=""', 'URI="#content"', 'cda-self-displaying');
    expect(rules).toEqual(['document-reference']);
  });
});
