import { UserError } from '../dossier/user-error.js';
import { loadBase } from '../packs/builtin.js';
import type { Base } from '../scenarios/scenario.js';
import type { ListOptions } from './options.js';

/** True for `--report json`; @throws UserError for another format: lists have no other. */
export function wantsJson({ report }: ListOptions): boolean {
  const other = report.find((each) => each !== 'json' && each !== 'terminal');
  if (other !== undefined) throw new UserError('unknown-format', { name: other, expected: 'terminal, json' });
  return report.includes('json');
}

/**
 * The base that lists are of: ours, or with `--rem` that of its workbook, for the corridor that is given or that its name tells.
 * @throws UserError for a corridor that the base does not have, and for a workbook that can't be read or is for nobody knows what.
 */
export async function listedBase({ rem, corridor }: ListOptions): Promise<Base> {
  const base = loadBase();
  if (rem === undefined) {
    refuseUnknownCorridor(base, corridor);
    return base;
  }
  const [{ workbookBytes }, { readRemWorkbook }, { applyRem }, { namedCorridor }] = await Promise.all([
    import('../dossier/given-rem.js'),
    import('../rem/read-rem-workbook.js'),
    import('../rem/apply-rem.js'),
    import('../rem/named-corridor.js'),
  ]);
  const workbook = await readRemWorkbook(await workbookBytes(rem), rem);
  const wanted = corridor ?? namedCorridor(workbook.file, base);
  if (wanted === undefined) throw new UserError('rem-corridor', { path: workbook.file });
  return applyRem(base, workbook, { corridor: wanted }).base;
}

/** @throws UserError for a corridor that the base does not have. */
function refuseUnknownCorridor(base: Base, corridor: string | undefined): void {
  const known = base.corridors.map((each) => each.corridor);
  if (corridor !== undefined && !known.includes(corridor)) {
    throw new UserError('invalid-option', { option: '--corridor', value: corridor, expected: known.join(', ') });
  }
}
