import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outlineOf } from '../../src/artifacts/artifact.js';
import type { ExampleBase } from '../../src/checks/example-base.js';
import { ALL_CHECKS } from '../../src/checks/registry.js';
import { runCheck } from '../../src/engine/run-check.js';
import { loadCatalogue } from '../../src/messages/catalogue.js';
import { buildReport } from '../../src/report/build.js';
import { toJson } from '../../src/report/json.js';
import { judged, maskFor, reportInput } from '../support/check-report.js';
import { exampleRecipe } from '../support/example-recipe.js';
import { artifactsOf } from '../support/run-check.js';
import { identitiesIn } from '../support/searched-identities.js';

const catalogue = await loadCatalogue('fr');

/** What a patient is told by, in the writings of a title, of HL7 and of a file name. */
const PLANTED = [
  'CR de Camille TEST-ALPHA, 14/07/1985',
  'TEST-ALPHA^CAMILLE^CAMILLE LOUISE ANNE',
  'test_alpha_camille-19850714.pdf',
  '2 85 07 63 113 990 48',
  '285076311399048^TEST-ALPHA^CAMILLE^^^^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^D^^^NH',
];
/** Each with one patient, who is named at several places. */
const BASES = [
  'soap-publish',
  'xdm',
  'cda-n1',
  'hl7v2-document',
  'mail-conversation',
  'mail-traces',
  'hl7v2-delivery',
] as const satisfies readonly ExampleBase[];

/**
 * Where what a text says starts and ends: the values of attributes and elements that leave the XML readable, the fields and components of HL7, whole
 * or in parts, the fields of a mail and the columns of a trace.
 */
function placesIn(text: string): [start: number, end: number][] {
  const ofLines = /^[\w-]+: |^\w+;/.test(text) && /(?<=^[\w-]+: |;|<)[^;<>\r\n]+/gm;
  const values = /^MSH\|/.test(text)
    ? /(?<=[|^~&])[^|^~&\r\n]+/g
    : ofLines || /(?<=(?<!xmlns(?::\w+)?|version|encoding)="|>)[^"<>]*[^"<>\s][^"<>]*(?="|<)/g;
  return [...text.matchAll(values)].flatMap(({ index, 0: value }) => {
    const last = value.lastIndexOf('^') + 1;
    const whole: [number, number] = [index, index + value.length];
    return last === 0 ? [whole] : [whole, [index, index + value.indexOf('^')], [index + last, index + value.length]];
  });
}

const PLACES = BASES.flatMap((base) =>
  Object.entries(exampleRecipe(base).recipe.parts).flatMap(([part, text]) =>
    placesIn(text).map(([start, end]) => ({ base, part, start, end })),
  ),
);

/** What is said of a base, one part of it altered. */
async function reportOn(base: ExampleBase, part: string, altered: string): Promise<string> {
  const { recipe, declared, own, context } = exampleRecipe(base);
  const artifacts = await artifactsOf({ ...recipe, parts: { ...recipe.parts, [part]: altered } }, declared, own);
  const dossier = ALL_CHECKS.filter(({ scope }) => scope === 'all').flatMap((check) =>
    runCheck(
      check,
      artifacts.filter(({ kind }) => check.kinds.includes(kind)),
      context,
    ),
  );
  const input = reportInput({
    files: judged(artifacts, context),
    dossier,
    artifacts: artifacts.map((each) => outlineOf(each)),
  });
  return toJson(buildReport(input, catalogue, maskFor(artifacts, context)));
}

const MSS_EXAMPLES = ALL_CHECKS.filter(({ id }) => id.startsWith('mss/')).flatMap(({ id, examples }) =>
  examples.map((example) => ({ id, ...example })),
);

it.each(MSS_EXAMPLES)('no finding on the example of $id/$rule names a patient', async ({ base, part, good, bad }) => {
  const text = exampleRecipe(base).recipe.parts[part] ?? '';
  expect(
    identitiesIn(
      await reportOn(
        base,
        part,
        text.replaceAll(good, () => bad),
      ),
      { localIds: false },
    ),
  ).toEqual([]);
});

it('no finding names the patient, in whatever field of a document, an entry or a message the identity stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PLACES), fc.constantFrom(...PLANTED), async (place, planted) => {
      const text = exampleRecipe(place.base).recipe.parts[place.part] ?? '';
      const report = await reportOn(
        place.base,
        place.part,
        text.slice(0, place.start) + planted + text.slice(place.end),
      );
      expect(identitiesIn(report, { localIds: false })).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
