import type { Artifact } from '../../artifacts/artifact.js';
import { hasMatriculeForm } from '../../identity/matricule.js';
import { type ToldIdentity, toldByMatricule } from './told-identity.js';
import { writtenMatricules } from './written-matricules.js';

/**
 * The patients that the rows of a trace name by a matricule with its OID, each where it stands first: a trace may have a million rows. What does not
 * look like a matricule (masked, cut) tells nobody.
 */
export function identitiesOfLog({ content }: Artifact<'log'>): ToldIdentity[] {
  if (content.protocol !== 'trace') return [];
  const found = new Map<string, ToldIdentity>();
  for (const { fields, line, column } of content.records())
    for (const [name, text] of fields)
      for (const { value, oid } of writtenMatricules(text)) {
        const key = `${oid}|${value}`;
        if (found.has(key) || !hasMatriculeForm(value)) continue;
        const at = { line, column, path: name };
        found.set(key, toldByMatricule('log', { value, oid: { value: oid, at }, at }));
      }
  return [...found.values()];
}
