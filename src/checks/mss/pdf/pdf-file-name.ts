/** What `_` parts in the name of a PDF copy, `AAAAMMJJ_type_NOM_prénom[_dossier].pdf` (ECO.2.1.6): four fields at least; undefined for another name. */
export function partsOfName(fileName: string): readonly string[] | undefined {
  const parts = (/^(.*)\.pdf$/i.exec(fileName)?.[1] ?? '').split('_');
  const isWhole = parts.length >= 4 && parts.slice(0, 4).every((part) => part.trim() !== '');
  return isWhole && /\d/.test(parts[0] ?? '') ? parts : undefined;
}
