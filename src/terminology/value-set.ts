/** A value set as its publisher names it: codes of one or several code systems (CI-SIS: `JDV_…`). */
export interface ValueSet {
  readonly oid: string;
  /** `JDV_J02_XdsHealthcareFacilityTypeCode_CISIS` */
  readonly name: string;
  /** Version or date of the copy, `AAAA-MM-JJ`: a code newer than it is a warning that names it. */
  readonly version: string;
  /** Where the codes were read. */
  readonly source: string;
  /** True for a code of that code system; any code system when it is not told. */
  has(code: string | undefined, system?: string): boolean;
  /** Every code, in the order of the publication. */
  readonly codes: readonly ValueSetCode[];
}

interface ValueSetCode {
  readonly code: string;
  /** OID of the code system. */
  readonly system: string;
}

interface Declared extends Pick<ValueSet, 'oid' | 'name' | 'version' | 'source'> {
  /** Codes by OID of their code system, parted by spaces. */
  readonly codes: Readonly<Record<string, string>>;
}

/** Declares a value set from its codes. */
export function valueSet({ codes, ...told }: Declared): ValueSet {
  const list = Object.entries(codes).flatMap(([system, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((code) => ({ code, system })),
  );
  const systems = new Map<string, Set<string>>();
  for (const { code, system } of list) systems.set(code, (systems.get(code) ?? new Set()).add(system));
  return {
    ...told,
    codes: list,
    has: (code, system) => {
      const known = systems.get(code ?? '');
      return known !== undefined && (system === undefined || known.has(system));
    },
  };
}
