import { expect, test } from 'vitest';
import { replayLines } from '../../src/cli/replay-lines.js';
import { compareReports } from '../../src/compare/compare-reports.js';
import { loadCatalogue } from '../../src/messages/catalogue.js';
import { goldenReport } from '../report/golden-report.js';

test('an opinion that was changed in the sealed report is named', async () => {
  const sealed = goldenReport();
  const made = {
    ...sealed,
    opinions: (sealed.opinions ?? []).map((each) => ({ ...each, text: `${each.text} Autrement.` })),
  };
  const lines = await replayLines(
    {
      schema: 'segur-check/replay/1',
      language: 'fr',
      outcome: 'differs',
      root: null,
      signature: { status: 'absent', algorithm: null, certificate: null },
      alterations: [],
      problem: null,
      drift: [],
      missing: [],
      verdict: 'undetermined',
      exit: 4,
      comparison: compareReports(sealed, made),
      entries: [],
    },
    await loadCatalogue('fr'),
  );
  expect(lines).toContainEqual(expect.stringMatching(/^- MSS\/CONF\.25\.01\.02 : .*Quelle version \?$/));
  expect(lines).toContainEqual(expect.stringMatching(/^\+ MSS\/CONF\.25\.01\.02 : .*Quelle version \? Autrement\.$/));
});
