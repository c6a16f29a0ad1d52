/** What the official rules can find: texts are in the catalogues. A rule is told by the finding's `check`, since packs change without us. */
export type OfficialCode =
  | 'official/assertion'
  | 'official/report'
  | 'official/xsd'
  | 'official/volet-version'
  | 'official/volet-missing'
  | 'official/volet-unversioned'
  | 'official/no-volet';
