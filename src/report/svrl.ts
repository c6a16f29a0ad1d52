import { XMLBuilder } from 'fast-xml-parser';
import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import type { ReportedFailure } from '../packs/official/schema-report.js';
import type { SchemaInfo } from '../packs/schematron/outcome.js';
import { cleanForXml, onOneLine } from './escape-text.js';
import type { ReportPart, ReportParts } from './formats.js';
import { indexOpinions, opinionCounts, placedOpinion } from './opinions.js';
import { PartNames } from './part-names.js';
import type { Report, ReportedSchema } from './report.js';

/** An element as the builder takes it when the order of children matters: its attributes are beside it. */
type Node = Readonly<Record<string, unknown>>;

const SPACE = 'http://purl.oclc.org/dsdl/svrl';

const builder = new XMLBuilder({
  preserveOrder: true,
  format: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  suppressEmptyNode: true,
  // Otherwise an attribute whose value is `true` loses it.
  suppressBooleanAttributes: false,
});

/**
 * Reports in SVRL (ISO/IEC 19757-3, annex D), one for each document and schema that judged it, named after both. Each is made when it is
 * written: a batch is never whole in memory.
 */
export function svrlParts(report: Report, texts: ReportTexts): ReportParts {
  const { schemas = new Map<string, SchemaInfo>(), reports = [] } = report.schemaReports ?? {};
  const names = new PartNames();
  const said = sayings(report, texts);
  const parts = reports.map((each): ReportPart => {
    const schema = schemas.get(each.schema);
    if (!schema) throw new Error(`no schema is named ${each.schema}`);
    return {
      name: names.take(`${each.artifact}.${schema.id}`, '.svrl'),
      content: () => toSvrl(each, schema, { report, texts, said }),
    };
  });
  const judged = new Set(reports.map(({ artifact }) => artifact));
  const omitted = report.artifacts.filter(({ path, kind }) => kind === 'cda' && !judged.has(path));
  return { parts, omitted: omitted.map(({ path }) => path) };
}

/** What people said, as SVRL can show it. */
interface Sayings {
  /** Of a result, by the fingerprint of its finding. */
  readonly of: (fingerprint: string) => readonly string[];
  /** Their counts, then those that no result of any file can show. */
  readonly others: readonly string[];
}

function sayings(report: Report, texts: ReportTexts): Sayings {
  const { opinions = [], schemaReports } = report;
  const results = schemaReports?.reports.flatMap((each) => each.results) ?? [];
  const shown = new Set(results.map(({ fingerprint }) => fingerprint));
  const { ofFinding } = indexOpinions(report);
  return {
    of: (fingerprint) => ofFinding(fingerprint).map((each) => placedOpinion(each, texts)),
    others: [
      ...opinionCounts(report, texts),
      ...opinions
        .filter(({ on }) => !('finding' in on && shown.has(on.finding)))
        .map((each) => placedOpinion(each, texts)),
    ],
  };
}

function toSvrl(
  judged: ReportedSchema,
  info: SchemaInfo,
  { report, texts, said }: { readonly report: Report; readonly texts: ReportTexts; readonly said: Sayings },
): string {
  const prose = [
    fill(texts.svrl.judged, { tool: `${report.tool.name} ${report.tool.version}`, path: judged.artifact }),
    ...report.alarms,
    ...report.caveats,
    ...said.others,
    ...unevaluated(judged, info, texts),
  ];
  const spaces = Object.entries(info.namespaces).map(([prefix, uri]) =>
    element('ns-prefix-in-attribute-values', { uri, prefix }),
  );
  const root = element(
    'schematron-output',
    { 'xmlns:svrl': SPACE, title: info.title, phase: info.phase, schemaVersion: info.version || undefined },
    [...prose.map((each) => textElement(onOneLine(each))), ...spaces, ...judgedPatterns(judged, info, said)],
  );
  const declaration = { '?xml': [{ '#text': '' }], ':@': { version: '1.0', encoding: 'UTF-8' } };
  return `${builder.build([declaration, root]).trim()}\n`;
}

/** Why the absence of a failure is not conformity: it has no element of its own in SVRL, whose `text` tells it. */
function unevaluated({ failures }: ReportedSchema, info: SchemaInfo, texts: ReportTexts): string[] {
  const byAssertion = new Map<number, { first: ReportedFailure; count: number }>();
  for (const first of failures) {
    const known = byAssertion.get(first.assertion);
    if (known) known.count += 1;
    else byAssertion.set(first.assertion, { first, count: 1 });
  }
  const lines = [
    ...[...byAssertion].map(([rank, { first, count }]) => {
      const test = info.assertions[rank]?.test ?? '';
      const { code, detail, location } = first;
      return fill(texts.svrl.assertion, { test, code, detail, location, count });
    }),
    // An assertion that cannot be run matters where its rule fires: its failures tell it.
    ...info.defects
      .filter((defect) => defect.assertion === undefined)
      .map(({ rule, reason, detail }) =>
        fill(texts.svrl.context, { context: info.rules[rule]?.context ?? '', code: reason, detail }),
      ),
    ...info.missing
      .filter(({ patterns }) => patterns.length > 0)
      .map(({ path, patterns }) => fill(texts.svrl.missing, { path, patterns: patterns.join(', ') })),
  ];
  return lines.length === 0 ? [] : [fill(texts.svrl.undetermined, { count: lines.length }), ...lines];
}

/** Every pattern that was run, with the rules that fired in it and what each of them said. */
function* judgedPatterns({ fired, results }: ReportedSchema, info: SchemaInfo, { of }: Sayings): Generator<Node> {
  const said = new Map<number, Node[]>();
  for (const { firing, assertion, location, text, fingerprint } of results) {
    const rule = info.assertions[assertion];
    if (!rule) continue;
    const { id, test, role, flag } = rule;
    const name = rule.kind === 'assert' ? 'failed-assert' : 'successful-report';
    // The edition of 2006 knows no properties: they are there only when somebody said something.
    const opinions = (fingerprint === undefined ? [] : of(fingerprint)).map((each) =>
      element('property-reference', { property: 'segur-check.opinion' }, [textElement(onOneLine(each))]),
    );
    const node = element(name, { location, test, id, role, flag }, [...opinions, textElement(text)]);
    const before = said.get(firing);
    if (before) before.push(node);
    else said.set(firing, [node]);
  }
  let next = 0;
  for (const [rank, pattern] of info.patterns.entries()) {
    yield element('active-pattern', { id: pattern.id, name: pattern.name || undefined });
    for (; next < fired.length; next++) {
      const rule = info.rules[fired[next] ?? -1];
      if (!rule || rule.pattern !== rank) break;
      yield element('fired-rule', { context: rule.context, id: rule.id, role: rule.role, flag: rule.flag });
      yield* said.get(next) ?? [];
    }
  }
}

function textElement(text: string): Node {
  return element('text', {}, [{ '#text': cleanForXml(text) }]);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly Node[] = [],
): Node {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, cleanForXml(value)]],
  );
  return { [`svrl:${name}`]: children, ':@': Object.fromEntries(given) };
}
