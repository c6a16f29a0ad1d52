import type { CheckTexts } from '../../check-texts.js';

export const fhir = {
  'fhir/structure': {
    title: 'FHIR resource: R4 structure',
    what: 'The resource has the structure that FHIR R4 (4.0.1) gives to its type: element names, required elements, lists, types, forms of values, required codes and invariants. Profiles are judged apart.',
    why: 'A FHIR server rejects an ill-structured resource at once; a misnamed element is lost without anybody saying so.',
    rules: {
      'resource-type': {
        finding: '"{actual}" is not a type of resource that may stand there.',
        expected: 'A type of resource of {expected}, with its capital letter.',
        remedy: 'Correct resourceType, for instance Patient, Bundle or DocumentReference.',
      },
      'unknown-element': {
        finding: 'There is no element "{element}" at this place in FHIR R4.',
        expected: 'Only the elements that the R4 definition of the type gives, case included.',
        remedy: 'Correct the name or the place of {element}, or make it an extension.',
      },
      'missing-element': {
        finding: 'The required element "{element}" is missing.',
        expected: '{element} present, with a value.',
        remedy: 'Add {element} at this place.',
      },
      'not-a-list': {
        finding: '"{element}" may repeat: its value must be a list, even for one value.',
        expected: 'A JSON array: "{element}": [ … ].',
        remedy: 'Put the value of {element} between square brackets.',
      },
      'a-list': {
        finding: '"{element}" does not repeat: its value can\'t be a list.',
        expected: 'One value, without brackets.',
        remedy: 'Keep one value for {element}, without brackets.',
      },
      'several-types': {
        finding: '"{element}" and "{other}" are two writings of the same element: only one choice is allowed.',
        expected: 'One value, in one of the allowed types.',
        remedy: 'Remove {element} or {other}.',
      },
      empty: {
        finding: '"{element}" is present but empty.',
        expected: 'A value, or no element at all.',
        remedy: 'Omit {element} when there is nothing to put in it.',
      },
      'json-type': {
        finding: '"{element}" is not written as JSON writes the type {type}.',
        expected:
          'A value of type {type}: numbers and booleans without quotes, text between quotes, objects between braces.',
        remedy: 'Write {element} as a value of type {type}.',
      },
      form: {
        finding: 'The value of "{element}" does not have the form of a value of type {type}.',
        expected: 'The form that FHIR R4 gives to the type {type}; a date exists in the calendar.',
        remedy: 'Correct the value of {element}.',
      },
      code: {
        finding: 'The code "{actual}" is not in the required value set.',
        expected: 'A code of {valueSet}.',
        remedy: 'Replace the code with the right one of this value set, with its system if it carries one.',
      },
      invariant: {
        finding: 'The invariant {invariant} of FHIR R4 is broken.',
        expected: 'This FHIRPath expression must be true: {expression}',
        remedy:
          "Read the invariant {invariant} on the type's page in the R4 specification, and complete or correct the element.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
