import type { CheckContext } from '../../context.js';
import type { Outcome, RawFinding } from '../../define.js';
import { currentIns } from '../../identities/current-ins.js';
import type { InsiFinding } from './exchanges.js';
import { answerPlace, exportedPersons, type keptExport } from './exports.js';

/**
 * Judges what the software did of persons whom INSi told incompletely: nothing that it exports carries their matricule. A person whom another
 * answer tells in full may be exported.
 * @param isBarred whether an answer is one that the check is about.
 * @param ruleOf the rule that an export of it breaks.
 */
export function judgeBarredExports<R extends string>(
  kept: readonly ReturnType<typeof keptExport>[],
  context: CheckContext,
  isBarred: (answer: InsiFinding) => boolean,
  ruleOf: (answer: InsiFinding) => R,
): Outcome<R> {
  const barred = kept
    .flatMap(({ messages }) => messages.flatMap(({ found }) => found ?? []))
    .filter(({ bars }) => bars.length > 0);
  const answers = barred.filter((each) => isBarred({ ...each, patient: undefined })).length;
  const persons = exportedPersons(kept, context);
  // Without any export, nothing shows what the software did of the answer.
  if (answers === 0 || persons.length === 0) return { evaluated: 0, findings: [], applies: false };
  const findings = new Map<string, RawFinding<R>>();
  for (const { path, identity, found } of persons) {
    const matricule = currentIns(identity);
    const own = found.filter((each) => matricule !== undefined && currentIns(each.identity)?.value === matricule.value);
    const answer = own.find(isBarred);
    if (!matricule || !answer || own.some(({ bars }) => bars.length === 0) || findings.has(path)) continue;
    findings.set(path, {
      rule: ruleOf(answer),
      at: { artifact: path, ...matricule.at },
      args: { elements: answer.bars.join(', '), ...answerPlace(answer.at) },
      actual: matricule.value,
    });
  }
  return { evaluated: answers, findings: [...findings.values()] };
}
