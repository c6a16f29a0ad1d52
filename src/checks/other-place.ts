import type { Place } from './define.js';

/** The other place of what two artifacts say differently, as arguments of the finding: `where` is how a text names it. */
export function otherPlace({ artifact, line, path }: Place): Record<string, string | number> {
  const where = [artifact, ...(line === undefined ? [] : [line])].join(':');
  return {
    artifact,
    ...(line !== undefined && { line }),
    ...(path !== undefined && { path }),
    where: [where, path].filter(Boolean).join(' '),
  };
}
