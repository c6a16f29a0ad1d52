import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../fixtures/make/recipe.js';
import { contentOf } from '../../../fixtures/make/recipe-document.js';
import { type Artifact, isKind } from '../../../src/artifacts/artifact.js';
import { sha1 } from '../../../src/artifacts/xds/sha1.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { KNOWN_CHECKS } from '../../../src/checks/registry.js';
import type { Finding } from '../../../src/engine/results.js';
import { runCheck } from '../../../src/engine/run-check.js';
import { alterationsOf } from '../../support/altered-metadata.js';
import { richArchive } from '../../support/rich-archive.js';
import { artifactsOf } from '../../support/run-check.js';

const ARCHIVE = richArchive();
const COUNT = 200;
const SEED = 20261122;

/** All that the checks find in an archive judged without a dossier. */
function findingsIn(artifacts: readonly Artifact[]): Finding[] {
  const runs = KNOWN_CHECKS.flatMap((check) => {
    const own = artifacts.filter(({ kind }) => check.kinds.includes(kind));
    return own.length === 0 ? [] : runCheck(check, own, NOTHING_DECLARED);
  });
  expect(runs.flatMap(({ failure }) => failure ?? [])).toEqual([]);
  return runs.flatMap(({ findings }) => findings);
}

/** The XDS attribute that stands at each line of the metadata of an archive. */
function attributesByLine(artifacts: readonly Artifact[]): (line: number) => string | undefined {
  const archive = artifacts.find((each) => isKind(each, 'xdm'));
  const [subset] = archive && isKind(archive, 'xdm') ? archive.content.subsets : [];
  if (!subset) throw new TypeError('the altered archive has no metadata');
  const { metadata } = subset;
  const starts = [metadata.submissionSet, ...metadata.documentEntries].flatMap((object) =>
    object
      ? [
          [object.node, 'mimeType'] as const,
          ...object.slots.map(({ name, node }) => [node, name.split(':').at(-1) ?? ''] as const),
          ...(object.title ? [[object.title.node, 'title'] as const] : []),
          ...object.classifications.flatMap(({ node, name, slots }) => [
            [node, name ?? ''] as const,
            ...(name === 'author' ? slots.map((slot) => [slot.node, slot.name] as const) : []),
          ]),
          ...object.identifiers.map(({ node, name }) => [node, name?.split('.')[1] ?? ''] as const),
        ]
      : [],
  );
  const lines = starts
    .map(([node, name]) => ({ line: metadata.document.locate(node).line ?? 0, name }))
    .sort((one, other) => one.line - other.line);
  return (line) => lines.filter((each) => each.line <= line).at(-1)?.name;
}

/** The attributes that a finding names: in its arguments, and by the places of its two sides. */
function namedBy({ args, at }: Finding, attributeAt: (line: number) => string | undefined): unknown[] {
  const places = [at, { artifact: args.artifact, line: args.line }].filter(({ artifact }) =>
    /METADATA\.XML$/.test(`${artifact}`),
  );
  return [
    args.attribute,
    args.other,
    ...places.flatMap(({ line }) => (typeof line === 'number' ? attributeAt(line) : [])),
  ];
}

/** Lines of the document that an alteration changed. */
function changedLines(before: string, after: string): Set<number> {
  const original = before.split('\n');
  return new Set(after.split('\n').flatMap((line, index) => (line === original[index] ? [] : [index + 1])));
}

describe('an archive whose document fills every attribute', () => {
  it('is right', async () => {
    expect(findingsIn(await artifactsOf(ARCHIVE, {}))).toEqual([]);
  });

  it.each(alterationsOf(ARCHIVE, COUNT, SEED).map((each, rank) => ({ ...each, rank })))(
    '$rank: $attribute, $what ($part)',
    async ({ attribute, part, recipe }) => {
      const artifacts = await artifactsOf(recipe, {});
      const attributeAt = attributesByLine(artifacts);
      const lines = changedLines(ARCHIVE.parts.cda ?? '', recipe.parts.cda ?? '');
      const findings = findingsIn(artifacts);
      const told = findings.map((finding) => {
        const isInDocument =
          part === 'cda' && /DOC0001\.XML$/.test(finding.at.artifact) && lines.has(finding.at.line ?? 0);
        const names = namedBy(finding, attributeAt);
        return isInDocument || names.includes(attribute) ? attribute : `${finding.code} ${names.join(' ')}`;
      });
      expect(told.length, 'missed').toBeGreaterThan(0);
      expect([...new Set(told)]).toEqual([attribute]);
    },
  );
});

const AUTHOR = '( {6}<rim:Classification [^>]*93606bcf[\\s\\S]*?</rim:Classification>\\n)';
const TWO_AUTHORS = new RegExp(AUTHOR + AUTHOR);

/** The same metadata written otherwise: what they say does not change. */
const NEUTRAL: readonly (readonly [string, (recipe: Recipe) => Recipe])[] = [
  ['effectiveTime at another offset', inDocument('20260316103000+0100', '20260316053000-0400')],
  ['the act at another offset', inDocument(/20260316090000\+0100/g, '20260316080000+0000')],
  ['an act to the minute', inDocument(/202603160(9[02]0)00\+0100/g, '202603160$1+0100')],
  [
    'the title on two lines',
    inDocument("rendu d'examens biologiques</title>", "rendu\n    d'examens  biologiques </title>"),
  ],
  ['blanks in the title', inMetadata(/value="Compte rendu d'/g, 'value=" Compte  rendu d\'')],
  ['an entity in the title', inMetadata(/value="Compte rendu d'/g, 'value="Compte rendu d&#39;')],
  ['the case of names', inMetadata(/BERNARD\^Hugo/g, 'Bernard^HUGO')],
  ['the accents of names', inMetadata(/DUBOIS\^Inès/g, 'DUBOIS^Ines')],
  ['blanks around values', inMetadata(/<rim:Value>([^<{]*)</g, '<rim:Value>\n  $1\n<')],
  ['a comment', inMetadata('<rim:Slot name="creationTime">', '<!-- creationTime --><rim:Slot name="creationTime">')],
  [
    'another prefix',
    inMetadata(/rim:(?=[A-Z])|(xmlns:)rim(?==)/g, (whole) => (whole === 'rim:' ? 'ns2:' : 'xmlns:ns2')),
  ],
  ['authors in another order', inMetadata(TWO_AUTHORS, '$2$1')],
  ['the hash in lower case', lowerCaseHash],
];

type Rewriting = string | ((whole: string) => string);

function rewritten(part: 'cda' | 'metadata', from: string | RegExp, to: Rewriting) {
  return ({ base, parts }: Recipe): Recipe => {
    const text = parts[part] ?? '';
    const made = typeof to === 'string' ? text.replace(from, to) : text.replace(from, to);
    if (made === text) throw new RangeError(`${from} changes nothing`);
    return { base, parts: { ...parts, [part]: made } };
  };
}

function inDocument(from: string | RegExp, to: Rewriting) {
  return rewritten('cda', from, to);
}

function inMetadata(from: string | RegExp, to: Rewriting) {
  return rewritten('metadata', from, to);
}

function lowerCaseHash(recipe: Recipe): Recipe {
  return inMetadata('{hash}', () => sha1(contentOf(recipe.parts, 'cda')))(recipe);
}

describe('the same, written otherwise', () => {
  it.each(NEUTRAL)('%s', async (_, change) => {
    expect(findingsIn(await artifactsOf(change(ARCHIVE), {}))).toEqual([]);
  });
});
