import { UserError } from '../dossier/user-error.js';
import type { Base } from '../scenarios/scenario.js';
import type { ListOptions } from './options.js';

/** True for `--report json`; @throws UserError for another format: lists have no other. */
export function wantsJson({ report }: ListOptions): boolean {
  const other = report.find((each) => each !== 'json' && each !== 'terminal');
  if (other !== undefined) throw new UserError('unknown-format', { name: other, expected: 'terminal, json' });
  return report.includes('json');
}

/** @throws UserError for a corridor that the base does not have. */
export function refuseUnknownCorridor(base: Base, corridor: string | undefined): void {
  const known = base.corridors.map((each) => each.corridor);
  if (corridor !== undefined && !known.includes(corridor)) {
    throw new UserError('invalid-option', { option: '--corridor', value: corridor, expected: known.join(', ') });
  }
}
