import { describe, expect, test } from 'vitest';
import { report as en } from '../../src/messages/en/report.js';
import { report as fr } from '../../src/messages/fr/report.js';
import { toGithub } from '../../src/report/github.js';
import { goldenReport, longReport } from './golden-report.js';
import { NASTY, sampleCheckReport, sampleFinding, sampleReport } from './sample-report.js';

/** What the runner of GitHub reads: a command a line, whose properties are parted by commas and whose data follow `::`. */
const COMMAND = /^::(error|warning|notice) ((?:file|line|col|title)=[^,:]*(?:,(?:file|line|col|title)=[^,:]*)*)::(.+)$/;

function commandsOf(text: string): { level: string; properties: Record<string, string>; data: string }[] {
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const [, level = '', properties = '', data = ''] = COMMAND.exec(line) ?? [];
      expect(level, line).not.toBe('');
      const pairs = properties.split(',').map((each) => each.split('='));
      return { level, properties: Object.fromEntries(pairs), data };
    });
}

describe('toGithub', () => {
  test('has not changed', async () => {
    await expect(toGithub(goldenReport(), fr, 'mon dossier')).toMatchFileSnapshot('golden/github.golden');
    await expect(toGithub(goldenReport(), en)).toMatchFileSnapshot('golden/github-en.golden');
  });

  test.each([
    ['run', sampleReport()],
    ['check', sampleCheckReport()],
  ])('holds commands only (%s)', (_, report) => {
    expect(commandsOf(toGithub(report, fr))[0]).toMatchObject({ level: 'notice' });
    commandsOf(toGithub(report, en));
  });

  test('shows ten of each level, the worst first, and says in the first notice how many are not shown', () => {
    const commands = commandsOf(toGithub(longReport(30_000), fr));
    expect(commands.map(({ level }) => level)).toEqual([
      'notice',
      ...Array(10).fill('error'),
      ...Array(10).fill('warning'),
      ...Array(9).fill('notice'),
    ]);
    expect(commands[0]?.data).toContain('Annotations non affichées : 29971');
    expect(toGithub(goldenReport(), fr)).not.toContain('non affichées');
  });

  test('the first notice counts what people said, and quotes what no annotation shows', () => {
    const said = {
      kind: 'derogation',
      decision: null,
      by: 'Qualité',
      date: '2026-11-20',
      until: '2027-03-31',
      current: true,
    } as const;
    const long = longReport(300);
    const worst = commandsOf(toGithub(long, fr)).length;
    const opinions = [
      { ...said, on: { finding: (2).toString(16).padStart(16, '0') }, text: 'Montrée.' },
      { ...said, on: { finding: (299).toString(16).padStart(16, '0') }, text: 'Au-delà de dix.' },
      { ...said, on: { evidence: 'MSS/CONF.25.01.02' }, text: 'Sur une preuve.' },
      { ...said, on: { finding: 'f'.repeat(16) }, current: false, text: 'Périmée.' },
    ];
    const counts = { accepted: 0, refused: 0, question: 0, derogations: 4, derogatedErrors: 2 };
    const commands = commandsOf(toGithub({ ...long, summary: { ...long.summary, opinions: counts }, opinions }, fr));
    expect(commands).toHaveLength(worst);
    const [notice, ...others] = commands.map(({ data }) => data);
    expect(notice).toContain('Dérogations : 4, sur 2 constat(s) en erreur');
    for (const text of ['Au-delà de dix.', 'Sur une preuve.', 'Périmée.']) expect(notice).toContain(text);
    expect(notice).not.toContain('Montrée.');
    expect(others.join()).toContain('Montrée.');
  });

  test('what is missing comes after what is to mend, of no file', () => {
    const commands = commandsOf(toGithub(goldenReport(), fr));
    const errors = commands.filter(({ level }) => level === 'error');
    expect(errors.map(({ properties }) => properties.title)).toEqual([
      'mss/subject-form',
      'cda/title',
      'preuve manquante',
    ]);
    expect(errors[2]?.properties).not.toHaveProperty('file');
  });

  test.each(Object.entries(NASTY))('no text begins a command nor a property: %s', (_, text) => {
    const hostile = `${text}\n::error file=x,line=1::${text}%0A::warning::x,title=y`;
    const findings = [sampleFinding('f1', { message: hostile, artifact: hostile, check: hostile })];
    const commands = commandsOf(toGithub(sampleReport({ requirements: [], findings, alarms: [hostile] }), fr));
    expect(commands.map(({ level }) => level)).toEqual(['notice', 'error', 'warning']);
    for (const { data } of commands) expect(data).not.toMatch(/%(?!25)|[\p{Cc}\p{Cs}\u2028\p{Bidi_Control}]/u);
  });
});
