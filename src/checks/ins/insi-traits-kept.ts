import { sameTrait, startsList } from '../../identity/compare-traits.js';
import { differenceOf } from '../../identity/difference.js';
import { authorityOf, bareOid, isTestOid } from '../../identity/oids.js';
import { type TraitName, traitKey } from '../../identity/traits.js';
import type { CheckContext } from '../context.js';
import { type Rule as CheckRule, defineSetCheck, type RawFinding } from '../define.js';
import { currentIns } from '../identities/current-ins.js';
import type { Told } from '../identities/told-identity.js';
import type { InsiFinding } from './insi/exchanges.js';
import { answerPlace, EXPORTS, type ExportedPerson, exportedPersons, keptExport } from './insi/exports.js';

type Rule = 'trait' | 'rewritten';

const rule = (severity: CheckRule['severity'], samples: CheckRule['samples']): CheckRule => {
  return { severity, mark: 'primary', clause: "Guide d'implémentation de l'INS, règle 6 (INS/va1.52)", samples };
};
const CORPUS = 'DMP_LPS Exemple de messages v02.05.00, 18 exports de la personne de la réponse WS_INS2';
const inDocument = (good: string, bad: string) => ({ base: 'insi-export', part: 'cda', good, bad }) as const;

/** The strict traits that INSi gives; `Prenom` is none: given names come from `ListePrenom`. */
const STRICT = ['birthName', 'givenList', 'sex', 'birthDate', 'birthPlace'] as const;

/**
 * Every identity that the software exports carries exactly the traits that INSi gave for that person. What INSi gave incomplete is judged by
 * `ins/insi-incomplete-date` and `ins/insi-empty-trait`.
 */
export const insiTraitsKept = defineSetCheck({
  id: 'ins/insi-traits-kept',
  on: EXPORTS,
  rules: {
    trait: rule('error', { broken: 0, of: 18, corpus: CORPUS }),
    rewritten: rule('warning', { broken: 1, of: 18, corpus: CORPUS }),
  },
  examples: [
    { rule: 'trait', ...inDocument('<county>63113</county>', '<county>63114</county>') },
    { rule: 'rewritten', ...inDocument('<given>CAMILLE LOUISE ANNE</given>', '<given>CAMILLE LOUISE-ANNE</given>') },
  ],
  keep: keptExport,
  run(kept, context) {
    const persons = exportedPersons(kept, context)
      .map((person) => ({ ...person, found: person.found.filter(({ bars, isMinor }) => bars.length === 0 || isMinor) }))
      .filter(({ found }) => found.length > 0);
    // One file tells a patient several times (VIHF, metadata, a feed): the same fault is told once.
    const findings = new Map<string, RawFinding<Rule>>();
    for (const finding of persons.flatMap((person) => judge(person, context))) {
      const key = JSON.stringify([finding.at.artifact, finding.rule, finding.args, finding.actual]);
      if (!findings.has(key)) findings.set(key, finding);
    }
    return {
      evaluated: persons.length,
      findings: [...findings.values()],
      ...(persons.length === 0 && { applies: false }),
    };
  },
});

/** Among several answers for a person, the one that the identity follows best: traits may have changed between two calls. */
function judge(person: ExportedPerson, context: CheckContext): RawFinding<Rule>[] {
  const compared = person.found.map((answer) => compare(person, answer, context));
  return compared.reduce((best, each) => (each.length < best.length ? each : best));
}

function compare({ path, identity }: ExportedPerson, insi: InsiFinding, context: CheckContext): RawFinding<Rule>[] {
  const findings: RawFinding<Rule>[] = [];
  const add = (rule: Rule, trait: TraitName, told: Told, given: Told): void => {
    findings.push({
      rule,
      at: { artifact: path, ...told.at },
      args: {
        trait,
        given: given.value,
        difference: differenceOf(trait, told.value, given.value),
        ...answerPlace({ ...insi.at, ...given.at }),
      },
      actual: told.value,
    });
  };
  const [own, given] = [currentIns(identity), currentIns(insi.identity)];
  if (own && given) {
    if (own.value !== given.value) add('trait', 'matricule', own, given);
    else if (own.oid && given.oid && !sameAuthority(own.oid.value, given.oid.value, context))
      add('trait', 'oid', own.oid, given.oid);
  }
  for (const trait of STRICT) {
    const [told, right] = [identity.traits[trait], insi.identity.traits[trait]];
    if (!told || !right || isWrittenAlike(trait, told.value, right.value)) continue;
    add(sameTrait(trait, told.value, right.value) ? 'rewritten' : 'trait', trait, told, right);
  }
  const [first, list] = [identity.traits.firstGiven, insi.identity.traits.givenList];
  if (first && list && !startsList(first.value, list.value)) add('trait', 'firstGiven', first, list);
  return findings;
}

/** Encodings have their own codes for the sex, dates and places; names are compared letter by letter (FAQ of the ANS: INSi is strict on them). */
function isWrittenAlike(trait: (typeof STRICT)[number], one: string, other: string): boolean {
  if (trait === 'birthName' || trait === 'givenList') return one === other;
  return traitKey(trait, one) === traitKey(trait, other);
}

/** The platform of qualification of INSi answers fictitious people under the OID of production, which the DMP takes under the one of test. */
function sameAuthority(own: string, given: string, { environment }: CheckContext): boolean {
  if (bareOid(own) === bareOid(given)) return true;
  return environment === 'test' && isTestOid(own) && authorityOf(given)?.nature === 'NIR';
}
