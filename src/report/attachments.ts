import type { Extract } from './extract.js';
import type { Report } from './report.js';

/** What a report that a person reads shows beside what a report holds: the files themselves, and what makes a page of it. */
export interface Attachments {
  /** The script of the page: `html/page-script.js`. */
  script(): string;
  /** Extracts of the sources by the id of a finding: of as many as the limits allow, errors first. */
  extracts(findings: Report['findings']): Promise<ReadonlyMap<string, Extract>>;
  /**
   * Small images as `data:` URIs, by their path in the report; undefined when what is shown is masked, since nobody knows whom an image shows.
   */
  images(paths: readonly string[]): Promise<ReadonlyMap<string, string>> | undefined;
}
