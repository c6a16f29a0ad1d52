import type { Artifact, ContentByKind, Declaration, Kind } from '../../src/artifacts/artifact.js';
import { type Check, defineCheck, type Outcome, type Severity } from '../../src/checks/define.js';
import type { Base, Requirement, Scenario } from '../../src/scenarios/scenario.js';

const both = (text: string) => ({ fr: `${text} (fr)`, en: `${text} (en)` });

/** An artifact made by hand: what a reader would give. */
export function fakeArtifact<K extends Kind>(
  kind: K,
  path: string,
  fields: { content?: ContentByKind[K]; declared?: Declaration; children?: readonly Artifact[] } = {},
): Artifact<K> {
  const parts = path.split('!');
  const made = {
    path,
    containers: parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('!')),
    kind,
    sha256: 'a'.repeat(64),
    bytes: 1,
    declared: {},
    children: [],
    content: undefined,
    ...fields,
  };
  return made as unknown as Artifact<K>;
}

/** A requirement that applies to the corridor LGC at wave 2. */
export function fakeRequirement(fields: Partial<Requirement> = {}): Requirement {
  const id = fields.requirement ?? 'MSS/CONF.01';
  return {
    requirement: id,
    title: both(id),
    chapter: 'Chapitre',
    nature: 'exigence',
    source: { mark: 'primary', date: '2023-02-21' },
    applies: { wave: 2, corridors: ['LGC'] },
    verifiable: 'artifact',
    scenarios: [],
    ...fields,
  };
}

export function fakeScenario(fields: Partial<Scenario> = {}): Scenario {
  return { id: 'MSS/CONF.01.01', title: both('scenario'), ...fields };
}

export function fakeBase(requirements: readonly Requirement[]): Base {
  return {
    source: 'source',
    date: '2023-02-21',
    requirements,
    corridors: [
      { corridor: 'LGC', title: both('LGC'), profiles: ['Général', 'Autre'] },
      { corridor: 'BIO', title: both('BIO'), profiles: ['Général'] },
    ],
    conditions: [{ condition: 'question', question: both('Question ?') }],
  };
}

/** A check of one rule, `rule`. */
export function fakeCheck(
  id: string,
  run: (artifact: Artifact) => Outcome,
  fields: { on?: Kind; severity?: Severity } = {},
): Check {
  const { on = 'pdf', severity = 'error' } = fields;
  return defineCheck({
    id,
    on,
    rules: { rule: { severity, mark: 'primary', clause: 'clause', samples: null } },
    examples: [],
    run: (artifact) => run(artifact) as Outcome<'rule'>,
  });
}

export const step = (fields: object = {}) => ({ title: both('step'), ...fields });

export const proof = (id: string, fields: object = {}) =>
  ({ id, kind: 'demonstration', review: both('look'), ...fields }) as const;
