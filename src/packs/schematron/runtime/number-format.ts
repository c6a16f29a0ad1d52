/** A double as XPath writes it (XPath functions §17.1.2): `100`, `0.1`, `1.0E21`, `INF`, `NaN`, `-0`. */
export function formatDouble(value: number): string {
  if (Number.isInteger(value) && value > -1e6 && value < 1e6) return Object.is(value, -0) ? '-0' : `${value}`;
  return formatDigits(value, value.toExponential());
}

/** The same of a float: the fewest digits that tell it from its neighbours. */
export function formatFloat(value: number): string {
  if (Number.isFinite(value) && value !== 0) {
    for (let digits = 0; digits < 9; digits++) {
      const text = value.toExponential(digits);
      if (Math.fround(Number(text)) === value) return formatDigits(Number(text), Number(text).toExponential());
    }
  }
  return formatDouble(value);
}

/** @param exponential the shortest digits, `1.5e+21`. */
function formatDigits(value: number, exponential: string): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-INF' : 'INF';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const size = Math.abs(value);
  // From 1e-6 on, JavaScript writes no exponent either.
  if (size >= 1e-6 && size < 1e6) return `${value}`;
  const [mantissa = '', exponent = ''] = exponential.split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}

const DOUBLE = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A double from its text, blanks around it left out (xs:double, and `+INF` of XSD 1.1, which the reference engine takes). Undefined when it is none. */
export function parseDouble(text: string): number | undefined {
  const trimmed = trimSpace(text);
  if (DOUBLE.test(trimmed)) return Number(trimmed);
  if (trimmed === 'INF' || trimmed === '+INF') return Number.POSITIVE_INFINITY;
  if (trimmed === '-INF') return Number.NEGATIVE_INFINITY;
  return trimmed === 'NaN' ? Number.NaN : undefined;
}

/** Without the white space of XML around it; `trim` of JavaScript takes more. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}
