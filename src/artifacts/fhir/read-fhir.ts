import { type JsonView, jsonPath } from '../json/document.js';
import { isJsonLines, readJsonLines } from '../json/lines.js';
import type { Limits } from '../limits.js';
import { ReadError } from '../read-error.js';
import type { Reader, Recognised, Source } from '../source.js';
import { NS } from '../xml/names.js';
import { containedIn } from './contained-in.js';
import { type FhirContent, fhirContent, fhirResourceType } from './fhir.js';
import { xmlView } from './xml-view.js';

/** Reads a resource of FHIR R4 in JSON or in XML, or a file with one a line. */
export const fhir: Reader = (source) => {
  const { xml, json } = source;
  if (xml) return xml.documentElement.namespaceURI === NS.fhir ? ofXml(source) : undefined;
  if (json) return ofView('json', json, source.limits);
  if (!source.head.startsWith('{') || !source.head.includes('"resourceType"')) return undefined;
  return isJsonLines(source.text) ? ofView('ndjson', linesView(source), source.limits) : undefined;
};

function ofXml({ xml, limits }: Source): Recognised<'fhir'> | undefined {
  if (!xml) return undefined;
  const root = xml.documentElement;
  if (/^[A-Z][A-Za-z]+$/.test(root.localName)) return ofView('xml', xmlView(root), limits);
  throw new ReadError('read/fhir', { reason: 'no-resource' }, xml.locate(root));
}

function ofView(format: FhirContent['format'], json: JsonView, limits: Limits): Recognised<'fhir'> | undefined {
  const content = fhirContent(format, json);
  if (!content) return undefined;
  const own = format === 'ndjson' ? 'json' : format;
  return { kind: 'fhir', content, contains: containedIn(content, (view) => ofView(own, view, limits), limits) };
}

/** A resource a line, as the entries of a Bundle. */
function linesView({ text, limits }: Source): JsonView {
  const lines = readJsonLines(text, limits, 'contained');
  const bare = lines.find(({ document }) => fhirResourceType(document.value) === undefined);
  if (bare) throw new ReadError('read/fhir', { reason: 'no-resource' }, { line: bare.line, column: 1 });
  const entry = lines.map(({ document }) => ({ resource: document.value }));
  return {
    value: { resourceType: 'Bundle', type: 'collection', entry },
    locate([, index, , ...path]) {
      const found = typeof index === 'number' ? lines[index] : undefined;
      if (!found) return { line: 1, column: 1, path: jsonPath([]) };
      return { ...found.document.locate(path), line: found.line };
    },
    sourceOf([, index, , ...path]) {
      return typeof index === 'number' ? lines[index]?.document.sourceOf(path) : undefined;
    },
  };
}
