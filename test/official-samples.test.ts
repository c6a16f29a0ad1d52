import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Artifact, withContents } from '../src/artifacts/artifact.js';
import { read } from '../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../src/checks/context.js';
import { ALL_CHECKS } from '../src/checks/registry.js';
import { discover } from '../src/dossier/discover.js';
import { runCheck } from '../src/engine/run-check.js';

/**
 * The official samples are an extra: clone ansforge/TestContenuCDA-3-0, ansforge/interop-exemples-xdm and ansforge/hl7V2-exemples, and name
 * their folders in the environment. Each rule says how many of them break it: this measures it again.
 */
const CORPORA = [
  { corpus: 'TestContenuCDA-3-0', variable: 'SEGUR_SAMPLES_CDA', wanted: /ExemplesCDA\/[^/]+\.xml$/i },
  { corpus: 'interop-exemples-xdm', variable: 'SEGUR_SAMPLES_XDM', wanted: /\.zip$/i },
] as const;

/** Fictitious patients under the OID of production, whose matricules have a wrong key. */
const WRONG_KEYS = [/CSE-CS(?:24|8|9)_2024\.01/, /CSE-MDE_2023\.01/, /OBP-S[EN][EM]_2024\.01/];

/** Error rules that an official sample breaks by a recorded defect of its own. */
const RECORDED: Readonly<Record<string, readonly RegExp[]>> = {
  'cda/document-identity/missing': [/AVC-AUNV_2022\.01/],
  'ins/document-identity/matricule-key': WRONG_KEYS,
  'ins/metadata-identity/matricule-key': WRONG_KEYS,
};

async function samplesIn(folder: string, wanted: RegExp): Promise<Artifact[]> {
  const artifacts: Artifact[] = [];
  for (const path of (await discover(folder)).filter((each) => wanted.test(each))) {
    const { artifact, unreadable } = await read({ path, bytes: readFileSync(join(folder, path)), declared: {} });
    expect(unreadable, path).toEqual([]);
    if (artifact) artifacts.push(artifact);
  }
  return artifacts;
}

describe.each(CORPORA)('official samples of $corpus', ({ corpus, variable, wanted }) => {
  const folder = process.env[variable] ?? '';
  const present = folder !== '' && existsSync(folder);
  if (!present) console.info(`skipped: name a clone of ansforge/${corpus} in ${variable} to judge its samples`);

  it.skipIf(!present)('break each rule as often as the rule says', { timeout: 120_000 }, async () => {
    const artifacts = await samplesIn(folder, wanted);
    expect(artifacts.length).toBeGreaterThan(50);
    const broken = new Map<string, Set<string>>();
    for (const artifact of artifacts.flatMap((each) => [...withContents(each)])) {
      for (const check of ALL_CHECKS.filter((each) => each.kinds.includes(artifact.kind))) {
        for (const run of runCheck(check, [artifact], NOTHING_DECLARED)) {
          expect(run.failure, `${check.id} on ${artifact.path}`).toBeUndefined();
          for (const { code, severity } of run.findings) {
            broken.set(code, (broken.get(code) ?? new Set()).add(artifact.path));
            if (severity === 'error')
              expect(
                RECORDED[code]?.some((each) => each.test(artifact.path)),
                `${code} on ${artifact.path}`,
              ).toBe(true);
          }
        }
      }
    }
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

describe('official samples of hl7V2-exemples', () => {
  const folder = process.env.SEGUR_SAMPLES_HL7 ?? '';
  const present = folder !== '' && existsSync(folder);
  if (!present)
    console.info('skipped: name a clone of ansforge/hl7V2-exemples in SEGUR_SAMPLES_HL7 to read its samples');

  /** The document of this message is a placeholder, cut in the middle of its XML declaration. */
  const recorded = /V1\.0\/MDM\/message\.hl7!OBX\[1\]-5\[1\]$/;

  it.skipIf(!present)('are all read as messages', { timeout: 60_000 }, async () => {
    const paths = (await discover(folder)).filter((path) => /\.(?:hl7|er7)$|\/Message metier [^./]+$/i.test(path));
    expect(paths.length).toBeGreaterThan(50);
    for (const path of paths) {
      const { artifact, unreadable } = await read({ path, bytes: readFileSync(join(folder, path)), declared: {} });
      expect(artifact?.kind, path).toBe('hl7v2');
      expect(unreadable.filter((each) => !recorded.test(each.path)).map((each) => each.path)).toEqual([]);
    }
  });
});
