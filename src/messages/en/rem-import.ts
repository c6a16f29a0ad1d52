import type { remImport as fr } from '../fr/rem-import.js';
import type { SameKeys } from '../same-keys.js';

/** Texts of `segur-check rem import`. */
export const remImport: SameKeys<typeof fr> = {
  layouts: {
    rem: 'REM, 34 columns',
    prepublication: 'REM before publication, 41 columns',
    convergence: 'Convergence export, 14 columns',
    published: 'columns of its own',
  },
  head: '{file}: sheet "{sheet}" ({layout})',
  hash: '  sha256 {sha256}',
  counts: '{requirements} requirement(s), {scenarios} scenario(s), {proofs} proof(s)',
  chapter: '  {chapter}: {requirements} requirement(s), {scenarios} scenario(s), {proofs} proof(s)',
  noChapter: '(no chapter)',
  more: '  … and {count} more: --report json gives them all',
  unknownColumns:
    'Columns that are not recognised, hence not read. If one is of use, write its field once in segur.yaml, e.g. rem: { columns: { "Header": comment } }:',
  repaired: 'Repaired numbers:',
  repair: '  row {row}: {text}',
  repairs: {
    'rem/id-case': '"{written}" read as {repaired}: case restored',
    'rem/id-space': '"{written}" read as {repaired}: spaces restored',
    'rem/scenario-prefix': 'scenario "{written}" read as {repaired}: the start of the number is missing',
    'rem/scenario-missing': 'scenario without a number: {repaired}',
    'rem/proof-prefix': 'proof "{written}" read as {repaired}: the start of the number is missing',
    'rem/proof-missing': 'proof without a number: {repaired}',
    'rem/eleventh-proof': 'eleventh proof "{written}" found in the columns Statut publication and VA N-1',
  },
  warned: 'To be verified in the workbook:',
  warning: '  {place}{text}',
  row: 'row {row}: ',
  warnings: {
    'rem/truncated': 'column "{header}": a text of {characters} characters, probably cut (a cell holds 32,767)',
    'rem/error-cell': 'column "{header}": the formula gives {value}, the text is missing',
    'rem/row-without-id': 'row without a requirement number, left out: "{text}"',
    'rem/contradiction': '{id}: {field} differs from an earlier row; "{kept}" is kept, "{text}" is not',
    'rem/twin-id': '{written} has the same number as {kept} ({id}) for another text: left out ("{text}")',
    'rem/points-without-scenario': '{id}: verification points without a scenario, left out ("{text}")',
    'rem/no-statement': '{id}: no statement',
    'rem/id-unusual': '{id}: a number of an unusual form, kept as it is',
    'rem/other-sheet': 'sheet "{sheet}" holds requirements too: it is not read',
    'rem/absent-header': 'segur.yaml gives a field to the column "{header}", which the sheet does not have',
    'rem/empty': 'no requirement below the headers',
  },
  compared: 'Compared with the base of segur-check, corridor {corridor}:',
  comparedToAll:
    'Compared with the base of segur-check (corridor unknown: --corridor NAME tells what the workbook lacks too):',
  differences: {
    requirements: 'requirements',
    scenarios: 'scenarios',
    proofs: 'proofs',
    onlyInWorkbook: '  {what} of the workbook that the base lacks: {count}',
    onlyInBase: '  {what} of the base that the workbook lacks: {count}',
    natures: '  nature written otherwise: {count}',
    criticalities: '  criticality written otherwise: {count}',
    obsolete: '  obsolete requirements: {count}',
    none: '  no number differs',
  },
  pinned: 'Pinned in segur.lock.json by its hash.',
  replaced: 'Pinned in segur.lock.json by its hash, in place of {file} (sha256 {sha256}).',
  outside:
    'The workbook is not in the dossier: give it to each run (--rem FILE.xlsx), or copy it there and import that copy.',
  complete: 'The whole workbook was read.',
  incomplete: 'The workbook was read in part: what was left out is listed above.',
};
