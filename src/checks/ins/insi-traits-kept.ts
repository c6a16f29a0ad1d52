import { type Artifact, isKind } from '../../artifacts/artifact.js';
import { isResponse } from '../../artifacts/soap/body.js';
import { sameTrait, startsList } from '../../identity/compare-traits.js';
import { authorityOf, bareOid, isTestOid } from '../../identity/oids.js';
import { STATUS_MEANING } from '../../identity/statuses.js';
import { type TraitName, traitKey } from '../../identity/traits.js';
import type { CheckContext } from '../context.js';
import { type Rule as CheckRule, defineSetCheck, type Place, type RawFinding } from '../define.js';
import { currentIns } from '../identities/current-ins.js';
import { identitiesOf } from '../identities/identities-of.js';
import { identitiesOfMessage } from '../identities/identities-of-soap.js';
import type { Told, ToldIdentity } from '../identities/told-identity.js';
import { type InsiFinding, insiFindings, type KeptMessage, keptMessages } from './insi-exchanges.js';

type Rule = 'trait' | 'rewritten' | 'not-importable' | 'no-given-list';

/** What is kept of an artifact: what INSi answered in it, and the identities that the software exported in it. */
interface KeptArtifact {
  readonly path: string;
  readonly patient: string | undefined;
  readonly messages: readonly KeptMessage[];
  readonly exported: readonly ToldIdentity[];
}

const GUIDE = "Guide d'implémentation de l'INS";
const rule = (severity: CheckRule['severity'], clause: string): CheckRule => {
  return { severity, mark: 'primary', clause: `${GUIDE}, ${clause}`, samples: null };
};
const inDocument = (good: string, bad: string) => ({ base: 'insi-export', part: 'cda', good, bad }) as const;

/** The strict traits that INSi gives; `Prenom` is none: given names come from `ListePrenom`. */
const STRICT = ['birthName', 'givenList', 'sex', 'birthDate', 'birthPlace'] as const;

/**
 * Every identity that the software exports carries exactly the traits that INSi gave for that person, and nothing of what INSi gave incomplete. The
 * person is the same by the matricule, or by the patient that the vendor declares: never by the name.
 */
export const insiTraitsKept = defineSetCheck({
  id: 'ins/insi-traits-kept',
  on: ['soap', 'cda', 'hl7v2', 'fhir'],
  rules: {
    trait: rule('error', 'règle 6 (INS/va1.52)'),
    rewritten: rule('warning', 'règle 6 (INS/va1.52)'),
    'not-importable': rule('error', 'règles 11 et 12 (INS/va1.28, INS/va1.31)'),
    'no-given-list': {
      ...rule('warning', 'règle 12 (INS/va1.31)'),
      samples: { broken: 1, of: 1, corpus: 'DMP_LPS Exemple de messages v02.05.00, 1 réponse WS_INS2' },
    },
  },
  examples: [
    { rule: 'trait', ...inDocument('<county>63113</county>', '<county>63114</county>') },
    { rule: 'rewritten', ...inDocument('<given>CAMILLE LOUISE ANNE</given>', '<given>CAMILLE LOUISE-ANNE</given>') },
    { rule: 'not-importable', base: 'insi-export', part: 'response', good: '1985-07-14', bad: '1985-00-14' },
    { rule: 'no-given-list', base: 'insi-export', part: 'response', good: 'CAMILLE LOUISE ANNE', bad: '' },
  ],
  keep: (artifact): KeptArtifact => ({
    path: artifact.path,
    patient: artifact.declared.patient,
    messages: isKind(artifact, 'soap') ? keptMessages(artifact) : [],
    exported:
      artifact.declared.role === 'incoming' || artifact.declared.role === 'historical' ? [] : exportedBy(artifact),
  }),
  run(kept, context) {
    const found = insiFindings(kept.flatMap(({ messages }) => messages));
    const findings: RawFinding<Rule>[] = [];
    let evaluated = 0;
    for (const { path, patient, exported } of kept) {
      // One file tells a patient several times (VIHF, metadata, a feed): the same fault is told once.
      const told = new Set<string>();
      for (const identity of exported) {
        const person = personOf(identity, declaredFor(identity, exported, patient), found, context);
        if (person.length === 0) continue;
        evaluated++;
        for (const finding of judge(identity, { artifact: path }, person, context)) {
          const key = JSON.stringify([finding.rule, finding.args, finding.actual]);
          if (!told.has(key)) findings.push(finding);
          told.add(key);
        }
      }
    }
    return { evaluated, findings, ...(evaluated === 0 && { applies: false }) };
  },
});

