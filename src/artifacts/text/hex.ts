/** `text` with each byte in hexadecimal that `form` finds in its first group as that byte. */
export function hexDecode(text: string, form: RegExp): string {
  return text.replace(form, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A byte as messages show it: `0xE9`. */
export function shownByte(byte = 0): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
