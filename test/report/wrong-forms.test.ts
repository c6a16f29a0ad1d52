import { expect, it } from 'vitest';
import { assemble } from '../../fixtures/make/recipe.js';
import { withContents } from '../../src/artifacts/artifact.js';
import { read } from '../../src/artifacts/read.js';
import { DOSSIER_CHECKS } from '../../src/checks/dossier-checks.js';
import type { ExampleBase } from '../../src/checks/example-base.js';
import { runCheck } from '../../src/engine/run-check.js';
import { loadCatalogue } from '../../src/messages/catalogue.js';
import { buildReport } from '../../src/report/build.js';
import { judged, maskFor, reportInput } from '../support/check-report.js';
import { exampleRecipe } from '../support/example-recipe.js';

// What the checks of identity show is, by nature, what has not its form: nothing but who told it lets the mask know it.

const catalogue = await loadCatalogue('en');

/** The findings on a base whose values were all replaced, in clear and as the report shows them. */
async function findingsOf(base: ExampleBase, values: Readonly<Record<string, string>>) {
  const { recipe, declared, own, context } = exampleRecipe(base);
  const replaced = (text: string) =>
    Object.entries(values).reduce((made, [from, to]) => made.split(from).join(to), text);
  const parts = Object.fromEntries(Object.entries(recipe.parts).map(([name, text]) => [name, replaced(text)]));
  const readings = await Promise.all(
    assemble({ ...recipe, parts }).map((file) => read({ ...file, declared: { ...declared, ...own[file.path] } })),
  );
  const artifacts = readings.flatMap(({ artifact }) => (artifact ? [...withContents(artifact)] : []));
  const dossier = DOSSIER_CHECKS.flatMap((check) =>
    runCheck(
      check,
      artifacts.filter(({ kind }) => check.kinds.includes(kind)),
      context,
    ),
  );
  const input = reportInput({ artifacts, files: judged(artifacts, context), dossier });
  const shown = (mask: (text: string) => string) => JSON.stringify(buildReport(input, catalogue, mask).findings);
  return { clear: shown((text) => text), masked: shown(maskFor(artifacts, context)) };
}

const WRONG: readonly (readonly [base: ExampleBase, values: Record<string, string>, secret: RegExp])[] = [
  ['cda-n1', { '285076311399048': '27903512' }, /27903512/],
  ['cda-n1', { '285076311399048': '2 79O35-12 X' }, /79O35/],
  ['cda-n1', { '"19850714"': '"1979"' }, /"1979"/],
  ['cda-n1', { '>63113<': '>6331<' }, /"6331"/],
  ['cda-n1', { '>63113<': '>Royat (63)<' }, /royat/i],
  ['cda-n1', { '<administrativeGenderCode code="F"': '<administrativeGenderCode code="KERVADEC"' }, /kervadec/i],
  ['xdm', { 'PID-5|TEST-ALPHA^CAMILLE': 'PID5|KERVADEC^SOLENN' }, /kervadec|solenn/i],
  ['xdm', { 'PID-5|TEST-ALPHA^CAMILLE': 'Kervadec, Solenn' }, /kervadec|solenn/i],
  ['xdm', { 'PID-7|19850714': 'PID7|5/3/1979' }, /1979/],
  ['xdm', { 'PID-8|F': 'PID-8|1979-03-05' }, /1979/],
  ['xdm', { 'PID-8|F': 'PID-3|27903512^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^INS' }, /27903512/],
  ['xdm', { '285076311399048^^^&amp;': '^^^27903512&amp;' }, /27903512/],
  ['hl7v2-adt', { 'TEST-ALPHA^': 'Kervadec&Solenn^' }, /kervadec/i],
  ['hl7v2-adt', { '|F|': '|KERVADEC|' }, /kervadec/i],
  [
    'hl7v2-changes',
    {
      'PV1|1|N':
        'PRT||UC||RCT^x^participation|285076311399048^KERVADEC^SOLENN^^^^^^ASIP&1.2.250.1.213.1.4.10&ISO^L^^^INS\nPV1|1|N',
    },
    /kervadec|solenn/i,
  ],
  ['dmp-queries', { "'285076311399048^^^": "'27903512^^^" }, /27903512/],
  ['insi', { '1985-07-14': '5 mars 1979' }, /mars|1979/],
  ['insi-export', { '1985-07-14': '1979-03-5' }, /1979/],
  [
    'fhir-unqualified',
    {
      '"reference": "urn:uuid:5b1c2f34-1111-4a6b-8c2d-000000000004"':
        '"reference": "Patient?identifier=urn:oid:1.2.250.1.213.1.4.10|2790351215"',
    },
    /2790351215/,
  ],
  ['fhir-patient', { '"gender": "female"': '"gender": "Kervadec"' }, /kervadec/i],
  ['hl7v2-adt', { 'PV1|1|N': 'PV1|1|N\nZFD|5^3^1979|||Y' }, /1979/],
  ['datamatrix', { S763113: 'S7ROYAT' }, /royat/i],
];

it.each(WRONG)('hides in %s what is wrongly written: %j', async (base, values, secret) => {
  const { clear, masked } = await findingsOf(base, values);
  expect(clear).toMatch(secret);
  expect(masked).not.toMatch(secret);
});
