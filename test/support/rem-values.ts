import type {
  OfficialRequirement,
  RemRequirement,
  RemScenario,
  RemWorkbook,
} from '../../src/scenarios/rem-workbook.js';

/** Cells of a requirement, fictitious. */
function officialCells(fields: Partial<OfficialRequirement> = {}): OfficialRequirement {
  return {
    id: 'SC.MSS/CONF.01',
    perimeter: 'Vague 2',
    chapter: 'Chapitre officiel',
    function: 'Fonction officielle',
    statement: 'Énoncé officiel fictif',
    comment: '',
    nature: 'EXIGENCE',
    profile: 'Général',
    historicalProfile: '',
    criticality: 'Majeure',
    order: '',
    publication: 'Inchangée',
    previousWave: '',
    ...fields,
  };
}

/** A requirement of a workbook; scenarios are `[id, text, [[proof, text]…], verification points]`. */
export function remRequirement(
  id: string,
  cells: Partial<OfficialRequirement> = {},
  scenarios: readonly (readonly [string, string, readonly (readonly [string, string])[], string?])[] = [],
): RemRequirement {
  return {
    id,
    official: officialCells({ id: `SC.${id}`, ...cells }),
    scenarios: scenarios.map(
      ([number, text, proofs, verificationPoints]): RemScenario => ({
        id: number,
        official: { id: number, text, ...(verificationPoints && { verificationPoints }) },
        proofs: proofs.map(([proof, wanted]) => ({ id: proof, official: { id: proof, text: wanted } })),
      }),
    ),
    rows: [2],
  };
}

export function remWorkbook(requirements: readonly RemRequirement[], fields: Partial<RemWorkbook> = {}): RemWorkbook {
  return {
    file: 'REM-TEST.xlsx',
    sha256: 'b'.repeat(64),
    sheet: 'Exigences REM vague 2',
    layout: 'published',
    requirements,
    columns: [],
    repairs: [],
    warnings: [],
    ...fields,
  };
}
