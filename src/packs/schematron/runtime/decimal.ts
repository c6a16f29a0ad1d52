/** An exact decimal, `units / 10 ** scale`, without trailing zeros after its point. An integer has the scale 0. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Digits after the point of a quotient, as the reference engine gives them. */
const QUOTIENT_SCALE = 18;

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function decimal(units: bigint, scale: number): Decimal {
  let value = units;
  let digits = scale;
  while (digits > 0 && value % 10n === 0n) {
    value /= 10n;
    digits--;
  }
  return { units: value, scale: digits };
}

/** @param text of the form of xs:decimal: sign, digits, point. */
export function parseDecimal(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  const negative = whole.startsWith('-');
  const units = BigInt(`${whole.replace(/^[+-]/, '')}${fraction}` || '0');
  return decimal(negative ? -units : units, fraction.length);
}

/** The exact value of a finite number. */
export function decimalOfNumber(value: number): Decimal {
  if (Number.isInteger(value)) return { units: BigInt(value), scale: 0 };
  let mantissa = value;
  let halvings = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    halvings++;
  }
  return decimal(BigInt(mantissa) * 5n ** BigInt(halvings), halvings);
}

/** The value of the fewest digits that tell a finite number from its neighbours: 0.1 is one tenth. */
export function shortestDecimal(value: number): Decimal {
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  const { units, scale } = parseDecimal(mantissa);
  const places = scale - Number(exponent);
  return places >= 0 ? decimal(units, places) : { units: units * power(-places), scale: 0 };
}

export function formatDecimal({ units, scale }: Decimal): string {
  if (scale === 0) return units.toString();
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The nearest double. */
export function numberOfDecimal(value: Decimal): number {
  return value.scale === 0 ? Number(value.units) : Number(formatDecimal(value));
}

function align(left: Decimal, right: Decimal): { left: bigint; right: bigint; scale: number } {
  const scale = Math.max(left.scale, right.scale);
  return {
    left: left.units * power(scale - left.scale),
    right: right.units * power(scale - right.scale),
    scale,
  };
}

/** Negative, 0 or positive. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const aligned = align(left, right);
  return aligned.left < aligned.right ? -1 : aligned.left > aligned.right ? 1 : 0;
}

export function add(left: Decimal, right: Decimal): Decimal {
  const aligned = align(left, right);
  return decimal(aligned.left + aligned.right, aligned.scale);
}

export function negate({ units, scale }: Decimal): Decimal {
  return { units: -units, scale };
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  return decimal(left.units * right.units, left.scale + right.scale);
}

/** Halves are rounded towards zero. @param right not zero. */
export function divide(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(QUOTIENT_SCALE, left.scale, right.scale);
  const aligned = align(left, right);
  const numerator = aligned.left * power(scale);
  const quotient = numerator / aligned.right;
  const rest = numerator % aligned.right;
  const twice = 2n * (rest < 0n ? -rest : rest);
  const above = twice > (aligned.right < 0n ? -aligned.right : aligned.right);
  const away = numerator < 0n === aligned.right < 0n ? 1n : -1n;
  return decimal(above ? quotient + away : quotient, scale);
}

/** The whole part of the quotient. @param right not zero. */
export function divideWhole(left: Decimal, right: Decimal): Decimal {
  const aligned = align(left, right);
  return { units: aligned.left / aligned.right, scale: 0 };
}

/** What is left by `divideWhole`: it has the sign of `left`. @param right not zero. */
export function remainder(left: Decimal, right: Decimal): Decimal {
  const aligned = align(left, right);
  return decimal(aligned.left % aligned.right, aligned.scale);
}

export function floorDecimal({ units, scale }: Decimal): Decimal {
  const unit = power(scale);
  const whole = units / unit;
  return { units: units < 0n && whole * unit !== units ? whole - 1n : whole, scale: 0 };
}

export function ceilingDecimal(value: Decimal): Decimal {
  return negate(floorDecimal(negate(value)));
}

/** Halves go up (`up`, as fn:round) or to the even neighbour. @param precision digits kept after the point, negative before it. */
export function roundDecimal(value: Decimal, precision: number, halves: 'up' | 'even'): Decimal {
  if (precision >= value.scale) return value;
  const unit = power(value.scale - precision);
  let whole = value.units / unit;
  if (value.units < 0n && whole * unit !== value.units) whole -= 1n;
  const twice = 2n * (value.units - whole * unit);
  if (twice > unit || (twice === unit && (halves === 'up' || whole % 2n !== 0n))) whole += 1n;
  return precision < 0 ? { units: whole * power(-precision), scale: 0 } : decimal(whole, precision);
}
