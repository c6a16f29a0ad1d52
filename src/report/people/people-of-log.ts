import type { LogContent } from '../../artifacts/logs/log.js';
import type { Person } from '../../artifacts/people/person.js';
import { matriculeFault } from '../../identity/matricule.js';

/** The patients that a functional trace names in the column that `segur.yaml` maps, each once. */
export function peopleOfLog(content: LogContent): Person[] {
  if (content.protocol !== 'trace' || !content.mapping.has('patient')) return [];
  const patients = new Set<string>();
  for (const { patient } of content.records()) if (patient) patients.add(patient);
  return [...patients].map((patient) =>
    matriculeFault(patient) === undefined ? { ins: [patient] } : { ids: [patient], names: [patient] },
  );
}
