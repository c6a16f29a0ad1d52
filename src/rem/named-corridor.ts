import type { Base } from '../scenarios/scenario.js';

/** The corridor that the name of a published workbook tells: REM-MDV-LGC-Va2, REM_LGC_…, REM-MS-DUI-Va2. */
export function namedCorridor(name: string, { corridors }: Pick<Base, 'corridors'>): string | undefined {
  const parts = name.replace(/\.[^.]*$/, '').split(/[-_ ]+/);
  const known = parts.find((part) => corridors.some(({ corridor }) => corridor === part.toUpperCase()));
  return (known ?? /^REM[-_][A-Z]+[-_]([A-Z]{2,5})[-_]Va\d/i.exec(name)?.[1])?.toUpperCase();
}
