/** What the official rules can find: texts are in the catalogues. A rule is told by the finding's `check`, since packs change without us. */
export type OfficialCode =
  | 'official/assertion'
  | 'official/closed'
  | 'official/report'
  | 'official/xsd'
  | 'official/xsd-unexpected'
  | 'official/xsd-no-more'
  | 'official/xsd-missing'
  | 'official/xsd-attribute'
  | 'official/xsd-attribute-missing'
  | 'official/xsd-pattern'
  | 'official/xsd-enumeration'
  | 'official/xsd-value'
  | 'official/xsd-text'
  | 'official/volet-version'
  | 'official/volet-missing'
  | 'official/volet-unversioned'
  | 'official/no-volet';
