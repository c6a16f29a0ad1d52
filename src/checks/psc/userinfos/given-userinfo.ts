import type { NeedCode, Outcome } from '../../define.js';
import { type Leg, legsTo } from '../trace/exchange-legs.js';
import type { GivenObject, Material } from '../trace/material.js';

/** Members that no other provider gives: the user info of another one, exported alone, is none of ours. */
const OWN_MEMBERS = ['SubjectNameID', 'SubjectRefPro', 'SubjectRole', 'Secteur_Activite'];

/** The answers of the userinfo endpoint of Pro Santé Connect. */
export function userInfosOf(material: Material | undefined): GivenObject[] {
  return (material?.userInfos ?? []).filter(
    ({ leg, value, artifact }) =>
      leg !== undefined || artifact.declared['psc-mode'] !== undefined || OWN_MEMBERS.some((name) => name in value),
  );
}

/** The same answers, each content once: software may ask again as long as the session lasts. */
export function distinctUserInfos(material: Material | undefined): GivenObject[] {
  const byContent = new Map<string, GivenObject>();
  for (const each of userInfosOf(material)) {
    const content = JSON.stringify(each.value);
    if (!byContent.has(content)) byContent.set(content, each);
  }
  return [...byContent.values()];
}

type Outline = Pick<Outcome<never>, 'applies' | 'needs'>;

/** What to say of an endpoint that nothing is shown of, or of which an answer was asked for and can't be read. */
export function outlineOf(
  material: Material | undefined,
  endpoint: Leg['endpoint'],
  answers: readonly GivenObject[],
): Outline {
  if (answers.length > 0) return {};
  const wasAsked = material?.trace !== undefined && legsTo(material.trace, endpoint).length > 0;
  const code: NeedCode = 'need/psc-leg';
  return wasAsked ? { needs: [{ code, args: { leg: endpoint } }] } : { applies: false };
}
