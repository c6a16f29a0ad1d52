/** Status of an identity (RNIV; FR Core, `fr-core-cs-identity-status`): by whether INSi was asked and a paper was checked. */
export const STATUSES = ['provisoire', 'récupérée', 'validée', 'qualifiée'] as const;

export type IdentityStatus = (typeof STATUSES)[number];

export type IdentityAttribute = 'homonyme' | 'douteuse' | 'fictive';

/** What a status stands for. Only a qualified identity carries its matricule out of the software (règle 28; RNIV EXI SI 08). */
export const STATUS_MEANING: Readonly<
  Record<
    IdentityStatus,
    { readonly code: string; readonly insi: boolean; readonly paper: boolean; readonly holdsIns: boolean }
  >
> = {
  provisoire: { code: 'PROV', insi: false, paper: false, holdsIns: false },
  récupérée: { code: 'RECUP', insi: true, paper: false, holdsIns: true },
  validée: { code: 'VALI', insi: false, paper: true, holdsIns: false },
  qualifiée: { code: 'QUAL', insi: true, paper: true, holdsIns: true },
};

/** What changes a status. */
export type StatusEvent =
  | 'insi-found'
  | 'insi-refuted'
  | 'paper-checked'
  | 'strict-trait-changed'
  | 'other-trait-changed'
  | 'marked-douteuse'
  | 'marked-fictive';

/** The status after an event (INS/va1.08, va1.40, va1.43, va1.44, va1.54, va1.60). */
export function statusAfter(status: IdentityStatus, event: StatusEvent): IdentityStatus {
  const { insi, paper } = STATUS_MEANING[status];
  switch (event) {
    case 'insi-found':
      return paper ? 'qualifiée' : 'récupérée';
    case 'paper-checked':
      return insi ? 'qualifiée' : 'validée';
    case 'strict-trait-changed':
      return paper ? 'validée' : 'provisoire';
    case 'other-trait-changed':
      return status;
    case 'insi-refuted':
    case 'marked-douteuse':
    case 'marked-fictive':
      return 'provisoire';
  }
}

/**
 * How a status and attributes contradict each other: a doubtful or fictitious identity is provisional, and can't be both (RNIV 2.0 §3.2.3, EXI SI 09).
 */
export function attributeFault(
  status: IdentityStatus | undefined,
  attributes: readonly IdentityAttribute[],
): 'status' | 'combination' | undefined {
  const [doubtful, fictitious] = [attributes.includes('douteuse'), attributes.includes('fictive')];
  if (doubtful && fictitious) return 'combination';
  if (fictitious && attributes.includes('homonyme')) return 'combination';
  return (doubtful || fictitious) && status !== undefined && status !== 'provisoire' ? 'status' : undefined;
}
