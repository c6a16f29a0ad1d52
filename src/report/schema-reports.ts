import type { Finding } from '../engine/results.js';
import { at, patternName, plain, type SchemaReport } from '../packs/official/schema-report.js';
import type { SchemaInfo } from '../packs/schematron/outcome.js';
import type { Findings } from './findings.js';
import type { Mask } from './mask.js';
import type { SchemaReports } from './report.js';
import type { ReportInput } from './report-input.js';

/**
 * What schemas said, masked.
 * @param rendered the findings of the report; without them no result is told by which finding it is.
 */
export function schemaReportsOf(
  input: ReportInput,
  mask: Mask,
  rendered: ReturnType<Findings['render']> | undefined,
): SchemaReports {
  const schemas = new Map(input.said.flatMap((each) => each.schemas).map((info) => [info.path, info]));
  const fingerprints = rendered ? fingerprintsOf(input, rendered) : new Map<string, string>();
  const reports = input.said
    .flatMap((each) => each.reports)
    .map((each) => ({
      ...each,
      artifact: mask(each.artifact),
      results: each.results.map((result) => {
        const info = schemas.get(each.schema);
        const fingerprint = info && fingerprints.get(keyOfResult(each, result, info));
        return {
          ...result,
          location: mask(result.location),
          text: mask(result.text),
          ...(fingerprint !== undefined && { fingerprint }),
        };
      }),
      failures: each.failures.map((failure) => ({
        ...failure,
        location: mask(failure.location),
        detail: mask(failure.detail),
      })),
    }));
  return { schemas, reports };
}

function fingerprintsOf(input: ReportInput, { findings, idOf }: ReturnType<Findings['render']>): Map<string, string> {
  const byId = new Map(findings.map(({ id, fingerprint }) => [id, fingerprint]));
  return new Map(
    findingsOf(input).flatMap((finding) => {
      const fingerprint = byId.get(idOf(finding));
      return fingerprint === undefined ? [] : [[keyOfFinding(finding), fingerprint] as const];
    }),
  );
}

/** What rules of schemas found: only they tell the place of the rule. */
function findingsOf({ results, files, dossier }: ReportInput): Finding[] {
  const steps = results.flatMap(({ scenarios }) => scenarios.flatMap((scenario) => scenario.steps));
  const runs = [...steps, ...files].flatMap((each) => each.runs);
  return [...runs, ...dossier].flatMap((run) => run.findings).filter(({ args }) => args.pattern !== undefined);
}

function keyOfFinding({ check, args, at: { artifact, line, column } }: Finding): string {
  // The first part is the pack: only one has schemas.
  const rule = check.slice(check.indexOf('/') + 1);
  return JSON.stringify([artifact, rule, args.place, args.text, line, column]);
}

function keyOfResult({ artifact }: SchemaReport, result: SchemaReport['results'][number], info: SchemaInfo): string {
  const { rule, place } = at(info.assertions, result.assertion);
  const name = `${info.id}/${patternName(info, at(info.rules, rule).pattern)}`;
  const { line, column } = result;
  return JSON.stringify([artifact, name, `${place.file}:${place.line}`, plain(result.text), line, column]);
}
