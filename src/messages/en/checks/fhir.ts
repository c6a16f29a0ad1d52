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
  'fhir/profile': {
    title: 'FHIR resource: profiles of the packages given',
    what: 'The resource is as the profiles that it claims in meta.profile want it, and its extensions as their definitions do, as the packages given with --pack publish them: cardinalities, types, imposed values, value sets, slices, references, invariants.',
    why: 'A server that validates its profiles refuses the resource, or takes it and does not find in it what it expects.',
    rules: {
      'profile-type': {
        finding: 'The profile {profile} is of {type}, not of {actual}.',
        expected: "In meta.profile, profiles of the resource's type.",
        remedy: 'Remove this profile from meta.profile, or put the one of {actual} instead.',
      },
      missing: {
        finding: 'The element "{element}" is there {count} time(s); the profile {profile} asks for {min} at least.',
        expected: '{element} at least {min} time(s).',
        remedy: 'Add {element}, or do not claim this profile.',
      },
      'too-many': {
        finding: 'The element "{element}" is there {count} times; the profile {profile} allows {max} at most.',
        expected: '{element} at most {max} time(s).',
        remedy: 'Keep {max} value(s) of {element} only.',
      },
      forbidden: {
        finding: 'The profile {profile} rules the element "{element}" out.',
        expected: 'No {element}.',
        remedy: 'Remove {element}.',
      },
      type: {
        finding: 'The value "{element}" is of type {actual}, which the profile {profile} rules out.',
        expected: 'A value of one of these types: {expected}.',
        remedy: 'Write the value in one of these types: {expected}.',
      },
      'type-profile': {
        finding: 'The value of "{element}" fits none of the profiles that {profile} allows there.',
        expected: 'A value that conforms to one of these profiles: {profiles}.',
        remedy: 'Choose one of these profiles and complete {element} accordingly: {profiles}.',
      },
      target: {
        finding: 'The {actual} that "{element}" refers to is not what the profile {profile} wants.',
        expected: 'A reference to a resource that conforms to one of these profiles: {expected}.',
        remedy: 'Correct the reference, or what it refers to, so as to follow: {expected}.',
      },
      fixed: {
        finding: 'The value of "{element}" is not the one that the profile {profile} imposes.',
        expected: 'Exactly {wanted}.',
        remedy: 'Write {wanted}.',
      },
      pattern: {
        finding: 'The value of "{element}" lacks what the profile {profile} imposes.',
        expected: 'A value that holds at least {wanted}.',
        remedy: 'Complete {element} with {wanted}.',
      },
      binding: {
        finding: 'The code "{actual}" of "{element}" is not in the value set that the profile {profile} imposes.',
        expected: 'A code of {valueSet}, with its system.',
        remedy: 'Replace the code with the one of {valueSet} that fits.',
      },
      'binding-extensible': {
        finding:
          'The code "{actual}" of "{element}" is not in the value set {valueSet}, though the set covers its system.',
        expected: 'A code of {valueSet} whenever one fits; another one only if none does.',
        remedy: 'Check the code, or take one of {valueSet}.',
      },
      'slice-missing': {
        finding:
          '"{element}" has {count} value(s) of the slice "{slice}"; the profile {profile} asks for {min} at least.',
        expected: 'At least {min} value(s) of {element} that belong to the slice {slice}.',
        remedy:
          'Add to {element} the value that the slice {slice} of the profile describes, or correct what tells it apart.',
      },
      'slice-too-many': {
        finding: '"{element}" has {count} values of the slice "{slice}"; the profile {profile} allows {max} at most.',
        expected: 'At most {max} value(s) of {element} that belong to the slice {slice}.',
        remedy: 'Keep {max} value(s) of the slice {slice} only.',
      },
      'slice-closed': {
        finding:
          'This value of "{element}" belongs to none of the slices of the profile {profile}, which allows no other.',
        expected: 'A value of one of these slices: {slices}.',
        remedy: 'Remove the value, or correct what makes it one of these slices: {slices}.',
      },
      'slice-order': {
        finding: 'This value of "{element}" is not where the profile {profile} puts it among the others.',
        expected: 'The values in the order of the slices ({slices}), those of no slice at the end.',
        remedy: 'Put the values of {element} in the order of the slices: {slices}.',
      },
      invariant: {
        finding: 'The invariant {invariant} of the profile {profile} does not hold.',
        expected: '{human}',
        remedy: 'Correct the element so that the invariant {invariant} holds.',
      },
      'invariant-warning': {
        finding: 'The advice {invariant} of the profile {profile} is not followed.',
        expected: '{human}',
        remedy: 'Follow the advice {invariant} unless something prevents it.',
      },
      'unknown-modifier': {
        finding: 'The extension {actual} changes the meaning of the resource, and no package given defines it.',
        expected: 'In modifierExtension, extensions that the receiver understands.',
        remedy: 'Remove this extension, or give the package that defines it with --pack.',
      },
      'unknown-profile': {
        finding: 'No package given defines the profile {actual}: it was not judged.',
        expected: 'The package that defines it, in the version claimed.',
        remedy: 'Add --pack with the FHIR package (.tgz) that defines this profile.',
      },
      'not-judged': {
        finding:
          "The codes of the value set {valueSet} are not all in the packages given: the resource's were not judged.",
        expected: 'A package that holds this value set and its code systems.',
        remedy: 'Add --pack with the terminology package that the profile depends on, or check the code by hand.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
