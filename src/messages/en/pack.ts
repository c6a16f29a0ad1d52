import type { pack as french } from '../fr/pack.js';
import type { SameKeys } from '../same-keys.js';

/** Words of `pack verify` and `pack list`. */
export const pack: SameKeys<typeof french> = {
  official: 'official rules, laid out as the ANS publishes them',
  fhir: 'FHIR package',
  hash: '  sha256 {sha256}',
  counts: '  {schemas} schemas, {rules} rules, {assertions} assertions, {valueSets} files of value sets',
  noSchema: 'In the whole pack:',
  defect: '  {place}{text}',
  pattern: '      lost pattern: {pattern}',
  rule: '      undetermined rule: {pattern} · {context}',
  ruleInPart: '      rule that loses {assertions} assertion(s): {pattern} · {context}',
  harmless: 'No rule is lost by these, for information:',
  advice:
    'What to do: take the whole tree again (git clone https://github.com/ansforge/TestContenuCDA-3-0). A defect that stays is in the publication: tell the ANS. Until then the lost rules are undetermined for the documents that they concern (exit code 4), and all others are judged.',
  substitutes: 'Missing value sets, taken from another file:',
  substitute: '  {wanted}: taken from {from} ({oid})',
  complete: 'Complete: every rule can be judged.',
  incomplete:
    'Incomplete: {defects} defect(s); {patterns} lost pattern(s), {rules} rule(s) undetermined, at least in part.',
  defects: {
    schema: 'schema {what} cannot be read: {detail}',
    'absent-include': 'includes a file that is missing: {what}',
    'unreadable-include': 'includes a file that is empty or not well formed: {what}',
    'no-fragment-include': 'includes a file in which nothing can be included here: {what}',
    'misnamed-include': 'includes {what}, whose name differs only in case from {detail}, which is read instead',
    'missing-value-set': 'reads a value set that is missing or empty: {what}',
    'unreadable-value-set': 'reads a value set that is not well formed: {what}',
    'misnamed-value-set': 'reads {what}, whose name differs only in case from {detail}, which is read instead',
    'empty-value-set': 'empty file, which no rule reads or which is replaced: {what}',
    expression: 'wrong XPath expression: {what} ({detail})',
    unsupported: 'construct that this tool cannot run: {what} ({detail})',
    'undefined-pattern': 'activates a pattern that nothing defines: {what}',
    'undefined-rule': 'extends an abstract rule that nothing defines: {what}',
    'undefined-abstract': 'is an abstract pattern that nothing defines: {what}',
    'undefined-phase': 'default phase that nothing defines: {what}',
  },
};
