import type { Artifact } from '../../artifacts/artifact.js';
import { type ToldIdentity, toldByMatricule } from './told-identity.js';
import { writtenMatricules } from './written-matricules.js';

/**
 * The patients that the addresses and the forms of a capture ask about: searches of FHIR (`identifier=urn:oid:…|…`) and identifiers as HL7 writes
 * them. Bodies are artifacts of their own.
 */
export function identitiesOfHar({ content: { json, exchanges } }: Artifact<'har'>): ToldIdentity[] {
  return exchanges.flatMap(({ path, url, form }) => {
    const asked = [
      { path: [...path, 'request', 'url'], values: [...url.searchParams.values()] },
      { path: [...path, 'request', 'postData'], values: form.map(({ value }) => value) },
    ];
    return asked.flatMap(({ path, values }) =>
      values.flatMap(writtenMatricules).map(({ value, oid }): ToldIdentity => {
        const at = json.locate(path);
        return { ...toldByMatricule('http', { value, oid: { value: oid, at }, at }), asked: true };
      }),
    );
  });
}
