import { fileOf } from '../artifacts/artifact.js';
import { productionIdentity } from '../checks/ins/production-identity.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { fill } from '../messages/fill.js';
import type { Mask } from './mask.js';
import type { ReportInput } from './report-input.js';

/** Matricules and files that an alarm lists: a batch of thousands must not bury it. */
const LISTED = { matricules: 20, files: 10 };

/** The patients who may be real in a dossier of tests: what it is about, then each of them with its files and the line that declares it fictitious. */
export function alarmsOf({ dossier, artifacts }: ReportInput, { alarms }: Catalogue, mask: Mask): string[] {
  const files = new Map(artifacts.map((each) => [each.path, fileOf(each)]));
  const patients = new Map<
    string,
    { readonly matricule: string; readonly oid: string; readonly id: string | undefined; readonly files: Set<string> }
  >();
  for (const { args, at, actual } of dossier
    .filter(({ check }) => check === productionIdentity.id)
    .flatMap((run) => run.findings)
    .filter(({ code }) => code !== `${productionIdentity.id}/test-identity`)) {
    const id = args.patient === undefined ? undefined : String(args.patient);
    const key = JSON.stringify([actual, id]);
    const patient = patients.get(key) ?? { matricule: actual, oid: String(args.oid), id, files: new Set() };
    patients.set(key, patient);
    // The metadata of an archive are no artifact of their own.
    const container = at.artifact.slice(0, Math.max(at.artifact.lastIndexOf('!'), 0));
    patient.files.add(files.get(at.artifact) ?? files.get(container) ?? at.artifact);
  }
  if (patients.size === 0) return [];
  const all = [...patients.values()];
  const listed = all.slice(0, LISTED.matricules).map(({ matricule, oid, id, files: paths }) =>
    fill(id === undefined ? alarms.patient : alarms.declaredPatient, {
      matricule: mask(matricule),
      oid,
      patient: mask(id ?? ''),
      files: list([...paths], alarms, mask),
    }),
  );
  const count = new Set(all.map(({ matricule }) => matricule)).size;
  // The line to add holds the matricule itself.
  const isHidden = all.some(({ matricule, id }) => id === undefined && mask(matricule) !== matricule);
  const more = patients.size - listed.length;
  return [
    fill(alarms.production, { count }),
    ...listed,
    ...(isHidden ? [alarms.hidden] : []),
    ...(more > 0 ? [fill(alarms.morePatients, { count: more })] : []),
  ];
}

function list(paths: readonly string[], alarms: Catalogue['alarms'], mask: Mask): string {
  const files = paths.slice(0, LISTED.files).map(mask).join(', ');
  const more = paths.length - LISTED.files;
  return more > 0 ? fill(alarms.moreFiles, { files, count: more }) : files;
}
