import { describe, expect, it } from 'vitest';
import { assemble, recipe } from '../../fixtures/make/recipe.js';
import type { Artifact, Declaration } from '../../src/artifacts/artifact.js';
import { read } from '../../src/artifacts/read.js';
import { type CheckContext, NOTHING_DECLARED } from '../../src/checks/context.js';
import { Judging } from '../../src/engine/judging.js';
import { type Application, makePlan } from '../../src/engine/plan.js';
import type { Selector } from '../../src/scenarios/scenario.js';
import { sample } from '../artifacts/logs/read-sample.js';
import { fakeArtifact, fakeBase, fakeRequirement, fakeScenario, step } from '../support/fake-base.js';

const LGC: Application = { wave: 2, corridor: 'LGC', profiles: ['Général'], conditions: {} };

describe('selections', () => {
  const context: CheckContext = {
    ...NOTHING_DECLARED,
    patients: [
      { id: 'Q', status: 'qualifiée' },
      { id: 'R', status: 'récupérée' },
    ],
  };

  function selected(selector: Selector, artifacts: readonly Artifact[]): { chosen: string[]; undeclared: string[] } {
    const scenario = fakeScenario({ artifacts: { some: selector } });
    const plan = makePlan(fakeBase([fakeRequirement({ scenarios: [scenario] })]), LGC);
    const judging = new Judging(plan, { checkById: () => undefined, runExpression: () => expect.fail(), context });
    for (const artifact of artifacts) judging.add(artifact, []);
    const selection = judging.selection(selector);
    expect(selection.selector).toEqual(selector);
    return {
      chosen: selection.artifacts.map(({ path }) => path),
      undeclared: selection.undeclared.map(({ path }) => path),
    };
  }

  it('are of one kind or of several, at any depth, in order', () => {
    const artifacts = [
      fakeArtifact('xdm', 'x', { children: [fakeArtifact('cda', 'x!a'), fakeArtifact('pdf', 'x!b')] }),
      fakeArtifact('cda', 'z'),
      fakeArtifact('image', 'i'),
    ];
    expect(selected({ kind: 'cda' }, artifacts).chosen).toEqual(['x!a', 'z']);
    expect(selected({ kind: ['cda', 'image', 'xdm'] }, artifacts).chosen).toEqual(['x', 'x!a', 'z', 'i']);
    expect(selected({ kind: 'mail' }, artifacts)).toEqual({ chosen: [], undeclared: [] });
  });

  it('carry a kind, or do without it', () => {
    const artifacts = [
      fakeArtifact('mail', 'with', {
        children: [fakeArtifact('xdm', 'with!x', { children: [fakeArtifact('cda', 'c')] })],
      }),
      fakeArtifact('mail', 'without', { children: [fakeArtifact('pdf', 'without!p')] }),
    ];
    expect(selected({ kind: 'mail', carries: 'xdm' }, artifacts).chosen).toEqual(['with']);
    expect(selected({ kind: 'mail', carries: 'cda' }, artifacts).chosen).toEqual(['with']);
    expect(selected({ kind: 'mail', without: 'xdm' }, artifacts).chosen).toEqual(['without']);
    expect(selected({ kind: 'mail', carries: 'pdf', without: 'xdm' }, artifacts).chosen).toEqual(['without']);
  });

  const declarations: readonly [Selector, Declaration, Declaration][] = [
    [{ kind: 'mail', role: 'outgoing' }, { role: 'outgoing' }, { role: 'incoming' }],
    [{ kind: 'mail', mailbox: 'PER' }, { mailbox: 'PER' }, { mailbox: 'ORG' }],
    [{ kind: 'mail', 'psc-mode': 'ciba' }, { 'psc-mode': 'ciba' }, { 'psc-mode': 'web' }],
    [{ kind: 'mail', logout: 'automatic' }, { logout: 'automatic' }, { logout: 'user' }],
    [{ kind: 'mail', version: 2 }, { version: 2 }, { version: 1 }],
  ];

  it.each(declarations)('are declared %j, and say which are not', (selector, right, wrong) => {
    const artifacts = [right, wrong, {}].map((declared, index) => fakeArtifact('mail', `${index}`, { declared }));
    expect(selected(selector, artifacts)).toEqual({ chosen: ['0'], undeclared: ['2'] });
  });

  it('leave out a role, and take what declares none', () => {
    const artifacts = [{ role: 'incoming' }, { role: 'outgoing' }, {}].map((declared, index) =>
      fakeArtifact('mail', `${index}`, { declared: declared as Declaration }),
    );
    expect(selected({ kind: 'mail', 'not-role': 'incoming' }, artifacts)).toEqual({
      chosen: ['1', '2'],
      undeclared: [],
    });
  });

  it('want every declaration, and are undeclared only when nothing contradicts', () => {
    const artifacts: Artifact[] = [
      fakeArtifact('mail', 'both', { declared: { role: 'outgoing', mailbox: 'PER' } }),
      fakeArtifact('mail', 'one', { declared: { role: 'outgoing' } }),
      fakeArtifact('mail', 'against', { declared: { role: 'incoming' } }),
    ];
    expect(selected({ kind: 'mail', role: 'outgoing', mailbox: 'PER' }, artifacts)).toEqual({
      chosen: ['both'],
      undeclared: ['one'],
    });
  });

  it('take a mail of which no wish was declared as one that awaits a reply', () => {
    const artifacts = [{ 'no-reply': true }, { 'no-reply': false }, {}].map((declared, index) =>
      fakeArtifact('mail', `${index}`, { declared }),
    );
    expect(selected({ kind: 'mail', 'no-reply': true }, artifacts)).toEqual({ chosen: ['0'], undeclared: ['2'] });
    expect(selected({ kind: 'mail', 'no-reply': false }, artifacts)).toEqual({ chosen: ['1', '2'], undeclared: [] });
  });

  it('are of a patient who is qualified, or not', () => {
    const artifacts = ['Q', 'R', 'unknown'].map((patient) => fakeArtifact('cda', patient, { declared: { patient } }));
    const all = [...artifacts, fakeArtifact('cda', 'nobody')];
    expect(selected({ kind: 'cda', 'patient-status': 'qualified' }, all)).toEqual({
      chosen: ['Q'],
      undeclared: ['unknown', 'nobody'],
    });
    expect(selected({ kind: 'cda', 'patient-status': 'unqualified' }, all)).toEqual({
      chosen: ['R'],
      undeclared: ['unknown', 'nobody'],
    });
    expect(selected({ kind: 'cda', 'patient-status': 'retrieved' }, all)).toEqual({
      chosen: ['R'],
      undeclared: ['unknown', 'nobody'],
    });
    expect(selected({ kind: 'cda', 'patient-status': 'validated' }, all).chosen).toEqual([]);
    expect(selected({ kind: 'cda', 'patient-status': 'provisional' }, all).chosen).toEqual([]);
  });

  it('leave out what is declared with a role they exclude', () => {
    const artifacts = [{ role: 'incoming' }, { role: 'outgoing' }, {}].map((declared, index) =>
      fakeArtifact('cda', `${index}`, { declared: declared as Declaration }),
    );
    expect(selected({ kind: 'cda', 'not-role': 'incoming' }, artifacts)).toEqual({
      chosen: ['1', '2'],
      undeclared: [],
    });
    expect(selected({ kind: 'cda', 'not-role': 'incoming', version: 2 }, artifacts).undeclared).toEqual(['1', '2']);
  });

  it('are mails to a patient, or to a professional', async () => {
    const mails = await Promise.all(
      (['professional', 'patient'] as const).map(async (recipient) => {
        const bytes = assemble(recipe('mail', { recipient }))[0]?.bytes ?? new Uint8Array();
        return (await read({ path: recipient, bytes, declared: {} })).artifact ?? expect.fail('unreadable');
      }),
    );
    expect(selected({ kind: 'mail', to: 'patient' }, mails).chosen).toEqual(['patient']);
    expect(selected({ kind: 'mail', to: 'professional' }, mails).chosen).toEqual(['professional']);
    expect(selected({ kind: 'pdf', to: 'patient' }, [fakeArtifact('pdf', 'p')]).chosen).toEqual([]);
  });

  it('report on a mail, ask for a report, or answer a mail', async () => {
    const text = 'Content-Type: text/plain\n\nBonjour';
    const report = (type: string, fields: string) =>
      `Subject: Re: lu\nIn-Reply-To: <1@exemple.fr>\nContent-Type: multipart/report; report-type=${type}; boundary=b\n
--b\n${text}\n--b\nContent-Type: message/${type}\n\n${fields}\n--b--\n`;
    const sources: Record<string, string> = {
      receipt: report('disposition-notification', 'Disposition: manual-action/MDN-sent-manually; displayed'),
      delivery: report('delivery-status', 'Reporting-MTA: dns; exemple.fr\n\nAction: delivered'),
      threaded: `Subject: Suite\nReferences: <1@exemple.fr>\n${text}`,
      answer: `Subject: =?utf-8?q?R=C3=A9p_=3A?= Bilan\n${text}`,
      reading: `Subject: Lettre\nDisposition-Notification-To: <a@exemple.fr>\n${text}`,
      remittance: `Subject: Lettre\nReturn-Receipt-To: <a@exemple.fr>\n${text}`,
      reference: `Subject: Réf : 12\nIn-Reply-To:\n${text}`,
    };
    const mails: Artifact[] = [];
    for (const [path, source] of Object.entries(sources)) {
      const { artifact } = await read({ path, bytes: Buffer.from(`From: <a@exemple.fr>\n${source}`), declared: {} });
      mails.push(artifact ?? expect.fail('not read'));
    }
    const chosen = (selector: Omit<Selector, 'kind'>) => selected({ kind: ['mail', 'pdf'], ...selector }, mails).chosen;
    expect(chosen({ reports: 'disposition-notification' })).toEqual(['receipt']);
    expect(chosen({ reports: 'delivery-status' })).toEqual(['delivery']);
    expect(chosen({ asks: 'disposition-notification' })).toEqual(['reading']);
    expect(chosen({ asks: 'delivery-status' })).toEqual(['remittance']);
    expect(chosen({ answers: true })).toEqual(['threaded', 'answer']);
    expect(chosen({ answers: false })).toEqual(['receipt', 'delivery', 'reading', 'remittance', 'reference']);
    expect(selected({ kind: 'pdf', answers: false }, [fakeArtifact('pdf', 'p')]).chosen).toEqual([]);
  });

  it('are logs of a protocol, or of several', async () => {
    const names = ['smtp-letters.log', 'imap-letters.log', 'tls-openssl.txt', 'trace-logback.log'];
    const logs = await Promise.all(
      names.map(async (path) => {
        const reading = await read({ path, bytes: Buffer.from(sample(path)), declared: {} });
        return reading.artifact ?? expect.fail('unreadable');
      }),
    );
    const all = [...logs, fakeArtifact('har', 'h')];
    const chosen = (protocol: NonNullable<Selector['protocol']>) =>
      selected({ kind: ['log', 'har'], protocol }, all).chosen;
    expect(chosen('smtp')).toEqual(['smtp-letters.log']);
    expect(chosen(['imap', 'trace'])).toEqual(['imap-letters.log', 'trace-logback.log']);
    expect(chosen(['tls'])).toEqual(['tls-openssl.txt']);
  });
});

