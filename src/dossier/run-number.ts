/** Page of a run of the MSSanté test tool; the text of the proofs drops the last letter of its host. */
const RUN_PAGE =
  /^https:\/\/tests-editeur\.espacedeconfiance\.mssante\.fr\/project\/MSSante\/execution\/show\/([1-9]\d{0,9})\/?$/;

/** The number of a run of the MSSanté test tool, given as such or by the address of its page; undefined for anything else. */
export function runNumberOf(given: unknown): number | undefined {
  if (typeof given === 'number') return Number.isSafeInteger(given) && given > 0 ? given : undefined;
  if (typeof given !== 'string') return undefined;
  const number = RUN_PAGE.exec(given.trim())?.[1] ?? /^[1-9]\d{0,9}$/.exec(given.trim())?.[0];
  return number === undefined ? undefined : Number(number);
}
