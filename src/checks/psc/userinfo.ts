import { isObject, jsonPath, valueAt } from '../../artifacts/json/document.js';
import type { SchemaFault, ValidateJson } from '../context.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { legsTo, parameterOf } from './trace/exchange-legs.js';
import { type GivenObject, type Material, materialOf, PSC_KINDS } from './trace/material.js';
import { distinctUserInfos, outlineOf } from './userinfos/given-userinfo.js';
import { SHAPES, shapeOf } from './userinfos/shapes.js';

const edit = (good: string, bad: string) => ({ base: 'psc-web', part: 'har', good, bad }) as const;
const RECORDED = 'Réponses enregistrées de Pro Santé Connect (2021 à 2023) et schéma de PSC-POC';

/** Most names that a finding lists: a mock may lack them all. */
const MOST_NAMES = 6;

/** What the userinfo endpoint answered has the members that Pro Santé Connect gives, each of its type. */
export const userinfo = defineSetCheck({
  id: 'psc/userinfo',
  on: PSC_KINDS,
  rules: {
    'no-subject': primary('EXI PSC 08, 09 ; OpenID Connect Core 1.0 §5.3.2'),
    missing: observed(RECORDED),
    'activity-members': observed(RECORDED, 'info'),
    type: observed(RECORDED),
    empty: observed(RECORDED),
    'scope-not-granted': observed(RECORDED),
    reduced: observed(RECORDED, 'info'),
  },
  examples: [
    { rule: 'no-subject', ...edit('"sub": "f:9b2e7c14', '"subject": "f:9b2e7c14') },
    { rule: 'missing', ...edit('"SubjectOrganization":', '"Organization":') },
    { rule: 'activity-members', ...edit('"codePays": "",', '') },
    { rule: 'type', ...edit('"codePostal": "63000"', '"codePostal": 63000') },
    { rule: 'empty', ...edit('"family_name": "MARTIN"', '"family_name": ""') },
    { rule: 'scope-not-granted', ...edit('"SubjectRefPro":', '"SubjectReference":') },
    {
      rule: 'reduced',
      base: 'psc-files',
      part: 'userinfo',
      good: '"SubjectRefPro":',
      bad: '"SubjectReference":',
    },
  ],
  run(artifacts, { validateJson }) {
    const material = materialOf(artifacts);
    const given = distinctUserInfos(material);
    if (given.length > 0 && !validateJson) throw new Error('no validator of JSON Schemas was given');
    const findings = given.flatMap((each) => (validateJson ? judge(each, validateJson, material) : []));
    return { evaluated: given.length, findings, ...outlineOf(material, 'userinfo', given) };
  },
});

type Rule = 'no-subject' | 'missing' | 'activity-members' | 'type' | 'empty' | 'scope-not-granted' | 'reduced';

function judge(given: GivenObject, validate: ValidateJson, material: Material | undefined): RawFinding<Rule>[] {
  const shape = shapeOf(given.value);
  const faults = validate(SHAPES[shape], given.value);
  const findings = [...missing(given, faults), ...wrong(given, faults)];
  if (shape === 'reduced') findings.push(...reduced(given, material));
  return findings;
}

/** A login that does not ask for `scope_all` gets no more: the check of the request says it. Without a login, nothing tells what was asked. */
function reduced({ leg, at }: GivenObject, material: Material | undefined): RawFinding<Rule>[] {
  const trace = leg && material?.trace;
  const logins = trace ? [...trace.authorizations, ...legsTo(trace, 'backchannel')] : [];
  const asked = logins.map((login) => (parameterOf(login, 'scope') ?? '').split(' ').includes('scope_all'));
  if (asked.includes(false)) return [];
  return [{ rule: asked.length > 0 ? 'scope-not-granted' : 'reduced', at: at() }];
}

/** One finding for each kind of object that lacks members: each activity of a mock lacks the same. */
function missing({ value, at }: GivenObject, faults: readonly SchemaFault[]): RawFinding<Rule>[] {
  const byParent = new Map<string, { readonly path: SchemaFault['path']; readonly names: Set<string> }>();
  for (const { path, missing: name } of faults) {
    if (name === undefined) continue;
    const known = byParent.get(anyRank(path)) ?? { path, names: new Set() };
    byParent.set(anyRank(path), known);
    known.names.add(name);
  }
  const findings: RawFinding<Rule>[] = [];
  for (const { path, names } of byParent.values()) {
    if (path.length === 0 && names.delete('sub')) findings.push({ rule: 'no-subject', at: at() });
    if (names.size === 0) continue;
    const listed = [...names].slice(0, MOST_NAMES).join(', ') + (names.size > MOST_NAMES ? ', …' : '');
    const args = { parent: jsonPath(path), members: listed, count: names.size };
    const present = isObject(valueAt(value, path)) ? at(...path) : at();
    findings.push({ rule: path.includes('activities') ? 'activity-members' : 'missing', at: present, args });
  }
  return findings;
}

/** A member of another type than it has, or without content where there always is one. The value itself is never shown. */
function wrong({ value, at }: GivenObject, faults: readonly SchemaFault[]): RawFinding<Rule>[] {
  const seen = new Set<string>();
  return faults.flatMap(({ keyword, path, missing: name, expected = '' }): RawFinding<Rule>[] => {
    const key = `${keyword} ${anyRank(path)}`;
    if (name !== undefined || seen.has(key)) return [];
    seen.add(key);
    const member = jsonPath(path);
    if (keyword !== 'type') {
      const rule = path.length === 1 && path[0] === 'sub' ? 'no-subject' : 'empty';
      return [{ rule, at: at(...path), args: { member } }];
    }
    const found = typeName(valueAt(value, path));
    return [{ rule: 'type', at: at(...path), args: { member, expected }, actual: found }];
  });
}

function anyRank(path: SchemaFault['path']): string {
  return path.map((step) => (typeof step === 'number' ? '*' : step)).join('/');
}

/** The type of a value, as JSON Schema names it. */
function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
