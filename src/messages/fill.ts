export type Language = 'fr' | 'en';

/** Puts the values of `args` where `template` names them in braces; a name without a value stays visible. */
export function fill(template: string, args: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{([\w-]+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
}