describe('what is kept of an artifact', () => {
  it('is its outline, not its content', async () => {
    const bytes = assemble(recipe('mail'))[0]?.bytes ?? new Uint8Array();
    const { artifact } = await read({ path: 'm.eml', bytes, declared: { role: 'outgoing' } });
    const plan = makePlan(fakeBase([]), LGC);
    const judging = new Judging(plan, {
      checkById: () => undefined,
      runExpression: () => expect.fail(),
      context: NOTHING_DECLARED,
    });
    const outline = judging.add(artifact ?? expect.fail('unreadable'), []);
    expect(outline).toMatchObject({ path: 'm.eml', kind: 'mail', declared: { role: 'outgoing' } });
    expect(outline.children.map(({ kind }) => kind)).toContain('xdm');
    expect(JSON.stringify(outline)).not.toContain('content');
  });
});

describe('what is not to run', () => {
  it.each([
    ['an excluded requirement', { condition: 'question' }, { question: false }],
    ['an unanswered requirement', { condition: 'question' }, {}],
  ])('does not: %s', (_, fields, conditions) => {
    const scenarios = [
      fakeScenario({
        artifacts: { some: { kind: 'pdf' } },
        steps: [step({ checks: [{ use: 'mss/none', on: 'some' }] })],
      }),
    ];
    const plan = makePlan(fakeBase([fakeRequirement({ scenarios, ...fields })]), { ...LGC, conditions });
    const judging = new Judging(plan, {
      checkById: () => undefined,
      runExpression: () => expect.fail(),
      context: NOTHING_DECLARED,
    });
    expect(() => judging.add(fakeArtifact('pdf', 'a'), [])).not.toThrow();
  });
});
