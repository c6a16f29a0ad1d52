import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PartNames } from '../../src/report/part-names.js';

describe('names of the parts of a report', () => {
  test.each([
    ['cda/un.xml.IHE', 'cda_un.xml.IHE.svrl'],
    ['../../etc/passwd', '_.._.._etc_passwd.svrl'],
    ['mail/1.eml!IHE_XDM.ZIP!DOC 1.XML', 'mail_1.eml_IHE_XDM.ZIP_DOC_1.XML.svrl'],
    ['-o', '_-o.svrl'],
    ['CON.xml', '_CON.xml.svrl'],
    ['console.xml', 'console.xml.svrl'],
    ['Été à Noël', 'Ete_a_Noel.svrl'],
  ])('%s gives %s', (wanted, name) => {
    expect(new PartNames().take(wanted, '.svrl')).toBe(name);
  });

  test('tell apart what differs by its case, or by what no name holds', () => {
    const names = new PartNames();
    expect(['a', 'A', 'a-2', 'a', 'é/'].map((each) => names.take(each, ''))).toEqual([
      'a',
      'A-2',
      'a-2-2',
      'a-3',
      'e_',
    ]);
  });

  test('are safe, given once, and the same in the same order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 400 })), (wanted) => {
        const give = (): string[] => {
          const names = new PartNames();
          return wanted.map((each) => names.take(each, '.svrl'));
        };
        const given = give();
        expect(new Set(given.map((each) => each.toLowerCase())).size).toBe(wanted.length);
        expect(give()).toEqual(given);
        for (const name of given) expect(name).toMatch(/^(?![.-])[\w.-]{5,200}$/);
      }),
    );
  });
});
