import { describe, expect, it } from 'vitest';
import type { Outline, Unreadable } from '../../src/artifacts/artifact.js';
import { evidenceLookup } from '../../src/dossier/evidence.js';
import type { Manifest } from '../../src/dossier/manifest.js';
import type { Evidence, EvidenceKind } from '../../src/scenarios/scenario.js';
import { fakeArtifact, proof } from '../support/fake-base.js';

const cda = fakeArtifact('cda', 'm.eml!d.xml');
const mail = fakeArtifact('mail', 'm.eml', { children: [cda] });
const video = fakeArtifact('video', 'v.mp4');
const broken: Unreadable = {
  path: 'bad.pdf',
  containers: [],
  kind: 'pdf',
  sha256: '',
  bytes: 1,
  declared: {},
  problems: [],
};

function given(
  manifest: Partial<Manifest>,
  kind: EvidenceKind = 'demonstration',
  fields: Partial<Evidence> = {},
  selected: readonly Outline[] = [],
) {
  const whole: Manifest = {
    candidate: { vendor: '', product: '', version: '' },
    applies: { wave: 2, corridor: 'LGC' },
    ...manifest,
  };
  return evidenceLookup(whole, [mail, video], [broken])(proof('P', { kind, ...fields }) as Evidence, selected);
}

const file = (path: string) => ({ path, sha256: 'a'.repeat(64), bytes: 1 });

describe('a proof', () => {
  it('is one file or several', () => {
    expect(given({ evidence: { P: 'v.mp4' } })).toEqual({
      status: 'present',
      files: [file('v.mp4')],
      value: null,
      reason: undefined,
    });
    expect(given({ evidence: { P: ['v.mp4', 'm.eml'] } })).toMatchObject({
      status: 'present',
      files: [file('v.mp4'), file('m.eml')],
    });
  });

  it('that is not in the dossier is missing, and so is one of several', () => {
    expect(given({ evidence: { P: ['v.mp4', 'none.mp4'] } })).toEqual({
      status: 'missing',
      files: [file('v.mp4')],
      value: null,
      reason: { code: 'reason/evidence-file-missing', args: { path: 'none.mp4' } },
    });
  });

  it('that can not be read is unreadable', () => {
    expect(given({ evidence: { P: 'bad.pdf' } })).toMatchObject({
      status: 'unreadable',
      reason: { code: 'reason/evidence-unreadable', args: { path: 'bad.pdf' } },
    });
  });

  it('that nobody gave is missing', () => {
    expect(given({ evidence: { Q: 'v.mp4' } })).toMatchObject({
      status: 'missing',
      reason: { code: 'reason/evidence-missing' },
    });
  });

  it('is the file of the artifacts selected, once', () => {
    const from = { from: 'message' };
    expect(given({}, 'artifact', from, [mail, cda])).toMatchObject({
      status: 'present',
      files: [file('m.eml')],
    });
    expect(given({}, 'artifact', from, [])).toMatchObject({
      status: 'missing',
      reason: { code: 'reason/evidence-missing' },
    });
  });

  it('named in the manifest wins over the selection', () => {
    expect(given({ evidence: { P: 'v.mp4' } }, 'artifact', { from: 'message' }, [mail]).files).toEqual([file('v.mp4')]);
  });

  it('is a statement where a statement is asked', () => {
    const statements = { P: { by: 'directeur', on: '2026-01-01', text: 'Oui' } };
    expect(given({ statements }, 'statement')).toEqual({
      status: 'present',
      files: [],
      value: 'Oui (directeur, 2026-01-01)',
      reason: undefined,
    });
    expect(given({ statements }, 'demonstration')).toMatchObject({
      status: 'missing',
      reason: { code: 'reason/evidence-wrong-form', args: { wanted: 'demonstration', given: 'statement' } },
    });
  });

  it('is the number of a run where one is asked', () => {
    expect(given({ evidence: { P: { execution: 12 } } }, 'execution')).toMatchObject({
      status: 'present',
      value: '12',
    });
    const page = 'https://tests-editeur.espacedeconfiance.mssante.fr/project/MSSante/execution/show/34';
    expect(given({ evidence: { P: { execution: page } } }, 'execution')).toMatchObject({
      status: 'present',
      value: '34',
    });
    expect(given({ evidence: { P: { execution: 12 } } }, 'log')).toMatchObject({
      status: 'missing',
      reason: { code: 'reason/evidence-wrong-form' },
    });
  });

  it.each([
    ['https://interop.referencement.esante.gouv.fr/x', 'present', undefined],
    ['https://interopsegur.esante.gouv.fr/x', 'present', 'reason/evidence-earlier-host'],
    ['https://interop.esante.gouv.fr/x', 'missing', 'reason/evidence-wrong-host'],
    ['http://interop.referencement.esante.gouv.fr/x', 'missing', 'reason/evidence-wrong-host'],
    ['https://interop.referencement.esante.gouv.fr.example.org/x', 'missing', 'reason/evidence-wrong-host'],
    ['https://user@evil.example/interop.referencement.esante.gouv.fr', 'missing', 'reason/evidence-wrong-host'],
    ['un lien', 'missing', 'reason/evidence-wrong-host'],
  ])('is a link to the platform: %s is %s', (permalink, status, code) => {
    const result = given({ evidence: { P: { permalink } } }, 'permalink');
    expect([result.status, result.reason?.code, result.value]).toEqual([status, code, permalink]);
  });
});

describe('a proof that only a workbook knows', () => {
  const official = { id: 'SC.P', text: '' };
  const link = (permalink: string, kind: EvidenceKind = 'permalink') =>
    given({ evidence: { P: { permalink } } }, kind, { anyForm: true });

  it('comes in any form', () => {
    expect(given({ evidence: { P: { execution: 12 } } }, 'demonstration', { anyForm: true }).status).toBe('present');
    expect(
      given({ statements: { P: { by: 'x', on: '2026-01-01', text: 't' } } }, 'log', { anyForm: true }),
    ).toMatchObject({
      status: 'present',
      value: 't (x, 2026-01-01)',
    });
    expect(link('https://example.test/1', 'document').status).toBe('present');
  });

  it('may be a link to elsewhere than Gazelle, which is said, but not to something else than a page', () => {
    expect(link('https://example.test/1')).toMatchObject({
      status: 'present',
      reason: { code: 'reason/evidence-wrong-host' },
    });
    for (const kind of ['permalink', 'document'] as const)
      expect(link('javascript:alert(1)', kind).status).toBe('missing');
  });

  it('is named by its number, or by what the workbook writes', () => {
    expect(given({ evidence: { 'SC.P': 'v.mp4' } }, 'document', { official }).status).toBe('present');
    expect(given({ evidence: { P: 'v.mp4', 'SC.P': 'none' } }, 'document', { official }).status).toBe('present');
    expect(given({ evidence: { 'SC.P': 'v.mp4' } }, 'document').status).toBe('missing');
  });
});
