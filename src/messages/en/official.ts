import type { OfficialCode } from '../../packs/official/codes.js';
import type { RuleTexts } from '../check-texts.js';

export const official = {
  'official/assertion': {
    finding: '{text}',
    expected: 'Test of the schematron true on this element: {test}',
    remedy:
      'Mend the element by the model of the CI-SIS. The rule stands at {place} of the pack, pattern "{pattern}", context {context}.',
  },
  'official/report': {
    finding: '{text}',
    expected: 'Test of the schematron false on this element: {test}',
    remedy:
      'Mend the element by the model of the CI-SIS. The rule stands at {place} of the pack, pattern "{pattern}", context {context}.',
  },
  'official/xsd': {
    finding: 'Does not conform to the XML schema {schema}: {text}',
    expected: "An element that conforms to the XML schema {schema} (libxml2's words).",
    remedy:
      'Mend the element: its name, its place among its neighbours, its attributes or its value. Among the children of one element only the first error is told: run again once it is mended.',
  },
  'official/volet-version': {
    finding:
      'The document claims version {version} of the model {volet}, which the pack lacks: it is not judged by the rules of that model.',
    expected: 'A version of {volet} that the pack has: {known}.',
    remedy:
      'Check the extension of templateId {template}, or give a pack that has this version. The nearest ({nearest}) is not used in its place.',
  },
  'official/volet-missing': {
    finding:
      'The document claims the model {volet}, which the pack lacks: it is not judged by the rules of that model.',
    expected: 'A model whose schematron the pack has.',
    remedy: 'Check templateId {template} (extension {version}), or give a pack that has this model.',
  },
  'official/volet-unversioned': {
    finding:
      'The document claims the model {volet} without telling the version: it is judged by the oldest of the pack, {used}.',
    expected: 'templateId {template} with the extension that tells the version of the model.',
    remedy:
      'Add to templateId {template} the extension of the version that is followed, unless the model is of before extensions.',
  },
  'official/no-volet': {
    finding: 'The document claims no model: no rule of a model is applied.',
    expected: 'The templateId of a model of the CI-SIS, for a structured document.',
    remedy: 'Add the templateId of the model that the document follows, if it follows one.',
  },
} satisfies Record<OfficialCode, RuleTexts>;
