import { byCodeUnit } from '../../artifacts/by-code-unit.js';

/** Which of two values of MSH-7 is earlier, at the precision that both have; 0 when their offsets from UTC make them hard to tell apart. */
export function compareTimes(one: string, other: string): number {
  const [a, b] = [FORM.exec(one), FORM.exec(other)];
  if (!a || !b || (a[3] ?? '') !== (b[3] ?? '')) return 0;
  const [left, right] = [`${a[1]}${a[2] ?? ''}`, `${b[1]}${b[2] ?? ''}`];
  const length = Math.min(left.length, right.length);
  return byCodeUnit(left.slice(0, length), right.slice(0, length));
}

const FORM = /^(\d{8,14})(?:\.(\d{1,4}))?([+-]\d{4})?$/;
