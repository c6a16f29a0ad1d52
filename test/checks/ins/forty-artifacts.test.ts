import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeclaredPatient } from '../../../src/checks/context.js';
import { oneIdentity } from '../../../src/checks/ins/one-identity.js';
import { bareOid } from '../../../src/identity/oids.js';
import { type GivenFile, judgeDossier } from '../../support/dossier.js';
import { DOSSIER_PATIENTS, type DossierFile, fortyArtifacts, type Patient } from '../../support/forty-artifacts.js';

const FILES = fortyArtifacts();

/** One trait altered each, the rule that must find it, and what is then told. */
const ALTERATIONS: readonly [rule: string, actual: RegExp, alter: (patient: Patient) => Patient][] = [
  ['matricule', /^2600163113991(?:22|\d\d)$/, (p) => withIns(p, { matricule: '260016311399122' })],
  ['oid', /^1\.2\.250\.1\.213\.1\.4\.11$/, (p) => withIns(p, { oid: '1.2.250.1.213.1.4.11' })],
  ['birth-name', /^AUTRE-NOM$/, (p) => ({ ...p, family: 'AUTRE-NOM' })],
  ['sex', /^(?:F|M|female|male)$/, (p) => ({ ...p, sex: p.sex === 'F' ? 'M' : 'F' })],
  ['birth-date', /1961/, (p) => ({ ...p, birthDate: '19610117' })],
  ['birth-place', /^75112$/, (p) => ({ ...p, birthPlace: { code: '75112', name: 'PARIS 12' } })],
];

function withIns(patient: Patient, changed: Partial<NonNullable<Patient['ins']>>): Patient {
  if (!patient.ins) throw new Error('no INS to alter');
  return { ...patient, ins: { ...patient.ins, ...changed } };
}

function patientOf({ patient }: DossierFile): Patient {
  const found = DOSSIER_PATIENTS[patient ?? ''];
  if (!found) throw new Error('a file of several patients is not altered');
  return found;
}

const DECLARED: readonly DeclaredPatient[] = Object.entries(DOSSIER_PATIENTS).map(([id, patient]) => ({
  id,
  status: 'qualifiée',
  matricule: patient.ins?.matricule ?? '',
  oid: patient.ins?.oid ?? '',
  'birth-name': patient.family,
  'first-given': patient.given,
  'given-list': patient.givenList,
  sex: patient.sex,
  'birth-date': patient.birthDate.replace(/(....)(..)(..)/, '$1-$2-$3'),
  'birth-place': patient.birthPlace.code,
}));

/** The whole dossier, with what is altered in some of its files. */
function dossier(altered: ReadonlyMap<DossierFile, Patient>, isDeclared: boolean): GivenFile[] {
  return FILES.map((file) => ({
    path: file.path,
    bytes: file.make(altered.get(file)),
    declared: isDeclared && file.patient !== undefined ? { patient: file.patient } : {},
  }));
}

async function expectExactly(chosen: readonly DossierFile[], isDeclared: boolean): Promise<void> {
  const altered = new Map(
    chosen.map((file, index) => [file, ALTERATIONS[index]?.[2](patientOf(file)) ?? patientOf(file)]),
  );
  const { findings } = await judgeDossier(oneIdentity, dossier(altered, isDeclared), {
    patients: isDeclared ? DECLARED : [],
  });
  const found = findings.map(({ code, at }) => `${code.split('/')[2]} ${at.artifact.split('!')[0]}`);
  const wanted = chosen.map((file, index) => `${ALTERATIONS[index]?.[0]} ${file.path}`);
  expect(found.toSorted()).toEqual(wanted.toSorted());
  for (const { code, actual, args } of findings) {
    expect(bareOid(actual)).toMatch(ALTERATIONS.find(([rule]) => code.endsWith(`/${rule}`))?.[1] ?? /^$/);
    expect(args.other).not.toBe(actual);
    // The other place: the manifest, or an artifact that was not altered.
    if (isDeclared) expect(args.artifact).toBe('segur.yaml');
    else expect(FILES.map(({ path }) => path)).toContain(String(args.artifact).split('!')[0]);
    expect(args.where).toMatch(/\S/);
  }
}

describe('a dossier of 40 artifacts about 3 patients', () => {
  it('has 40 files of all kinds', () => {
    expect(FILES).toHaveLength(40);
    expect(new Set(FILES.map(({ path }) => path)).size).toBe(40);
  });

  it.each([true, false])('has one identity for each, when nothing is altered (declared: %s)', async (isDeclared) => {
    const run = await judgeDossier(oneIdentity, dossier(new Map(), isDeclared), {
      patients: isDeclared ? DECLARED : [],
    });
    expect(run.findings).toEqual([]);
    expect(run.verdict).toBe('conforming');
    expect(run.evaluated).toBeGreaterThan(isDeclared ? 60 : 40);
  });

  it('shows exactly the 6 identities that were altered, whichever they are, when patients are declared', async () => {
    const files = FILES.filter(({ patient }) => patient !== undefined);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: 6, maxLength: 6 }), (chosen) =>
        expectExactly(chosen, true),
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  it('shows them too when only links tell whose they are, and most places what they are', async () => {
    const files = FILES.filter(({ isLinked }) => isLinked);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: 6, maxLength: 6 }), (chosen) =>
        expectExactly(chosen, false),
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  it('shows the one that is altered as most of another patient are, where what most tell of each trait is no one', async () => {
    const names = ['B/xdm/1.zip', 'B/mail/2.eml', 'B/dmp/td2.1.mime', 'C/cda/1.xml', 'B/xdm/2.zip', 'B/cda/1.xml'];
    const chosen = names.flatMap((name) => FILES.filter(({ path }) => path === name));
    await expectExactly(chosen, false);
  });

  it('takes writings that the RNIV holds for the same', async () => {
    const same = (patient: Patient): Patient => ({
      ...patient,
      family: patient.family.toLowerCase().replace(/[-' ]/g, ' '),
      given: patient.given.replace('LEA', 'Léa').replace('-', ' '),
      givenList: patient.givenList.replace('LEA', 'Léa').replace('-', ' '),
    });
    const altered = new Map(FILES.filter(({ patient }) => patient).map((file) => [file, same(patientOf(file))]));
    const run = await judgeDossier(oneIdentity, dossier(altered, true), { patients: DECLARED });
    expect(run.findings).toEqual([]);
  });
});
