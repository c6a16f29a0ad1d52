import { materialOf, type PscArtifact } from '../trace/material.js';
import { type Placed, practicesOf as practicesIn } from '../userinfos/members.js';
import { userOf } from './psc-users.js';

/** What userinfo tells of how a professional practises. */
export interface Practice {
  /** National identifier. */
  readonly id: string;
  /** Codes of TRE_R02 of the places where they practise. */
  readonly sectors: readonly string[];
  /** Professions and functions: what the first role of the VIHF may say. */
  readonly roles: readonly string[];
  /** Skills, sections and functions: what the second may. */
  readonly skills: readonly string[];
}

/** Members of `exercices` and of their `activities` that a role is taken from (ANS, POC PSC, VihfBuilder; JDV_J65-SubjectRole-DMP). */
const ROLES = ['codeProfession', 'codeRole', 'codeGenreActivite'];
const SKILLS = ['codeSavoirFaire', 'codeSectionPharmacien', 'codeRole'];

/** The practices that the answers of userinfo in an artifact tell; those of a short scope tell none. */
export function practicesOf(artifact: PscArtifact): Practice[] {
  return (materialOf([artifact])?.userInfos ?? []).flatMap(({ value }) => {
    const practices = practicesIn(value);
    const activities = practices.flatMap((practice) => practice.activities);
    const sectors = activities.length > 1 ? textsIn(activities, ['codeSecteurDactivite']) : [];
    const roles = Array.isArray(value.SubjectRole) ? value.SubjectRole : [];
    return userOf(value).map(({ id }) => ({
      id,
      sectors: [...new Set([...codesOf([value.Secteur_Activite]), ...sectors])],
      roles: [...new Set([...codesOf(roles), ...textsIn([...practices, ...activities], ROLES)])],
      skills: [...new Set(textsIn([...practices, ...activities], SKILLS))],
    }));
  });
}

/** The code of `code^OID`. */
export function codesOf(values: readonly unknown[]): string[] {
  return values.flatMap((value) => {
    const code = typeof value === 'string' ? (value.split('^', 1)[0] ?? '').trim() : '';
    return code === '' ? [] : [code];
  });
}

function textsIn(objects: readonly Placed[], names: readonly string[]): string[] {
  return objects.flatMap((object) => names.flatMap((name) => codesOf([object.text(name)])));
}
