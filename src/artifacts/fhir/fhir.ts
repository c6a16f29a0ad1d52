import { isObject, type JsonView } from '../json/document.js';

/** A FHIR R4 resource. */
export interface FhirContent {
  /** How it is written. A file with a resource a line (`ndjson`) is seen as a Bundle of type `collection`, each line an entry of it. */
  readonly format: 'json' | 'xml' | 'ndjson';
  readonly resourceType: string;
  readonly id: string | undefined;
  /** Canonical addresses of the profiles that it claims, `meta.profile`. */
  readonly profiles: readonly string[];
  /**
   * The resource in FHIR's JSON form, whatever its format, and where each part stands in the file: a resource that is an entry of a Bundle is
   * pointed at in the Bundle's file.
   */
  readonly json: JsonView;
}

/** Type of the FHIR resource that a JSON value is, or undefined. */
export function fhirResourceType(value: unknown): string | undefined {
  const type = isObject(value) ? value.resourceType : undefined;
  return typeof type === 'string' && /^[A-Z][A-Za-z]+$/.test(type) ? type : undefined;
}

/** The typed view of a resource, or undefined for a value that is none. */
export function fhirContent(format: FhirContent['format'], json: JsonView): FhirContent | undefined {
  const resourceType = fhirResourceType(json.value);
  if (resourceType === undefined || !isObject(json.value)) return undefined;
  const { id, meta } = json.value;
  const profiles = isObject(meta) && Array.isArray(meta.profile) ? meta.profile : [];
  return {
    format,
    resourceType,
    id: typeof id === 'string' ? id : undefined,
    profiles: profiles.filter((each): each is string => typeof each === 'string'),
    json,
  };
}
