import type { JsonDocument } from './json-document.js';

/** A FHIR R4 resource in JSON. */
export interface FhirContent {
  readonly resourceType: string;
  readonly json: JsonDocument;
}

/** Type of the FHIR resource that a JSON value is, or undefined. */
export function fhirResourceType(value: unknown): string | undefined {
  const type = typeof value === 'object' && value !== null && 'resourceType' in value ? value.resourceType : undefined;
  return typeof type === 'string' && /^[A-Z][A-Za-z]+$/.test(type) ? type : undefined;
}
