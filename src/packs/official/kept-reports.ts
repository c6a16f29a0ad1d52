import type { SchemaInfo } from '../schematron/outcome.js';
import type { SchemaReport } from './schema-report.js';

/** What schemas said, one document after the other, and once what they are made of. */
export interface KeptReports {
  /** By `SchemaInfo.path`. */
  readonly schemas: ReadonlyMap<string, SchemaInfo>;
  /** In the order in which they were added. */
  readonly reports: readonly SchemaReport[];
  readonly add: (report: SchemaReport, info: SchemaInfo) => void;
}

export function keepReports(): KeptReports {
  const schemas = new Map<string, SchemaInfo>();
  const reports: SchemaReport[] = [];
  const add = (report: SchemaReport, info: SchemaInfo): void => {
    reports.push(report);
    schemas.set(info.path, info);
  };
  return { schemas, reports, add };
}
