import { loadBase } from '../packs/builtin.js';
import type { RemUse } from '../rem/apply-rem.js';
import type { Base } from '../scenarios/scenario.js';
import type { GivenRem } from './given-rem.js';
import { type HouseRules, readHouseRules } from './house-rules.js';
import type { Manifest } from './manifest.js';

/** The base that a dossier is judged by. */
export interface DossierBase {
  readonly house: HouseRules;
  /** Ours, with the house rules of the dossier, and with the wording of its workbook when it has one. */
  readonly base: Base;
  /** What the manifest may name: a proof that the workbook does not ask for is no mistake. */
  readonly known: Base;
  readonly use: RemUse | undefined;
}

/** @throws UserError with every mistake in the house rules. */
export async function dossierBase(folder: string, manifest: Manifest, rem: GivenRem | undefined): Promise<DossierBase> {
  const ours = loadBase();
  if (!rem) {
    const house = await readHouseRules(folder, manifest, ours);
    return { house, base: house.base, known: house.base, use: undefined };
  }
  const { applyRem, withCorridor } = await import('../rem/apply-rem.js');
  const { corridor } = manifest.applies;
  const house = await readHouseRules(folder, manifest, withCorridor(ours, rem.workbook, corridor));
  const { base, use } = applyRem(house.base, rem.workbook, { corridor, own: house.requirements, date: rem.date });
  return { house, base, known: { ...base, requirements: [...base.requirements, ...house.base.requirements] }, use };
}
