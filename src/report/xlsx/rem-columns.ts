import type { Look, OfficialColumn } from './official-sheet.js';

/** Pairs of columns N° preuve and Preuve. */
export const PROOF_PAIRS = 10;

const HEAD: Look = { size: 12, bold: true, horizontal: 'center' };
const SMALL_HEAD: Look = { size: 10, bold: true, horizontal: 'center' };
const TEXT_HEAD: Look = { size: 10, bold: true, horizontal: 'left', indent: 1 };
const CENTER: Look = { size: 12, horizontal: 'center' };
const SMALL: Look = { size: 10, horizontal: 'center' };
const TEXT: Look = { size: 10, horizontal: 'left', indent: 1 };

/**
 * Columns A to AH of the sheet `Exigences` of a published REM (plug-in segur-rapport, publication template). The order is part of the format.
 *
 * In that template the model row of the data is two columns late: the statement is centred, and it is the scenario and the first proof
 * number that are locked. A published REM looks so, hence this one too.
 */
export const REM_COLUMNS: readonly OfficialColumn[] = [
  { header: 'Périmètre', width: 10.07, head: HEAD, data: CENTER },
  { header: 'ID', width: 11.93, head: HEAD, data: { ...CENTER, bold: true } },
  { header: 'Chapitre', width: 31.21, head: HEAD, data: CENTER },
  { header: 'Fonction', width: 24.29, head: HEAD, data: CENTER },
  { header: 'Exigence', width: 37.93, head: { ...TEXT_HEAD, size: 12, indent: 2, locked: true }, data: CENTER },
  { header: 'Commentaire', width: 30.57, head: TEXT_HEAD, data: SMALL },
  { header: "Nature de l'exigence", width: 35.21, head: HEAD, data: CENTER },
  { header: 'Profil', width: 35.21, head: HEAD, data: CENTER },
  { header: 'N° scénario', width: 15.07, head: { ...SMALL_HEAD, locked: true }, data: CENTER },
  {
    header: 'Scénario de conformité',
    width: 42.21,
    head: { ...TEXT_HEAD, bold: false },
    data: { size: 12, horizontal: 'left', indent: 2, locked: true },
  },
  ...Array.from({ length: PROOF_PAIRS }, (_, index) => proofPair(index + 1)).flat(),
  { header: 'Statut publication', width: 18.57, head: TEXT_HEAD, data: SMALL },
  { header: 'VA N-1', width: 9.29, head: TEXT_HEAD, data: SMALL },
  { header: 'Criticité', width: 13.57, head: TEXT_HEAD, data: SMALL },
  { header: 'Ordre', width: 13.57, head: TEXT_HEAD, data: SMALL },
];

function proofPair(rank: number): OfficialColumn[] {
  const [number, text] = rank <= 4 ? [21.5, 50.71] : [16.29, 37.43];
  return [
    { header: `N° preuve ${rank}`, width: number, head: SMALL_HEAD, data: { ...SMALL, locked: rank === 1 } },
    { header: `Preuve ${rank}`, width: text, head: TEXT_HEAD, data: TEXT },
  ];
}
