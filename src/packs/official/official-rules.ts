import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import type { CheckRun } from '../../engine/results.js';
import { mostSerious } from '../../engine/run-check.js';
import { fileStem, type PackFiles } from '../pack-files.js';
import type { RuleCache } from '../schematron/cache.js';
import { prepareSchema, type ReadySchema } from '../schematron/engine.js';
import type { SchemaInfo } from '../schematron/outcome.js';
import { buildTree } from '../schematron/tree/build.js';
import type { CompletedFiles } from '../value-sets/substitutes.js';
import { loadXsd, type XsdSchema } from '../xsd/load-xsd.js';
import { chooseVolets } from './choose-volets.js';
import { finding, type Judged, schemaRun } from './judge-schema.js';
import { checkOfSchema, commonSchemas, modelChecks, PROFILES, voletCheck, XSD } from './pack-layout.js';
import { type SchemaReport, schemaReport } from './schema-report.js';
import { type VoletSchema, voletSchemas } from './volet-schemas.js';
import { faultOf } from './xsd-words.js';

/** Takes what a schema said of a document, and what its ranks refer to. */
export type OnReport = (report: SchemaReport, info: SchemaInfo) => void;

/** The rules of a pack such as the ANS publishes, made ready as documents ask for them. */
export interface OfficialRules {
  /** Its id: the first part of what checks are named. */
  readonly pack: string;
  /**
   * Judges a document by the XSD, the profiles and the models that it claims: one run each, whose check is `PACK/SCHEMA`.
   * @param onReport given what each schema said, whole, with what it is made of: SVRL is written from both.
   */
  judge(artifact: Artifact<'cda'>, onReport?: OnReport): CheckRun[];
}

/** @param files of the pack, with the value sets that stand for missing ones. */
export async function officialRules(
  pack: string,
  files: CompletedFiles,
  { cache, isWanted = () => true }: { readonly cache?: RuleCache; readonly isWanted?: (check: string) => boolean } = {},
): Promise<OfficialRules> {
  const xsdCheck = checkOfSchema(pack, XSD);
  const xsd = isWanted(xsdCheck) ? await loadXsd(files, XSD).catch((error: unknown) => failureOf(error)) : undefined;
  let volets: readonly VoletSchema[] | undefined;
  const ready = new Map<string, ReadySchema | Error>();
  const schemaAt = (path: string): ReadySchema | Error => {
    let found = ready.get(path);
    if (!found) {
      found = prepared(files, path, cache);
      ready.set(path, found);
    }
    return found;
  };
  const isWantedSchema = (path: string): boolean => isWanted(checkOfSchema(pack, path));
  const common = commonSchemas(files.paths).filter(isWantedSchema);
  const models = modelChecks(pack, files.paths).some(isWanted);
  return {
    pack,
    judge: (artifact, onReport) => {
      const { path, content } = artifact;
      const judged = { path, document: content.document };
      volets ??= models ? voletSchemas(files, cache) : [];
      const chosen = chooseVolets(content, volets);
      const tree = buildTree(content.root);
      const runOf = (schema: string, unversioned = false): CheckRun => {
        const check = checkOfSchema(pack, schema);
        const rules = schemaAt(schema);
        if (rules instanceof Error) return undeterminedRun(check, judged, rules);
        try {
          const outcome = rules.judge(tree);
          onReport?.(schemaReport({ artifact: path, document: judged.document }, rules.info, outcome), rules.info);
          const unfired = PROFILES.test(schema) ? 'not-applicable' : 'not-tested';
          const run = schemaRun(check, judged, rules.info, outcome, { unfired, unversioned });
          const substitutes = run.evaluated > 0 ? substitutesOf(rules.info, files) : undefined;
          return substitutes ? { ...run, substitutes } : run;
        } catch (error) {
          return undeterminedRun(check, judged, failureOf(error));
        }
      };
      return [
        ...(xsd ? [xsdRun(xsdCheck, judged, content.root, xsd)] : []),
        ...common.map((schema) => runOf(schema)),
        ...(isWanted(voletCheck(pack)) ? [voletRun(voletCheck(pack), judged, chosen)] : []),
        ...chosen.schemas.flatMap((schema) =>
          isWantedSchema(schema.path) ? [runOf(schema.path, chosen.unversioned.includes(schema))] : [],
        ),
      ];
    },
  };
}

