import type { Look, OfficialColumn } from './official-sheet.js';

const HEAD: Look = { size: 12, bold: true, horizontal: 'center' };
const CENTER: Look = { size: 12, horizontal: 'center' };
const SMALL: Look = { size: 10, horizontal: 'center' };
const TEXT: Look = { size: 12, horizontal: 'left', indent: 2, locked: true };
const SMALL_TEXT: Look = { size: 10, horizontal: 'left', indent: 1 };

/**
 * Columns A to N of the sheet `Exigences` of the ANS Convergence export (plug-in convergence-export, template of 2024-04-10). The order is
 * part of the format.
 */
export const CONVERGENCE_COLUMNS: readonly OfficialColumn[] = [
  { header: 'Périmètre', width: 13.43, head: HEAD, data: CENTER },
  { header: 'ID', width: 13.21, head: HEAD, data: { ...CENTER, bold: true } },
  { header: 'Chapitre', width: 37.93, head: HEAD, data: CENTER },
  { header: 'Fonction', width: 35.21, head: HEAD, data: CENTER },
  { header: 'Exigence', width: 66.43, head: { ...TEXT, bold: true }, data: TEXT },
  { header: 'Commentaire', width: 32.79, head: { ...TEXT, bold: true }, data: TEXT },
  { header: 'Profil', width: 12.21, head: HEAD, data: CENTER },
  { header: 'N° scénario', width: 18.57, head: { ...HEAD, locked: true }, data: { ...SMALL, locked: true } },
  { header: 'Scénario de conformité', width: 66.43, head: { ...SMALL_TEXT, size: 12, bold: true }, data: SMALL_TEXT },
  { header: 'N° preuve', width: 18.57, head: HEAD, data: SMALL },
  { header: 'Preuve', width: 30.57, head: { ...SMALL_TEXT, size: 12, bold: true }, data: SMALL_TEXT },
  { header: 'Profil historique', width: 16.43, head: HEAD, data: CENTER },
  { header: 'Criticité', width: 12.36, head: HEAD, data: CENTER },
  { header: 'Ordre', width: 9.21, head: HEAD, data: CENTER },
];
