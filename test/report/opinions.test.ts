import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/messages/catalogue.js';
import { toJson } from '../../src/report/json.js';
import { toJunit } from '../../src/report/junit.js';
import { indexOpinions, sayOpinion } from '../../src/report/opinions.js';
import type { Report, ReportOpinion } from '../../src/report/report.js';
import { toTerminal } from '../../src/report/terminal.js';
import { NASTY, sampleReport } from './sample-report.js';

const { report: texts } = await loadCatalogue('fr');
const schema = JSON.parse(readFileSync(new URL('../../src/report/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strictTypes: false }).compile(schema);

const opinion = (fields: Partial<ReportOpinion> = {}): ReportOpinion => ({
  kind: 'opinion',
  on: { finding: 'b'.repeat(16) },
  decision: 'refused',
  by: 'ANS – vérificateur 3',
  date: '2026-11-20',
  text: 'Le préfixe est exigé.',
  until: null,
  current: true,
  ...fields,
});
const derogation = opinion({
  kind: 'derogation',
  decision: null,
  by: 'qualité',
  text: 'Version 4.3.',
  until: '2027-03-31',
});

function withOpinions(opinions: readonly ReportOpinion[]): Report {
  const sample = sampleReport();
  const counts = { accepted: 0, refused: 1, question: 0, derogations: 1, derogatedErrors: 1 };
  return { ...sample, summary: { ...sample.summary, opinions: counts }, opinions };
}

const proofs = sampleReport().requirements.flatMap((each) =>
  each.scenarios.flatMap(({ evidence }) => evidence.map(({ id }) => id)),
);
const onProof = opinion({ on: { evidence: proofs[0] ?? '' }, decision: 'question', text: 'Quelle version ?' });
const outdated = opinion({ on: { finding: '0'.repeat(16) }, decision: 'accepted', text: 'Ancien.', current: false });
const report = withOpinions([opinion(), derogation, onProof, outdated]);

describe('opinions', () => {
  it('are found by what they are on', () => {
    const { ofFinding, ofEvidence, outdated: gone } = indexOpinions(report);
    expect(ofFinding('b'.repeat(16))).toEqual([opinion(), derogation]);
    expect(ofEvidence(proofs[0] ?? '')).toEqual([onProof]);
    expect([ofFinding('1'.repeat(16)), ofEvidence('none'), gone]).toEqual([[], [], [outdated]]);
    expect(indexOpinions(sampleReport()).outdated).toEqual([]);
  });

  it('are said in one line', () => {
    expect(sayOpinion(opinion({ text: 'a\n b' }), texts)).toBe(
      'Avis du 2026-11-20, ANS – vérificateur 3 : refusé — a b',
    );
    expect(sayOpinion(opinion({ text: '' }), texts)).toBe('Avis du 2026-11-20, ANS – vérificateur 3 : refusé');
    expect(sayOpinion(derogation, texts)).toBe("Dérogation du 2026-11-20, qualité, jusqu'au 2027-03-31 — Version 4.3.");
  });

  it('are in JSON as the schema describes it', () => {
    const json = JSON.parse(toJson(report));
    expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
    expect(json.opinions).toHaveLength(4);
    expect(json.summary.opinions).toEqual(report.summary.opinions);
    expect(JSON.parse(toJson(sampleReport())).summary).not.toHaveProperty('opinions');
  });

  it('are in the terminal under what they are on, all together, and counted', () => {
    const text = toTerminal(report, texts, { color: false, width: Number.POSITIVE_INFINITY });
    expect(text).toMatch(/» Avis du 2026-11-20, ANS – vérificateur 3 : refusé — Le préfixe est exigé\./);
    expect(text).toMatch(/» .*Quelle version \?/);
    const [, together = ''] = text.split('\nAvis et dérogations\n');
    for (const said of ['Le préfixe est exigé.', 'Version 4.3.', 'Quelle version ?', 'Ancien.'])
      expect(together).toContain(said);
    expect(together).toMatch(/ne contient pas\n {2}0{16} : .*Ancien\./);
    expect(text).toContain('Dérogations : 1, sur 1 constat(s) en erreur, qui comptent toujours.');
    expect(text).not.toContain(` ${'b'.repeat(16)}\n`);
  });

  it('can be written from what the verbose terminal shows: the fingerprints', () => {
    const text = toTerminal(sampleReport(), texts, { color: false, width: Number.POSITIVE_INFINITY, verbose: true });
    expect(text).toContain('b'.repeat(16));
  });

  it('are in JUnit beside the test that they are on, and fail nothing', () => {
    const xml = toJunit(report, texts);
    expect(xml).toMatch(/<system-out>[^<]*Le préfixe est exigé\.[^<]*<\/system-out>/);
    expect(xml).toMatch(/<system-out>[^<]*Quelle version \?[^<]*<\/system-out>/);
    expect(xml).toMatch(/<property name="opinion" value="0{16} .*Ancien\."/);
    expect(xml).toContain('<property name="opinions" value="Avis : acceptés 0, refusés 1');
    const totals = (text: string) => /<testsuites [^>]*>/.exec(text)?.[0];
    expect(totals(xml)).toBe(totals(toJunit(sampleReport(), texts)));
  });

  it('drive no terminal', () => {
    const nasty = withOpinions(Object.values(NASTY).map((text) => opinion({ text, by: text })));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there.
    expect(toTerminal(nasty, texts, { color: false, width: 100 })).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});
