import { type Cell, type CellValue, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type {
  OfficialRequirement,
  OfficialScenario,
  RemLayout,
  RemRequirement,
} from '../../src/scenarios/rem-workbook.js';

const PAIRS = Array.from({ length: 10 }, (_, index) => [`N° preuve ${index + 1}`, `Preuve ${index + 1}`]).flat();
const REM = [
  ...['Périmètre', 'ID', 'Chapitre', 'Fonction', 'Exigence', 'Commentaire', "Nature de l'exigence", 'Profil'],
  ...['N° scénario', 'Scénario de conformité', ...PAIRS, 'Statut publication', 'VA N-1', 'Criticité', 'Ordre'],
];
/** Headers of each layout; those of the published workbooks are not known: these are other words, and two columns of nobody. */
export const HEADERS: Readonly<Record<RemLayout, readonly string[]>> = {
  rem: REM,
  prepublication: [
    ...REM,
    ...['bon pour publication', 'référence exigence', 'référence cas de test', 'référence exigence socle'],
    ...['points de vérification', 'Note interne', 'Rem Ségur'],
  ],
  convergence: [
    ...['Périmètre', 'ID', 'Chapitre', 'Fonction', 'Exigence', 'Commentaire', 'Profil', 'N° scénario'],
    ...['Scénario de conformité', 'N° preuve', 'Preuve', 'Profil historique', 'Criticité', 'Ordre'],
  ],
  published: [
    ...['Vague', 'N° Exigence', 'Bloc', 'FONCTION', "Enoncé de l'exigence (DOIT) ou de la préconisation (PEUT)"],
    ...['Remarques', 'Nature', 'Profils', 'Numéro de scénario', 'Scénario', 'N°preuve1', 'Preuve1', 'N°preuve2'],
    ...['Preuve2', 'Criticité', 'Statut de publication', 'VA N-1', 'Profil historique', "Ordre d'affichage"],
    ...['Porteur', 'Lien utile'],
  ],
};

/** Field of a requirement by header as it is compared here: in small letters. */
const CELLS: Readonly<Record<string, keyof OfficialRequirement>> = {
  périmètre: 'perimeter',
  vague: 'perimeter',
  id: 'id',
  'n° exigence': 'id',
  chapitre: 'chapter',
  bloc: 'chapter',
  fonction: 'function',
  exigence: 'statement',
  "enoncé de l'exigence (doit) ou de la préconisation (peut)": 'statement',
  commentaire: 'comment',
  remarques: 'comment',
  "nature de l'exigence": 'nature',
  nature: 'nature',
  profil: 'profile',
  profils: 'profile',
  'profil historique': 'historicalProfile',
  criticité: 'criticality',
  ordre: 'order',
  "ordre d'affichage": 'order',
  'statut publication': 'publication',
  'statut de publication': 'publication',
  'va n-1': 'previousWave',
};

export interface WorkbookOptions {
  readonly layout?: RemLayout;
  /** Headers in another order, or others. */
  readonly headers?: readonly string[];
  /** Written for a text: HTML, another line end. */
  readonly text?: (plain: string) => string;
  /** Changes the rows of the sheet, header included. */
  readonly rows?: (rows: CellValue[][]) => CellValue[][];
  readonly merges?: readonly MergeRange[];
  readonly cells?: ReadonlyMap<string, Partial<Cell>>;
  readonly sheet?: Partial<WriteSheet>;
  readonly others?: readonly WriteSheet[];
}

/** A workbook as the ANS makes one, of fictitious requirements. */
export async function remXlsx(
  requirements: readonly RemRequirement[],
  options: WorkbookOptions = {},
): Promise<Uint8Array> {
  const { layout = 'rem', text = (plain) => plain, rows = (each) => each, others = [] } = options;
  const headers = options.headers ?? HEADERS[layout];
  const written = requirements.flatMap((each) => rowsOf(each, headers, layout, text));
  const sheet: WriteSheet = {
    name: layout === 'published' ? 'Exigences REM vague 2' : 'Exigences',
    rows: rows([[...headers], ...written]),
    ...(options.merges && { merges: [...options.merges] }),
    ...(options.cells && { cells: new Map(options.cells) }),
    ...options.sheet,
  };
  const created = new Date(Date.UTC(2026, 0, 1));
  return writeXlsx({ sheets: [...others, sheet], properties: { created, modified: created } });
}

function rowsOf(
  requirement: RemRequirement,
  headers: readonly string[],
  layout: RemLayout,
  text: (plain: string) => string,
): CellValue[][] {
  type Given = OfficialScenario;
  const rows: { scenario: Given | undefined; proofs: readonly Given[] }[] = requirement.scenarios.flatMap((each) => {
    const proofs = each.proofs.map(({ official }) => official);
    if (layout !== 'convergence' || proofs.length === 0) return [{ scenario: each.official, proofs }];
    return proofs.map((proof) => ({ scenario: each.official, proofs: [proof] }));
  });
  if (rows.length === 0) rows.push({ scenario: undefined, proofs: [] });
  return rows.map(({ scenario, proofs }) =>
    headers.map((header): CellValue => {
      const key = header.toLowerCase();
      const field = CELLS[key];
      if (field !== undefined) {
        const isText = field === 'statement' || field === 'comment';
        return isText ? text(requirement.official[field]) : requirement.official[field];
      }
      if (/^(?:n°|numéro de) ?scénario$/.test(key)) return scenario?.id ?? '';
      if (key === 'points de vérification') return text(scenario?.verificationPoints ?? '');
      if (key.startsWith('scénario')) return text(scenario?.text ?? '');
      const [, number, rank] = /^(n° ?)?preuve ?(\d*)$/.exec(key) ?? [];
      const proof = key.includes('preuve') ? proofs[Number(rank || 1) - 1] : undefined;
      return number === undefined ? text(proof?.text ?? '') : (proof?.id ?? '');
    }),
  );
}

/** Plain text as the editor of Squash writes it, through jsoup. */
export function asHtml(plain: string): string {
  const escaped = plain
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('é', '&eacute;')
    .replaceAll('°', '&deg;');
  return escaped === '' ? '' : escaped.replace(/^.*$/gm, '<p class="mb-1">$&</p>');
}
