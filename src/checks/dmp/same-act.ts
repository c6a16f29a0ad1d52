import type { Artifact } from '../../artifacts/artifact.js';
import { groupBy } from '../../artifacts/group-by.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { mayBeSame, readTs } from '../../identity/hl7-time.js';
import { nameKey } from '../../identity/names.js';
import { actTimeOf } from '../cda/header/act-time.js';
import { placeIn } from '../context.js';
import { defineSetCheck, type Place, type RawFinding, type Rule } from '../define.js';
import { otherPlace } from '../other-place.js';

type Attribute = 'title' | 'author' | 'act-time';

/** What a document says, in the words that are compared and shown, and where. */
interface Said {
  readonly value: string;
  readonly at: Place;
}

/** What is kept of a document: what tells that another one is about the same act, and what both then say. */
interface ActDocument {
  readonly level: 1 | 3 | undefined;
  /** Type, version, patient and identifiers of the act or of its order, a name for each: two documents that share one are of the same act. */
  readonly acts: readonly string[];
  readonly said: Readonly<Partial<Record<Attribute, Said>>>;
}

/** The official messages that carry a report as N1 and as N3 say the same in both; no text read here wants it. */
const SAME: Rule = {
  severity: 'warning',
  mark: 'observed',
  clause: 'Volet Transmission de documents CDA en HL7 v2 v2.1.3 : un même compte rendu transmis en N1 et en N3',
  samples: { broken: 0, of: 4, corpus: 'hl7V2-exemples, messages qui portent un N1 et un N3' },
};

/** A report that is sent as a PDF in a header (N1) and structured (N3) is one: title, authors and time of the act are the same. */
export const sameAct = defineSetCheck({
  id: 'dmp/same-act',
  on: 'cda',
  rules: { title: SAME, author: SAME, 'act-time': SAME },
  examples: [
    {
      rule: 'title',
      base: 'xdm-two-levels',
      part: 'cda2',
      good: "<title>Compte rendu d'examens biologiques</title>",
      bad: '<title>Résultats de biologie</title>',
      trips: ['dmp/document-and-entry'],
    },
    {
      rule: 'author',
      base: 'xdm-two-levels',
      part: 'cda2',
      good: '<assignedAuthor>\n      <id root="1.2.250.1.71.4.2.1" extension="899700100029"/>',
      bad: '<assignedAuthor>\n      <id root="1.2.250.1.71.4.2.1" extension="899700100037"/>',
      trips: ['dmp/document-and-entry'],
    },
    {
      rule: 'act-time',
      base: 'xdm-two-levels',
      part: 'cda',
      good: '      <effectiveTime>\n        <low value="20260316090000+0100"/>\n        <high value="20260316092000+0100"/>\n      </effectiveTime>\n      <performer',
      bad: '      <effectiveTime>\n        <low value="20260316070000+0100"/>\n        <high value="20260316092000+0100"/>\n      </effectiveTime>\n      <performer',
      trips: ['dmp/document-and-entry'],
    },
  ],
  keep: actDocument,
  run(documents) {
    const groups = groupBy(
      documents.flatMap((document) => document.acts.map((act) => ({ act, document }))),
      ({ act }) => act,
    );
    // Documents may share an act and its order: each is compared once.
    const compared = new Set<ActDocument>();
    const findings: RawFinding<Attribute>[] = [];
    for (const group of groups.values()) {
      const structured = group.find(({ document }) => document.level === 3)?.document;
      if (!structured) continue;
      for (const { document } of group) {
        if (document.level !== 1 || compared.has(document)) continue;
        compared.add(document);
        findings.push(...differences(document, structured));
      }
    }
    return { evaluated: compared.size, findings, ...(compared.size === 0 && { applies: false }) };
  },
});

function differences(document: ActDocument, structured: ActDocument): RawFinding<Attribute>[] {
  const attributes = Object.keys(SAME_VALUE) as Attribute[];
  return attributes.flatMap((rule) => {
    const own = document.said[rule];
    const other = structured.said[rule];
    if (!own || !other || SAME_VALUE[rule](own.value, other.value)) return [];
    return [{ rule, at: own.at, args: { other: other.value, ...otherPlace(other.at) }, actual: own.value }];
  });
}

const SAME_VALUE: Readonly<Record<Attribute, (one: string, other: string) => boolean>> = {
  title: (one, other) => nameKey(one) === nameKey(other),
  author: (one, other) => one === other,
  'act-time': (one, other) => {
    const [first, second] = [readTs(one), readTs(other)];
    return !first || !second || mayBeSame(first, second);
  },
};

function actDocument(cda: Artifact<'cda'>): ActDocument {
  const { root, body, code, patients } = cda.content;
  const { low } = actTimeOf(cda.content);
  const title = root.first('title');
  const authors = root.all('author', 'assignedAuthor', 'id');
  const said = (node: XmlElement | undefined, value: string | undefined): Said | undefined =>
    node && value ? { value, at: placeIn(cda, cda.content.document.locate(node)) } : undefined;
  const version = root.first('versionNumber')?.attribute('value');
  const patient = patients[0]?.ids[0];
  const common = [code?.code, version, patient?.root, patient?.extension];
  const ids = [...root.all('documentationOf', 'serviceEvent', 'id'), ...root.all('inFulfillmentOf', 'order', 'id')];
  const values = {
    title: said(title, title?.normalizedText),
    author: said(
      authors[0],
      authors
        .flatMap((id) => id.attribute('extension') ?? [])
        .sort()
        .join(' '),
    ),
    'act-time': said(low, low?.attribute('value')),
  };
  return {
    level: body?.level,
    acts: code?.code && patient?.extension ? ids.flatMap((id) => actKey(id, common)) : [],
    said: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  };
}

function actKey(id: XmlElement, common: readonly (string | undefined)[]): string[] {
  const root = id.attribute('root');
  return root ? [[id.localName, root, id.attribute('extension'), ...common].join(' ')] : [];
}
