import type { SchemaInfo } from '../schematron/outcome.js';
import type { SchemaReport } from './schema-report.js';

/** What schemas said of a file, in plain values. */
export interface Said {
  /** In the order in which they said it. */
  readonly reports: readonly SchemaReport[];
  /** What the ranks of the reports refer to: those of the schemas that had said nothing before. */
  readonly schemas: readonly SchemaInfo[];
}

/** Gathers what schemas say, file after file. */
export interface ReportKeeper {
  readonly onReport: (report: SchemaReport, info: SchemaInfo) => void;
  /** What was said since it was last called: shares no text with the file. */
  take(): Said;
}

export function reportKeeper(): ReportKeeper {
  const told = new Set<string>();
  let reports: SchemaReport[] = [];
  let schemas: SchemaInfo[] = [];
  return {
    onReport: (report, info) => {
      // A slice of a document's text would keep the whole document in memory.
      reports.push(structuredClone(report));
      if (told.has(info.path)) return;
      told.add(info.path);
      schemas.push(info);
    },
    take: () => {
      const said = { reports, schemas };
      reports = [];
      schemas = [];
      return said;
    },
  };
}
