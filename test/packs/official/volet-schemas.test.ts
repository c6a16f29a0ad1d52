import { describe, expect, it } from 'vitest';
import { voletSchemas } from '../../../src/packs/official/volet-schemas.js';
import { packFiles } from '../../../src/packs/pack-files.js';

const NS = 'xmlns="http://purl.oclc.org/dsdl/schematron"';
const rule = (test: string, context = 'cda:ClinicalDocument') =>
  `<rule context="${context}"><assert test="${test}">x</assert></rule>`;
const volet = (inside: string) => `<schema ${NS}>${inside}</schema>`;

function schemasOf(contents: Readonly<Record<string, string>>) {
  return voletSchemas(packFiles(Object.keys(contents), (path) => Buffer.from(contents[path] ?? '')));
}

const only = (name: string, text: string) => schemasOf({ [`schematrons/${name}.sch`]: text })[0];

describe('schemas of models', () => {
  it('are kept between processes, as long as their files are what they were', () => {
    const entries = new Map<string, Buffer>();
    const cache = {
      read: (name: string) => entries.get(name),
      write: (name: string, bytes: Buffer) => entries.set(name, bytes),
    };
    const path = 'schematrons/CI-SIS_A_2024.01.sch';
    const header = 'schematrons/include/specificationsVolets/A/Entete/E.sch';
    const contents = (template: string) => ({
      [path]: volet('<include href="include/specificationsVolets/A/Entete/E.sch"/>'),
      [header]: `<pattern ${NS}>${rule(`cda:templateId[@root='${template}']`)}</pattern>`,
      'schematrons/CI-SIS_TLM-DA_2022.01.sch': volet('not closed'),
    });
    const judged = (template: string) => {
      const files: Record<string, string> = contents(template);
      const reads: string[] = [];
      const pack = packFiles(Object.keys(files), (each) => {
        reads.push(each);
        return Buffer.from(files[each] ?? '');
      });
      return { found: voletSchemas(pack, cache), plain: schemasOf(files), reads: reads.length };
    };
    const [one, other] = ['1.2.250.1.213.1.1.1.77', '1.2.250.1.213.1.1.1.78'];
    for (const template of [one, other]) {
      const cold = judged(template);
      const warm = judged(template);
      expect(cold.found).toEqual(cold.plain);
      expect(cold.found[0]?.template).toBe(template);
      expect(warm.found).toEqual(cold.plain);
      expect([cold.reads > 3, warm.reads]).toEqual([true, 3]);
    }
  });
  it('are told by their names, at the root of the schematrons only', () => {
    const found = schemasOf({
      'schematrons/CI-SIS_A-B_2024.01.sch': volet(''),
      'schematrons/CI-SIS_A-B.sch': volet(''),
      'schematrons/profils/CI-SIS_C_2024.01.sch': volet(''),
      'schematrons/IHE.sch': volet(''),
    });
    expect(found.map(({ id, volet: name, version }) => [id, name, version])).toEqual([
      ['CI-SIS_A-B_2024.01', 'A-B', '2024.01'],
    ]);
  });

  it('have the template that their header demands, in a file of theirs', () => {
    const header = 'schematrons/include/specificationsVolets/A/Entete/E.sch';
    const [found] = schemasOf({
      'schematrons/CI-SIS_A_2024.01.sch': volet('<include href="include/specificationsVolets/A/Entete/E.sch"/>'),
      [header]: `<pattern ${NS}>${rule("cda:templateId[@root='1.2.250.1.213.1.1.1.1']")}${rule("count(cda:templateId[@root = '1.2.250.1.213.1.1.1.77'])=1")}<include href="E.sch"/></pattern>`,
    });
    expect(found).toMatchObject({ template: '1.2.250.1.213.1.1.1.77', extension: '2024.01' });
  });

  it('read no rule on sections, and no file of sections', () => {
    const [found] = schemasOf({
      'schematrons/CI-SIS_A_2024.01.sch': volet(
        `${rule("cda:templateId[@root='1.2.250.1.213.1.1.1.76']", 'cda:section')}<include href="include/specificationsVolets/A/Sections/S.sch"/>`,
      ),
      'schematrons/include/specificationsVolets/A/Sections/S.sch': `<pattern ${NS}>${rule("cda:templateId[@root='1.2.250.1.213.1.1.1.75']")}</pattern>`,
    });
    expect(found?.template).toBeUndefined();
  });

  it('take the extension that is demanded, of whoever defines the template', () => {
    const test = "./cda:templateId[@root='2.999.20.1' and @extension='v2']";
    expect(only('CI-SIS_A_2024.01', volet(rule(test)))).toMatchObject({ template: '2.999.20.1', extension: 'v2' });
  });

  it('leave out the family that is demanded beside the model', () => {
    const both =
      rule("cda:templateId[@root='1.2.250.1.213.1.1.1.5']") + rule("cda:templateId[@root='1.2.250.1.213.1.1.1.5.3']");
    expect(only('CI-SIS_A_2024.01', volet(both))?.template).toBe('1.2.250.1.213.1.1.1.5.3');
  });

  it('are found in our table by their name where they demand none', () => {
    expect(only('CI-SIS_eP-MED-DM_2024.01', volet(''))).toMatchObject({ template: '1.2.250.1.213.1.1.1.39' });
    expect(only('CI-SIS_VSM_1.4_2022.01', volet(''))).toMatchObject({
      volet: 'VSM',
      version: '2022.01',
      template: '1.2.250.1.213.1.1.1.13',
      extension: '201310',
    });
  });

  it('are there all the same when they cannot be read', () => {
    expect(only('CI-SIS_A_2024.01', '<broken')).toMatchObject({ template: undefined });
  });
});
