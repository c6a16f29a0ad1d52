import type { SoapBody } from '../../../artifacts/soap/body.js';
import { FIND_DOCUMENTS } from '../messages/stored-queries.js';

/** What a search of documents asks for beside the patient and the status of the documents, which every search tells. */
export interface SearchCriteria {
  /** Metadata that it filters on, once each: `TypeCode`, `ServiceStartTime`… */
  readonly names: readonly string[];
}

/**
 * The criteria of FindDocuments (ITI TF-2 §3.18.4.1.2.3.7.1). The two ends of a period are one criterion, and the values of a code another.
 * Undefined for any other query.
 */
export function criteriaOf(query: Extract<SoapBody, { type: 'stored-query' }>): SearchCriteria | undefined {
  if (query.queryId?.value.toLowerCase() !== FIND_DOCUMENTS) return undefined;
  const given = query.parameters.filter(({ values }) => values.some(({ value }) => value !== ''));
  const names = given.flatMap(({ name }) => /^\$XDSDocumentEntry(\w{1,60}?)(?:From|To)?$/.exec(name)?.[1] ?? []);
  return { names: [...new Set(names)].filter((name) => !COMMON.has(name)) };
}

const COMMON = new Set(['PatientId', 'Status', 'Type']);
