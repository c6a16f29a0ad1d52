import type { OfficialCode } from '../../packs/official/codes.js';
import type { RuleTexts } from '../check-texts.js';

export const official = {
  'official/assertion': {
    finding: '{text}',
    expected: 'Test of the schematron true on this element: {test}',
    remedy:
      'Mend the element as the message asks, by the model of the CI-SIS that the document follows. The rule is about: {context}',
  },
  'official/closed': {
    finding: '{text}',
    expected:
      'One of the elements that the model has at this place, with the content that it has (templateId, code, id).',
    remedy:
      'Take the element out if it is one too many; otherwise mend its content, so that it is one of those that the model has. The rule is about: {context}',
  },
  'official/report': {
    finding: '{text}',
    expected: 'Test of the schematron false on this element: {test}',
    remedy:
      'Mend the element as the message asks, by the model of the CI-SIS that the document follows. The rule is about: {context}',
  },
  'official/xsd': {
    finding: 'Does not conform to the XML schema {schema}: {text}',
    expected: "An element that conforms to the XML schema {schema} (libxml2's words).",
    remedy:
      'Mend the element: its name, its place among its neighbours, its attributes or its value. Among the children of one element only the first error is told: run again once it is mended.',
  },
  'official/xsd-unexpected': {
    finding: '"{node}" is not expected at this place (XML schema {schema}).',
    expected: 'At this place: {wanted}.',
    remedy:
      'Put the element at its place in the order of the schema, mend its name or its namespace, add the element that is missing before it, or take it out. Among the children of one element only the first error is told: run again once it is mended.',
  },
  'official/xsd-no-more': {
    finding: '"{node}" is not expected at this place (XML schema {schema}).',
    expected: 'No more element at this place.',
    remedy:
      'Put the element at its place in the order of the schema, mend its name or its namespace, or take it out. Among the children of one element only the first error is told: run again once it is mended.',
  },
  'official/xsd-missing': {
    finding: '"{node}" is not complete: an element is missing in it (XML schema {schema}).',
    expected: 'At the end of its content: {wanted}.',
    remedy: 'Add the element that is missing, at its place in the order of the schema.',
  },
  'official/xsd-attribute': {
    finding: 'Attribute "{node}" is not allowed (XML schema {schema}).',
    expected: 'No attribute of this name on this element, for its type (xsi:type).',
    remedy: 'Take the attribute out, or mend its name or the type (xsi:type) of the element.',
  },
  'official/xsd-attribute-missing': {
    finding: '"{node}" lacks the attribute "{attribute}" (XML schema {schema}).',
    expected: 'The attribute {attribute}.',
    remedy: 'Add the attribute {attribute}.',
  },
  'official/xsd-pattern': {
    finding: '"{node}" is "{value}", which does not have the form expected (XML schema {schema}).',
    expected: 'A value of the form: {wanted}',
    remedy: 'Write the value in the form expected.',
  },
  'official/xsd-enumeration': {
    finding: '"{node}" is "{value}", which is no value allowed (XML schema {schema}).',
    expected: 'One of the values: {wanted}.',
    remedy: 'Replace the value by one of those that are allowed.',
  },
  'official/xsd-value': {
    finding: '"{node}" is "{value}", which is not of the type "{wanted}" (XML schema {schema}).',
    expected: 'A value of the type {wanted}.',
    remedy: 'Mend the value, or the type (xsi:type) of the element.',
  },
  'official/xsd-text': {
    finding: '"{node}" holds text, which is not allowed there (XML schema {schema}).',
    expected: 'No text directly in this element.',
    remedy: 'Take the text out, or put it into the element that is to hold it.',
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
