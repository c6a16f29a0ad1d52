import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CORPORA } from '../docs/calibration/corpora.js';
import { faultOf } from '../docs/calibration/fault-of.js';
import { measure } from '../docs/calibration/measure.js';
import { type Artifact, withContents } from '../src/artifacts/artifact.js';
import { read } from '../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../src/checks/context.js';
import type { Check } from '../src/checks/define.js';
import { ALL_CHECKS } from '../src/checks/registry.js';
import { discover } from '../src/dossier/discover.js';
import { runCheck } from '../src/engine/run-check.js';

/**
 * The official samples are an extra: clone the repositories of ansforge that `docs/calibration/corpora.js` names, and name their folders in the
 * environment. Each rule says how many of them break it: this measures it again, as `docs/make-calibration.js` does.
 */
const TOOL = {
  discover,
  read,
  withContents: (artifact: Artifact) => withContents(artifact),
  checks: ALL_CHECKS,
  runCheck: (check: Check, artifacts: readonly Artifact[]) => runCheck(check, artifacts, NOTHING_DECLARED),
};

/** The document of this message is a placeholder, cut in the middle of its XML declaration. */
const CUT = /V1\.0\/MDM\/message\.hl7!OBX\[1\]-5\[1\]$/;

describe.each(CORPORA)('official samples of $corpus', ({ corpus, variable, wanted }) => {
  const folder = process.env[variable] ?? '';
  const present = folder !== '' && existsSync(folder);
  if (!present) console.info(`skipped: name a clone of ansforge/${corpus} in ${variable} to judge its samples`);

  it.skipIf(!present)('break each rule as often as the rule says', { timeout: 240_000 }, async () => {
    const { files, broken, errors, failures, unread } = await measure(TOOL, folder, wanted);
    expect(files).toBeGreaterThan(50);
    expect(unread.filter((path) => !CUT.test(path))).toEqual([]);
    expect(failures).toEqual([]);
    // An error on an official sample is a fault of the sample that was looked at, and is written in `docs/calibration/faults.json`.
    expect(errors.filter(({ code, path }) => faultOf(code, path) === undefined)).toEqual([]);
    const declared = ALL_CHECKS.flatMap((check) =>
      Object.entries(check.rules).flatMap(([rule, { samples }]) =>
        samples?.corpus === corpus && !check.id.startsWith('dmp/historical')
          ? [[`${check.id}/${rule}`, samples.broken]]
          : [],
      ),
    );
    expect(declared.map(([code]) => [code, broken.get(String(code))?.size ?? 0])).toEqual(declared);
  });
});
