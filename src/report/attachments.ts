import type { Extract } from './extract.js';
import type { Report } from './report.js';

/** What a report that a person reads shows of the files themselves, which a report does not hold. */
export interface Attachments {
  /** Extracts of the sources by the id of a finding: of as many as the limits allow, errors first. */
  extracts(findings: Report['findings']): Promise<ReadonlyMap<string, Extract>>;
  /**
   * Small images as `data:` URIs, by their path in the report; undefined when what is shown is masked, since nobody knows whom an image shows.
   */
  images(paths: readonly string[]): Promise<ReadonlyMap<string, string>> | undefined;
}
