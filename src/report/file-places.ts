import { showHidden } from './escape-text.js';
import type { Report, ReportFinding } from './report.js';

/** Where a tool that knows the files of a repository shows a finding. */
export interface FilePlace {
  /** Path of the file, `/` on every system, never absolute. */
  readonly file: string;
  /** In the file; undefined when the finding is of the whole file, or of what an archive holds. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** `entry:line:column` of what an archive or a mail holds; undefined for the file itself. */
  readonly inside: string | undefined;
}

/**
 * Gives the place of each finding as a file of the repository: the archive for what an archive holds.
 *
 * @param folder path of what was judged from where the command runs, `''` when they are one
 */
export function filePlaces({ artifacts }: Report, folder: string): (finding: ReportFinding) => FilePlace {
  const known = new Set(artifacts.map(({ path }) => path));
  return ({ artifact, location: { line, column } }) => {
    const outer = outerFile(artifact, known);
    const file = showHidden([folder, outer].filter((part) => part !== '').join('/'));
    if (outer === artifact) return { file, line, column: line === undefined ? undefined : column, inside: undefined };
    const parts = [artifact.slice(outer.length + 1), line, line === undefined ? undefined : column];
    return {
      file,
      line: undefined,
      column: undefined,
      inside: parts.filter((part) => part !== undefined).join(':'),
    };
  };
}

/** The file that holds an artifact: names may have the `!` that parts an archive from its entry. */
function outerFile(artifact: string, known: ReadonlySet<string>): string {
  for (let end = artifact.indexOf('!'); end !== -1; end = artifact.indexOf('!', end + 1)) {
    const outer = artifact.slice(0, end);
    if (known.has(outer)) return outer;
  }
  return known.has(artifact) ? artifact : (artifact.split('!')[0] ?? artifact);
}
