import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CORPORA } from '../docs/calibration/corpora.js';
import { faultOf } from '../docs/calibration/fault-of.js';
import { type Measure, measure } from '../docs/calibration/measure.js';
import { noisyRules, remarkOn } from '../docs/calibration/noise.js';
import { type Artifact, withContents } from '../src/artifacts/artifact.js';
import { read } from '../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../src/checks/context.js';
import type { Check } from '../src/checks/define.js';
import { ALL_CHECKS } from '../src/checks/registry.js';
import { discover } from '../src/dossier/discover.js';
import { runCheck } from '../src/engine/run-check.js';

/**
 * The official samples are an extra: get those that `docs/calibration/corpora.js` names, and name their folders in the environment. Each rule
 * says how many of them break it: this measures it again, as `docs/make-calibration.js` does.
 */
const TOOL = {
  discover,
  read,
  withContents: (artifact: Artifact) => withContents(artifact),
  checks: ALL_CHECKS,
  runCheck: (check: Check, artifacts: readonly Artifact[]) => runCheck(check, artifacts, NOTHING_DECLARED),
};

/**
 * What is known to be unreadable: a placeholder cut in the middle of its XML declaration, two assertions that are not in UTF-8, and an answer
 * saved without the part that holds its document.
 */
const UNREAD = /V1\.0\/MDM\/message\.hl7!OBX\[1\]-5\[1\]$|VIHF_DIRECTE_|^TD3\.2 - .*!/;

/** Rules that several files tell together, or what is declared of them: judged alone, a file tells nothing. */
const TOLD_TOGETHER = [
  'cda/transport-acknowledgement/parties',
  'dmp/message-form/answer-action',
  'dmp/reused-ids/document',
  'ins/insi-empty-trait/no-given-list',
  'ins/insi-response/matricule-key',
  'ins/insi-traits-kept/rewritten',
];

const present = CORPORA.filter(({ variable }) => existsSync(process.env[variable] ?? ''));
for (const { variable, source } of CORPORA.filter((each) => !present.includes(each)))
  console.info(`skipped: name in ${variable} the folder of these samples: ${source}`);

describe.skipIf(present.length === 0)('official samples', () => {
  const measures = new Map<string, Measure>();
  beforeAll(async () => {
    for (const { corpus, variable, wanted } of present)
      measures.set(corpus, await measure(TOOL, process.env[variable] ?? '', wanted));
  }, 480_000);

  it.each(present)('of $corpus are read, and break an error rule by a fault of theirs', ({ corpus }) => {
    const { files = 0, errors, failures, unread } = measures.get(corpus) ?? {};
    expect(files).toBeGreaterThan(30);
    expect(unread?.filter((path) => !UNREAD.test(path))).toEqual([]);
    expect(failures).toEqual([]);
    // Looked at one by one, and written in `docs/calibration/faults.json`.
    expect(errors?.filter(({ code, path }) => faultOf(code, path) === undefined)).toEqual([]);
  });

  it('break each rule as often as the rule says', () => {
    const declared = ALL_CHECKS.flatMap((check) =>
      Object.entries(check.rules).flatMap(([rule, { samples }]): [string, number, number][] => {
        const code = `${check.id}/${rule}`;
        const named = CORPORA.filter(({ corpus }) => samples?.corpus.includes(corpus));
        if (!samples || named.length === 0 || !named.every((each) => present.includes(each))) return [];
        if (TOLD_TOGETHER.includes(code)) return [];
        const found = named.reduce((sum, { corpus }) => sum + (measures.get(corpus)?.broken.get(code)?.size ?? 0), 0);
        return [[code, samples.broken, found]];
      }),
    );
    expect(declared.length).toBeGreaterThan(100);
    expect(declared.filter(([, said, found]) => said !== found)).toEqual([]);
  });

  it.skipIf(present.length < CORPORA.length)('break a warning seldom, or there is a reason to keep it', () => {
    const noisy = noisyRules(ALL_CHECKS, [...measures.values()]).map(({ code }) => code);
    expect(noisy.filter((code) => remarkOn(code) === undefined)).toEqual([]);
  });
});