/** The files that the assertions of a schema read: there are thousands of assertions, and as many documents. */
const READ = new WeakMap<SchemaInfo, ReadonlySet<string>>();

/** The value sets that stand in for those that a schema reads. */
function substitutesOf(info: SchemaInfo, { substitutes }: CompletedFiles): CheckRun['substitutes'] {
  if (substitutes.length === 0) return undefined;
  const read = READ.get(info) ?? new Set(info.assertions.flatMap(({ documents }) => documents));
  READ.set(info, read);
  const used = substitutes.filter(({ wanted }) => read.has(wanted));
  return used.length > 0 ? Object.fromEntries(used.map(({ wanted, from }) => [wanted, from])) : undefined;
}

function prepared(files: PackFiles, path: string, cache: RuleCache | undefined): ReadySchema | Error {
  try {
    return prepareSchema(files, path, cache && { cache });
  } catch (error) {
    return failureOf(error);
  }
}

function xsdRun(check: string, judged: Judged, root: XmlElement, xsd: XsdSchema | Error): CheckRun {
  if (xsd instanceof Error) return undeterminedRun(check, judged, xsd);
  try {
    const errors = xsd.validate(root);
    const kept = mostSerious(errors, () => 'error');
    const schema = fileStem(XSD);
    const findings = kept.map(({ at, message: text }) => {
      const { code, args } = faultOf(text);
      return finding(code, {
        check,
        severity: 'error',
        clause: XSD,
        args: { ...args, schema, text },
        judged,
        node: at,
      });
    });
    return {
      ...runOn(check, judged),
      verdict: findings.length > 0 ? 'nonconforming' : 'conforming',
      evaluated: 1,
      findings,
      ...(kept.length < errors.length && { omitted: errors.length - kept.length }),
    };
  } catch (error) {
    return undeterminedRun(check, judged, failureOf(error));
  }
}

/** What there is to say of the models that the document claims; the verdicts are those of their schemas. */
function voletRun(check: string, judged: Judged, { notices, claims }: ReturnType<typeof chooseVolets>): CheckRun {
  const severityOf = ({ code }: (typeof notices)[number]): 'warning' | 'info' =>
    code === 'volet-version' || code === 'volet-missing' ? 'warning' : 'info';
  const kept = mostSerious(notices, severityOf);
  const findings = kept.map((notice) =>
    finding(`official/${notice.code}`, {
      check,
      severity: severityOf(notice),
      clause: 'CI-SIS, Volets de contenus',
      args: notice.args,
      judged,
      node: notice.at,
    }),
  );
  if (claims === undefined) return { ...runOn(check, judged), verdict: 'not-applicable' };
  // What is needed to judge it, its model in that version, was not given.
  const isMissing = notices.some((notice) => severityOf(notice) === 'warning');
  return {
    ...runOn(check, judged),
    verdict: isMissing ? 'missing' : claims > 0 ? 'conforming' : 'not-applicable',
    evaluated: claims,
    findings,
    ...(kept.length < notices.length && { omitted: notices.length - kept.length }),
  };
}

function undeterminedRun(check: string, judged: Judged, { message }: Error): CheckRun {
  // libxml2 ends each of its errors with a line feed.
  const detail = message.replace(/\s+/g, ' ').trim();
  const reasons = [{ code: 'reason/schema-undetermined', args: { check, path: judged.path, detail } } as const];
  return { ...runOn(check, judged), verdict: 'undetermined', reasons };
}

function runOn(check: string, { path }: Judged): CheckRun {
  return { check, artifacts: [path], verdict: 'not-tested', evaluated: 0, findings: [], needs: [], failure: undefined };
}

function failureOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
