import { LIMITS, type LimitName, type Limits } from '../artifacts/limits.js';
import { UserError } from '../dossier/user-error.js';
import { nearest } from '../scenarios/nearest.js';

/** The limits that `--limit NAME=VALUE` asks for, the last of a name winning. @throws UserError for an unknown name, or a value that is no positive integer. */
export function parseLimits(values: readonly string[] = []): Limits {
  const limits: Record<LimitName, number> = { ...LIMITS };
  const names = Object.keys(LIMITS) as LimitName[];
  for (const text of values) {
    const [given = '', ...rest] = text.split('=');
    const value = rest.join('=');
    const name = names.find((each) => each === given);
    if (!name)
      throw new UserError('unknown-limit', { name: given, expected: names.join(', '), ...nearest(given, names) });
    if (!/^[1-9]\d*$/.test(value) || !Number.isSafeInteger(Number(value)))
      throw new UserError('invalid-limit', { name, value });
    limits[name] = Number(value);
  }
  return limits;
}
