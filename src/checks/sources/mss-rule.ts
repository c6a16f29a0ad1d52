import type { Rule } from '../define.js';
import type { Mark } from '../mark.js';

/**
 * A rule of the référentiel socle MSSanté #2. No official mail exists to try it on: the few that guides print are said in the rule's comment.
 *
 * @param eco number of its requirement, `ECO.2.2.4`
 * @param requirement that of the REM, `MSS/va1.11`
 */
export function mssRule(
  eco: string,
  requirement: string,
  severity: Rule['severity'] = 'error',
  mark: Mark = 'primary',
): Rule {
  return { severity, mark, clause: `Référentiel socle MSSanté #2 v1.0, ${eco} (${requirement})`, samples: null };
}
