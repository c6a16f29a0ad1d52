/** The page of a run of the MSSanté test tool. */
export function runPage(run: string): string {
  return `https://tests-editeur.espacedeconfiance.mssante.fr/project/MSSante/execution/show/${run}`;
}
