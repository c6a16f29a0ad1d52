import type { Artifact } from '../../../artifacts/artifact.js';
import { isObject } from '../../../artifacts/json/document.js';
import type { Place, RawFinding } from '../../define.js';
import { type Environment, environmentOf } from './endpoints.js';
import { type Leg, placeOf, type Trace } from './exchange-legs.js';
import type { GivenObject, Material } from './material.js';

/** Where an artifact shows which platform it is of: the host of a request, the issuer of a token or of a document. */
export interface Sighting {
  readonly environment: Environment;
  readonly host: string;
  readonly at: Place;
  readonly artifact: Artifact;
  readonly leg: Leg | undefined;
}

/** What shows a platform, in order: requests first, then files. Tokens inside a capture are of the platform that gave them: other checks judge it. */
export function sightingsOf({ trace, tokens, introspections, discoveries }: Material): Sighting[] {
  const requests = (trace?.legs ?? []).flatMap((leg) =>
    sighting(leg.exchange.url.href, placeOf(leg), { artifact: leg.har, leg }),
  );
  const files = [
    ...tokens.flatMap(({ leg, jwt, at, artifact }) => (leg ? [] : sighting(jwt?.claims.iss, at('iss'), { artifact }))),
    ...introspections.flatMap(({ leg, value, at, artifact }) =>
      leg ? [] : sighting(value.iss, at('iss'), { artifact }),
    ),
    ...discoveries.flatMap(({ leg, value, at, artifact }) =>
      leg ? [] : sighting(value.issuer, at('issuer'), { artifact }),
    ),
  ];
  return [...requests, ...files];
}

function sighting(url: unknown, at: Place, { artifact, leg }: { artifact: Artifact; leg?: Leg }): Sighting[] {
  const parsed = parsedUrl(url);
  const environment = parsed && environmentOf(parsed);
  return parsed && environment ? [{ environment, host: parsed.hostname, at, artifact, leg }] : [];
}

/** The first request of a capture that goes to another platform than its first one: sandbox and production do not mix. */
export function mixedEnvironments(trace: Trace): RawFinding<'environment'>[] {
  const first = trace.legs[0];
  const stray = trace.legs.find((leg) => leg.environment !== first?.environment);
  if (!first || !stray) return [];
  const args = { first: first.exchange.url.hostname, other: stray.exchange.url.hostname };
  return [{ rule: 'environment', at: placeOf(stray), args, actual: stray.exchange.url.hostname }];
}

export function parsedUrl(url: unknown): URL | undefined {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined;
}

/** The URLs of a discovery document, by the name of their member; those for mutual TLS (RFC 8705 §5) stand in an object of their own. */
export function discoveredUrls({ value }: GivenObject): [path: string[], url: string][] {
  const own = (object: Readonly<Record<string, unknown>>, path: string[]): [string[], string][] =>
    Object.entries(object).flatMap(([name, url]) =>
      typeof url === 'string' && /^issuer$|_(?:endpoint|uri)$|^check_session_iframe$/.test(name) && !/^op_/.test(name)
        ? [[[...path, name], url]]
        : [],
    );
  const aliases = value.mtls_endpoint_aliases;
  return [...own(value, []), ...(isObject(aliases) ? own(aliases, ['mtls_endpoint_aliases']) : [])];
}
