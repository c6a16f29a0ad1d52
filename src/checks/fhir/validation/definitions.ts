/** What judging needs of a StructureDefinition of FHIR R4 (§5.3). */
export interface StructureDefinition {
  readonly url: string;
  readonly version?: string;
  readonly name: string;
  readonly type: string;
  readonly kind: string;
  readonly abstract: boolean;
  readonly baseDefinition?: string;
  readonly derivation?: string;
  readonly snapshot?: { readonly element: readonly ElementDefinition[] };
}

/** What judging needs of an element of a snapshot (FHIR R4 §2.24.0.8). `fixed[x]` and `pattern[x]` are among its other members. */
export interface ElementDefinition {
  readonly id: string;
  readonly path: string;
  readonly sliceName?: string;
  readonly slicing?: {
    readonly discriminator?: readonly { readonly type: string; readonly path: string }[];
    readonly rules?: string;
    readonly ordered?: boolean;
  };
  readonly min: number;
  readonly max: string;
  readonly base?: { readonly path: string; readonly min: number; readonly max: string };
  readonly contentReference?: string;
  readonly type?: readonly ElementType[];
  readonly constraint?: readonly {
    readonly key: string;
    readonly severity: string;
    /** Canonical address of the definition that states it first. */
    readonly source?: string;
    readonly human?: string;
    readonly expression?: string;
  }[];
  readonly binding?: { readonly strength: string; readonly valueSet?: string };
  readonly mustSupport?: boolean;
}

export interface ElementType {
  readonly code: string;
  readonly profile?: readonly string[];
  readonly targetProfile?: readonly string[];
  readonly extension?: readonly { readonly url: string; readonly valueUrl?: string }[];
}

/** Definitions that resources are judged against. They are read when first needed: `checks` only asks. */
export interface FhirDefinitions {
  /** True when packages were given. */
  readonly hasPackages: boolean;
  /** Of R4 itself, by canonical address, or by the name of a type. */
  structure(name: string): StructureDefinition | undefined;
  /** A profile or an extension that a package defines, by canonical address: of one version (`url|version`), or the newest. */
  profile(canonical: string): StructureDefinition | undefined;
  /** Codes by code system; undefined for a set whose codes can't all be told. */
  valueSet(url: string): Readonly<Record<string, readonly string[]>> | undefined;
  /**
   * Whether a FHIRPath invariant holds of a value.
   * @throws Error when the expression can't be evaluated.
   */
  holds(
    expression: string,
    value: { readonly type: string; readonly value: unknown },
    around: { readonly resource: unknown; readonly rootResource: unknown },
  ): boolean;
}
