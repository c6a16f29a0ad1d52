import { expect, it } from 'vitest';
import { sameAct } from '../../../src/checks/dmp/same-act.js';
import { runOn } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

const TITLE: Edit = ['cda2', "<title>Compte rendu d'examens biologiques</title>", '<title>Autre titre</title>'];
const ran = (...edits: readonly Edit[]) => runOn(sameAct, 'xdm-two-levels', edits);

it('compares the N1 and the N3 of one act, once', async () => {
  expect(await ran()).toMatchObject({ evaluated: 1, findings: [], applies: true });
  const { findings } = await ran(TITLE);
  expect(findings).toMatchObject([
    {
      rule: 'title',
      at: { artifact: 'IHE_XDM.ZIP!IHE_XDM/SUBSET01/DOC0001.XML' },
      args: { other: 'Autre titre', artifact: 'IHE_XDM.ZIP!IHE_XDM/SUBSET01/DOC0002.XML' },
    },
  ]);
});

it('is not about a document alone, nor about two that are both unstructured', async () => {
  expect(await runOn(sameAct, 'cda-n3')).toMatchObject({ applies: false });
  expect(await runOn(sameAct, 'mail-two-documents')).toMatchObject({ applies: false, findings: [] });
});

it.each<readonly [string, Edit]>([
  ['another type', ['cda2', '<code code="11502-2"', '<code code="11488-4"']],
  ['another version', ['cda2', '<versionNumber value="1"/>', '<versionNumber value="2"/>']],
  ['another patient', ['cda2', 'extension="285076311399048"', 'extension="191112A40099903"']],
  ['another act', ['cda2', 'root="2.999.5" extension="A20260316"', 'root="2.999.5" extension="B20260316"']],
])('pairs no document of %s', async (_, edit) => {
  expect(await ran(TITLE, edit)).toMatchObject({ findings: [], applies: false });
});

it('reads a title whatever its case, and an act at another offset', async () => {
  const { findings } = await ran(
    ['cda2', "<title>Compte rendu d'examens biologiques</title>", "<title>COMPTE RENDU D'EXAMENS  BIOLOGIQUES</title>"],
    [
      'cda',
      '      <effectiveTime>\n        <low value="20260316090000+0100"/>\n        <high value="20260316092000+0100"/>\n      </effectiveTime>\n      <performer',
      '      <effectiveTime>\n        <low value="20260316080000+0000"/>\n        <high value="20260316092000+0100"/>\n      </effectiveTime>\n      <performer',
    ],
  );
  expect(findings).toEqual([]);
});
