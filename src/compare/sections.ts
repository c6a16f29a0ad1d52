import { fill } from '../messages/fill.js';
import type { compare } from '../messages/fr/compare.js';
import type { ReportTexts } from '../messages/report-texts.js';
import type { SameKeys } from '../messages/same-keys.js';
import { sayOpinion, targetOf } from '../report/opinions.js';
import type { ReportOpinion } from '../report/report.js';
import type {
  Comparison,
  Effect,
  FindingPresence,
  Presence,
  RuleChange,
  Subject,
  VerdictChange,
} from './comparison.js';

/** Words of a comparison and of the reports, in one language. */
export interface CompareTexts {
  readonly compare: SameKeys<typeof compare>;
  readonly report: ReportTexts;
}

/** One kind of difference: a title, and a line, neither escaped nor masked further, for each. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What differs, what counts most first; kinds of which there is none are left out. */
export function sectionsOf(comparison: Comparison, texts: CompareTexts): Section[] {
  const { sections: titles } = texts.compare;
  const { judging, verdicts, added, removed, findings, artifacts, opinions } = comparison;
  const words = new Words(texts);
  const changes = (...effects: readonly Effect[]): string[] =>
    verdicts.filter(({ effect }) => effects.includes(effect)).map((each) => words.change(each));
  const turned = findings.moved.concat(findings.turned);
  const became = (counted: boolean): string[] =>
    turned.filter(({ a, b }) => a.counted !== b.counted && b.counted === counted).map(({ a, b }) => words.turned(a, b));
  const counted = (list: readonly FindingPresence[]) =>
    list.filter((each) => each.counted).map((each) => words.finding(each));
  const { findingAdded, findingRemoved } = texts.compare;
  const all: Record<keyof typeof titles, readonly string[]> = {
    regressions: [
      ...changes('regression'),
      ...counted(findings.added).map((finding) => fill(findingAdded, { finding })),
      ...became(true),
    ],
    fixes: [
      ...changes('fix'),
      ...counted(findings.removed).map((finding) => fill(findingRemoved, { finding })),
      ...became(false),
    ],
    judging: judging.map(({ what, name, a, b }) => words.arrow(fill(texts.compare.judging[what], { name }), a, b)),
    applicability: changes('applicability'),
    others: changes('worse', 'better'),
    added: added.map((each) => words.presence(each)),
    removed: removed.map((each) => words.presence(each)),
    addedFindings: findings.added.map((each) => words.finding(each)),
    removedFindings: findings.removed.map((each) => words.finding(each)),
    movedFindings: findings.moved.map(({ a, b }) =>
      fill(texts.compare.moved, { finding: words.finding(b), place: placeOf(a) }),
    ),
    addedArtifacts: artifacts.added,
    removedArtifacts: artifacts.removed,
    changedArtifacts: artifacts.changed,
    addedOpinions: opinions.added.map((each) => words.opinion(each)),
    removedOpinions: opinions.removed.map((each) => words.opinion(each)),
  };
  return Object.entries(all).flatMap(([key, lines]) =>
    lines.length === 0 ? [] : [{ title: titles[key as keyof typeof titles], lines }],
  );
}

class Words {
  constructor(readonly texts: CompareTexts) {}

  change({ a, b, rules, ...subject }: VerdictChange): string {
    const { verdicts } = this.texts.report;
    const change = this.arrow(this.#subject(subject), verdicts[a], verdicts[b]);
    // Of a check, the rule is itself.
    if (rules.length === 0 || subject.check !== '') return change;
    return fill(this.texts.compare.because, { change, rules: rules.map((each) => this.#rule(each)).join(', ') });
  }

  #rule({ check, a, b }: RuleChange): string {
    const { verdicts } = this.texts.report;
    const { absent, rule, ruleFindings } = this.texts.compare;
    if (a === b) return fill(ruleFindings, { check });
    return fill(rule, { check, a: a ? verdicts[a] : absent, b: b ? verdicts[b] : absent });
  }

  arrow(subject: string, a: string | null, b: string | null): string {
    const { absent, change } = this.texts.compare;
    return fill(change, { subject, a: a ?? absent, b: b ?? absent });
  }

  presence({ verdict, ...subject }: Presence): string {
    const words = { subject: this.#subject(subject), verdict: this.texts.report.verdicts[verdict] };
    return fill(this.texts.compare.presence, words);
  }

  #subject({ level, id, step, check }: Subject): string {
    // A check of a file is of no step.
    const shown = level === 'check' && step === 0 ? 'dossier' : level;
    return fill(this.texts.compare.levels[shown], { id, step, check }).trim();
  }

  finding(finding: FindingPresence): string {
    const { code, fingerprint, requirements } = finding;
    const severity = this.texts.report.severities[finding.severity];
    const words = fill(this.texts.compare.finding, { severity, code, place: placeOf(finding), fingerprint });
    if (requirements.length === 0) return words;
    return fill(this.texts.compare.of, { finding: words, requirements: requirements.join(', ') });
  }

  turned(a: FindingPresence, b: FindingPresence): string {
    const severity = this.texts.report.severities[a.severity];
    return fill(this.texts.compare.findingTurned, { finding: this.finding(b), severity });
  }

  opinion(opinion: ReportOpinion): string {
    return fill(this.texts.compare.opinion, { on: targetOf(opinion), said: sayOpinion(opinion, this.texts.report) });
  }
}

function placeOf({ artifact, line, column, path }: FindingPresence): string {
  const place = [artifact, line, line === null ? null : column].filter((part) => part !== null).join(':');
  return path === null ? place : `${place} ${path}`;
}
