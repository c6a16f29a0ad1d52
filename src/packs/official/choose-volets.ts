import { byCodeUnit } from '../../artifacts/by-code-unit.js';
import type { CdaContent } from '../../artifacts/cda/cda.js';
import { type CdaId, readId } from '../../artifacts/cda/values.js';
import { groupBy } from '../../artifacts/group-by.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { voletOf } from '../../terminology/volets.js';
import { COMMON, MODELS, type VoletSchema } from './volet-schemas.js';

/** The schemas of models that a document is judged by, and what is to be said of the choice. */
export interface Chosen {
  readonly schemas: readonly VoletSchema[];
  /** Those of them that were chosen without a version. */
  readonly unversioned: readonly VoletSchema[];
  readonly notices: readonly VoletNotice[];
  /** Templates of models that were looked at; undefined for a document of level 1, which no schema of a model is about. */
  readonly claims: number | undefined;
}

interface VoletNotice {
  readonly code: 'volet-version' | 'volet-missing' | 'volet-unversioned' | 'no-volet';
  readonly at: XmlElement;
  readonly args: Readonly<Record<string, string>>;
}

/**
 * Chooses by the templates that a document claims: root and extension, both. Another version than the one claimed is never used in its place;
 * a claim without an extension is of before templates had any, and is judged by the oldest version.
 */
export function chooseVolets(
  { root, body }: Pick<CdaContent, 'root' | 'body'>,
  available: readonly VoletSchema[],
): Chosen {
  if (body?.level === 1) return { schemas: [], unversioned: [], notices: [], claims: undefined };
  // A document may repeat a claim as often as it likes.
  const claims = distinct(root.childrenNamed('templateId').map(readId));
  const isFamily = familiesIn([...claims.map((each) => each.root), ...available.map((each) => each.template)]);
  const byTemplate = groupBy(available, (each) => each.template);
  const schemas = new Set<VoletSchema>();
  const unversioned: VoletSchema[] = [];
  const notices: VoletNotice[] = [];
  let looked = 0;
  for (const { root: template, extension, node } of claims) {
    if (template === undefined || template === COMMON) continue;
    const versions = (byTemplate.get(template) ?? []).slice().sort((a, b) => (a.version < b.version ? -1 : 1));
    const [oldest] = versions;
    if (!oldest) {
      if (!template.startsWith(MODELS) || isFamily(template)) continue;
      looked++;
      const volet = voletOf(template)?.name ?? template;
      notices.push({ code: 'volet-missing', at: node, args: { volet, template, version: extension ?? '' } });
      continue;
    }
    looked++;
    const { volet } = oldest;
    if (extension === undefined) {
      schemas.add(oldest);
      unversioned.push(oldest);
      notices.push({ code: 'volet-unversioned', at: node, args: { volet, template, used: oldest.id } });
      continue;
    }
    const same =
      versions.find((each) => each.extension === extension) ?? versions.find((each) => each.version === extension);
    if (same) schemas.add(same);
    else {
      const nearest = versions.findLast((each) => each.version <= extension) ?? oldest;
      const known = versions.map((each) => each.version).join(', ');
      notices.push({
        code: 'volet-version',
        at: node,
        args: { volet, template, version: extension, known, nearest: nearest.id },
      });
    }
  }
  if (looked === 0) notices.push({ code: 'no-volet', at: root, args: {} });
  return { schemas: [...schemas], unversioned, notices, claims: looked };
}

function distinct(claims: readonly CdaId[]): CdaId[] {
  return [...new Map(claims.map((each) => [JSON.stringify([each.root, each.extension]), each])).values()];
}

/** Whether a template is the family of another: 1.2.250.1.213.1.1.1.5 of 1.2.250.1.213.1.1.1.5.3. A document may claim any number. */
function familiesIn(templates: readonly (string | undefined)[]): (template: string) => boolean {
  const sorted = templates.filter((each) => each !== undefined).sort(byCodeUnit);
  return (template) => {
    const family = `${template}.`;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < family) low = middle + 1;
      else high = middle;
    }
    return sorted[low]?.startsWith(family) ?? false;
  };
}
