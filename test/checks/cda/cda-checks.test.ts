import { describe, expect, it } from 'vitest';
import { annex3Coverage } from '../../../src/checks/cda/annex-3-coverage.js';
import { annex3Type } from '../../../src/checks/cda/annex-3-type.js';
import { bodyN1 } from '../../../src/checks/cda/body-n1.js';
import { bodyN3 } from '../../../src/checks/cda/body-n3.js';
import { documentIdentity } from '../../../src/checks/cda/document-identity.js';
import { minimalStructure } from '../../../src/checks/cda/minimal-structure.js';
import { recordTarget } from '../../../src/checks/cda/record-target.js';
import type { Check } from '../../../src/checks/define.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { runOn } from '../../support/run-check.js';

/** Rules found after one edit of the `cda` part. */
async function rulesAfter(check: Check, good: string, bad: string, base: ExampleBase = 'cda-n1'): Promise<string[]> {
  return (await runOn(check, base, [['cda', good, bad]])).findings.map((finding) => finding.rule);
}

describe('cda/minimal-structure', () => {
  it('refuses a fourth template in level 1', async () => {
    const xdsSd = '<templateId root="1.3.6.1.4.1.19376.1.2.20"/>';
    const rules = await rulesAfter(minimalStructure, xdsSd, `${xdsSd}<templateId root="1.2.250.1.213.1.1.1.55"/>`);
    expect(rules).toEqual(['level-1-templates']);
  });

  it('reads a document inside a style sheet', async () => {
    const { evaluated, findings } = await runOn(minimalStructure, 'cda-n1', [
      [
        'cda',
        '<ClinicalDocument ',
        '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><ClinicalDocument ',
      ],
      ['cda', '</ClinicalDocument>', '</ClinicalDocument></xsl:stylesheet>'],
    ]);
    expect({ evaluated, findings }).toEqual({ evaluated: 6, findings: [] });
  });
});

describe('cda/document-identity', () => {
  it.each(['<setId root="6F9619FF-8B86-D011-B42D-00CF4FC964FF"', '<setId root="2.999.0.1"'])(
    'accepts %s',
    async (bad) => {
      const { findings } = await runOn(documentIdentity, 'cda-n1', [['cda', '<setId root="2.999.2.20260316.1"', bad]]);
      expect(findings).toEqual([]);
    },
  );

  it.each(['1.2.03', '1.2.', '3.1', ''])('refuses the OID %s', async (oid) => {
    const rules = await rulesAfter(documentIdentity, '<setId root="2.999.2.20260316.1"', `<setId root="${oid}"`);
    expect(rules).toEqual(['root']);
  });

  it('points at the element', async () => {
    const { findings } = await runOn(documentIdentity, 'cda-n1', [
      ['cda', '<versionNumber value="1"/>', '<versionNumber value="0"/>'],
    ]);
    expect(findings).toMatchObject([
      { at: { artifact: 'document.xml', line: 15, column: 3, path: '/ClinicalDocument/versionNumber' }, actual: '0' },
    ]);
  });
});

describe('cda/record-target', () => {
  it.each([
    ["family[@qualifier='BR']", '<family qualifier="BR">', '<family qualifier="CL">'],
    ["given[@qualifier='BR']", '<given qualifier="BR">CAMILLE</given>', ''],
    ['given', '<given>CAMILLE LOUISE ANNE</given>', ''],
    ['birthTime', '<birthTime value="19850714"/>', '<birthTime nullFlavor="UNK"/>'],
    ['birthplace/place/addr/county', '<county>63113</county>', '<county/>'],
    ['administrativeGenderCode', '<administrativeGenderCode code="F"', '<administrativeGenderCode nullFlavor="UNK"'],
  ])('wants %s with an INS', async (element, good, bad) => {
    const { findings } = await runOn(recordTarget, 'cda-n1', [['cda', good, bad]]);
    expect(findings.map(({ rule, args }) => [rule, args])).toEqual([['ins-trait', { element }]]);
  });

  it('does not want the traits of the INS without an INS', async () => {
    expect(await rulesAfter(recordTarget, '<county>13055</county>', '', 'cda-unqualified')).toEqual([]);
  });

  it('wants a name without an INS too', async () => {
    expect(await rulesAfter(recordTarget, '<family qualifier="BR">TEST-DELTA</family>', '', 'cda-unqualified')).toEqual(
      ['name'],
    );
  });

  it('refuses a recordTarget without patientRole', async () => {
    const rules = await rulesAfter(
      recordTarget,
      '<recordTarget>\n    <patientRole>',
      '<recordTarget/><recordTarget>\n    <patientRole>',
    );
    expect(rules).toEqual(['one-patient']);
  });
});

describe('cda/body-n1', () => {
  it('is not about a structured document', async () => {
    expect(await runOn(bodyN1, 'cda-n3')).toMatchObject({ applies: false, evaluated: 0 });
  });

  it.each([
    ['text/plain', 'Compte rendu', []],
    ['text/rtf', '{\\rtf1 Compte rendu}', []],
    ['text/plain', '', ['content']],
    ['text/rtf', 'Compte rendu', ['content']],
    ['application/pdf', 'Compte rendu', ['content']],
    ['image/tiff', 'II*\0', []],
    ['image/tiff', 'Compte rendu', ['content']],
    ['constructor', 'Compte rendu', ['media-type']],
  ])('judges bytes as %s', async (mediaType, content, rules) => {
    const { findings } = await runOn(bodyN1, 'cda-n1', [
      ['cda', 'application/pdf', mediaType],
      ['cda', '{pdf}', Buffer.from(content, 'latin1').toString('base64')],
    ]);
    expect(findings.map((finding) => finding.rule)).toEqual(rules);
  });
});

describe('cda/body-n3', () => {
  it('is not about a level 1 document', async () => {
    expect(await runOn(bodyN3, 'cda-n1')).toMatchObject({ applies: false, evaluated: 0 });
  });

  it('looks at sections inside sections', async () => {
    const { evaluated } = await runOn(bodyN3, 'cda-n3');
    expect(evaluated).toBe(4);
  });
});

describe('annex 3', () => {
  it.each([annex3Type, annex3Coverage])('is not tested without the list', async (check) => {
    const { evaluated, findings, needs } = await runOn(check, 'cda-n1', [], { context: { annex3: undefined } });
    expect({ evaluated, findings, needs }).toEqual({ evaluated: 0, findings: [], needs: [] });
  });

  it('names each type that lacks, at its level', async () => {
    const { evaluated, findings } = await runOn(annex3Coverage, 'cda-n1', [], {
      context: {
        annex3: [
          { code: '11488-4', level: 'N1' },
          { code: '11488-4', level: 'N3' },
          { code: '11502-2', level: 'N3' },
        ],
      },
    });
    expect(evaluated).toBe(3);
    expect(findings).toEqual([
      { rule: 'missing', at: { artifact: 'segur.yaml', path: '/annex-3' }, args: { code: '11488-4', level: 'N3' } },
      { rule: 'missing', at: { artifact: 'segur.yaml', path: '/annex-3' }, args: { code: '11502-2', level: 'N3' } },
    ]);
  });
});
