/** Objects and lists inside one another: a report has some twenty. */
const MAX_DEPTH = 1000;
/** Values: a report of a million findings has half. */
const MAX_VALUES = 60_000_000;

/** Whether a JSON text nests and holds no more than a report, or what a seal says of itself, may: its parser takes ten times the memory of empty lists. */
export function isBoundedJson(json: Uint8Array): boolean {
  let depth = 0;
  let values = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (inText) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) inText = false;
    } else if (byte === 0x22) inText = true;
    else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      values += 1;
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
    else if (byte === 0x2c) values += 1;
    if (depth > MAX_DEPTH || values > MAX_VALUES) return false;
  }
  return true;
}
