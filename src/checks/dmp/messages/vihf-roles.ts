import type { SamlAssertion } from '../../../artifacts/soap/saml.js';
import { SUBJECT_ROLE_DMP } from '../../../terminology/value-sets/subject-role-dmp.js';
import type { Fault } from './exchanges.js';
import { codeOf, VIHF, valuesOf } from './vihf-attributes.js';

export type RoleRule = 'role-form' | 'role' | 'second-role' | 'skill';

/** Professions of TRE_G15, then the actor known by its role of TRE_R291: what each says in a second value. */
const SECOND: ReadonlyMap<string, 'skill' | 'section' | 'role'> = new Map([
  ['10 1.2.250.1.71.1.2.7', 'skill'],
  ['21 1.2.250.1.71.1.2.7', 'section'],
  ['99 1.2.250.1.213.1.6.1.140', 'role'],
]);

const SKILLS = '1.2.250.1.71.4.2.5';

/** Faults of who acts: the profession, then for some what the professional is qualified in. */
export function roleFaults(vihf: SamlAssertion): Fault<RoleRule>[] {
  const [first, second] = valuesOf(vihf, VIHF.role);
  if (!first) return [];
  const { name: set, version } = SUBJECT_ROLE_DMP;
  const [profession, skill] = [codeOf(first), second && codeOf(second)];
  const faults = [first, second].flatMap((value): Fault<RoleRule>[] => {
    const code = value && codeOf(value);
    return !code || (code.isElement && code.code && code.system)
      ? []
      : [{ rule: 'role-form', at: value.node, actual: code.code }];
  });
  if (faults.length > 0) return faults;
  const wanted = SECOND.get(`${profession.code} ${profession.system}`);
  const isKnown = SUBJECT_ROLE_DMP.has(profession.code, profession.system) && profession.system !== SKILLS;
  return [
    ...(isKnown
      ? []
      : [
          {
            rule: 'role' as const,
            at: first.node,
            args: { system: profession.system, set, version },
            actual: profession.code,
          },
        ]),
    ...(wanted && !second ? [{ rule: 'second-role' as const, at: first.node, actual: profession.code }] : []),
    ...(wanted === 'skill' && second && skill && !SUBJECT_ROLE_DMP.has(skill.code, SKILLS)
      ? [{ rule: 'skill' as const, at: second.node, args: { set, version }, actual: skill.code }]
      : []),
  ];
}