/** What the software itself tells of patients: not what it asks INSi or the DMP, nor what they answer. */
function exportedBy(artifact: Artifact): ToldIdentity[] {
  const told = isKind(artifact, 'soap')
    ? artifact.content.messages
        .filter(({ body }) => !isResponse(body))
        .flatMap((message) => identitiesOfMessage(message, artifact.path))
    : identitiesOf(artifact);
  return told.filter(({ asked, source }) => !asked && source !== 'insi' && source !== 'dmp-query');
}

/** What INSi found of the person of an identity. Without matricule, only for a patient whose declared status says that INSi found it. */
function personOf(
  identity: ToldIdentity,
  patient: string | undefined,
  found: readonly InsiFinding[],
  context: CheckContext,
): InsiFinding[] {
  const matricule = currentIns(identity);
  const status = context.patients.find(({ id }) => id === patient)?.status;
  const isDeclared = patient !== undefined && (matricule !== undefined || (status && STATUS_MEANING[status].holdsIns));
  return found.filter(
    (each) =>
      (matricule !== undefined && currentIns(each.identity)?.value === matricule.value) ||
      (isDeclared && each.patient === patient),
  );
}

/**
 * The declared patient of a file, for an identity of it: the one of a file about one person. A feed of HL7 v2 also tells identities that lost their INS
 * because a trait was changed: there, only the matricule tells whom INSi found.
 */
function declaredFor(
  identity: ToldIdentity,
  exported: readonly ToldIdentity[],
  patient: string | undefined,
): string | undefined {
  if (identity.source === 'hl7v2') return undefined;
  const matricules = new Set(exported.flatMap((each) => currentIns(each)?.value ?? []));
  return matricules.size > 1 ? undefined : patient;
}

/** Among several answers for a person, the one that the identity follows best: traits may have changed between two calls. */
function judge(
  identity: ToldIdentity,
  file: Place,
  person: readonly InsiFinding[],
  context: CheckContext,
): RawFinding<Rule>[] {
  const importable = person.filter(({ bars }) => bars.length === 0);
  if (importable.length > 0) {
    const compared = importable.map((each) => compare(identity, file, each, context));
    return compared.reduce((best, each) => (each.length < best.length ? each : best));
  }
  const matricule = currentIns(identity);
  return person
    .filter((each) => matricule !== undefined && currentIns(each.identity)?.value === matricule.value)
    .slice(0, 1)
    .map(({ bars, isMinor, at }) => ({
      rule: isMinor ? 'no-given-list' : 'not-importable',
      at: { ...file, ...(matricule ?? identity).at },
      args: { elements: bars.join(', '), ...otherPlace(at) },
      actual: matricule?.value ?? '',
    }));
}

function compare(identity: ToldIdentity, file: Place, insi: InsiFinding, context: CheckContext): RawFinding<Rule>[] {
  const findings: RawFinding<Rule>[] = [];
  const add = (rule: Rule, trait: TraitName, told: Told, given: Told): void => {
    findings.push({
      rule,
      at: { ...file, ...told.at },
      args: { trait, given: given.value, ...otherPlace({ artifact: insi.at.artifact, ...given.at }) },
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
  return (
    bareOid(own) === bareOid(given) ||
    (environment === 'test' && isTestOid(bareOid(own)) && authorityOf(given)?.nature === 'NIR')
  );
}

function otherPlace({ artifact, line }: Place): Record<string, string | number> {
  return { otherPath: artifact, otherLine: line ?? 0 };
}
