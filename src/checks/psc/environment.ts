import type { Artifact } from '../../artifacts/artifact.js';
import { isObject } from '../../artifacts/json/document.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { belief, observed, primary } from '../sources/psc-rule.js';
import { type Endpoint, type Environment, environmentOf, isUnknownHost, withoutEndSlashes } from './trace/endpoints.js';
import { legsTo, NOT_PSC, placeInExchange, placeOf, type Trace, traceOf } from './trace/exchange-legs.js';
import { type GivenObject, type Material, materialOf, PSC_KINDS, type PscArtifact } from './trace/material.js';
import { discoveredUrls, mixedEnvironments, parsedUrl, type Sighting, sightingsOf } from './trace/platforms.js';

const edit = (base: 'psc-web' | 'psc-production' | 'psc-files', part: string, good: string, bad: string) =>
  ({ base, part, good, bad }) as const;

const SANDBOX = '"iss": "https://auth.bas.psc.esante.gouv.fr';
const PRODUCTION = '"iss": "https://auth.esw.esante.gouv.fr';

const keysOf = (domain: string): string =>
  `"url": "https://auth.${domain}/auth/realms/esante-wallet/protocol/openid-connect/certs"`;

/** Everything that is shown of Pro Santé Connect is of one platform, which is production where the dossier is one of production. */
export const environment = defineSetCheck({
  id: 'psc/environment',
  on: PSC_KINDS,
  rules: {
    mixed: primary('EXI PSC 14'),
    https: primary('EXI PSC 09, 14 ; RFC 6749 §3.1, §3.2 ; OpenID Connect Core 1.0 §3.1.3, §5.3'),
    'other-platform': primary('EXI PSC 14', 'warning'),
    'not-production': primary('EXI PSC 14'),
    'old-sandbox': observed('Adresses publiées par l’ANS : bac à sable en service jusqu’en 2022'),
    'unknown-host': observed('Adresses publiées par l’ANS'),
    // The platform writes it, not the software.
    discovery: primary('EXI PSC 14 ; OpenID Connect Discovery 1.0 §3, §4.3', 'warning'),
    undiscovered: observed('OpenID Connect Discovery 1.0 §4'),
    'test-identity': belief('Identités des cartes de test (8997…) et de l’outil EDIT'),
  },
  examples: [
    { rule: 'mixed', ...edit('psc-production', 'har', keysOf('esw.esante.gouv.fr'), keysOf('bas.psc.esante.gouv.fr')) },
    {
      rule: 'https',
      ...edit(
        'psc-web',
        'har',
        keysOf('bas.psc.esante.gouv.fr'),
        keysOf('bas.psc.esante.gouv.fr').replace('https', 'http'),
      ),
    },
    { rule: 'other-platform', ...edit('psc-files', 'introspection', SANDBOX, PRODUCTION) },
    { rule: 'not-production', ...edit('psc-production', 'introspection', PRODUCTION, SANDBOX) },
    {
      rule: 'old-sandbox',
      ...edit('psc-web', 'har', keysOf('bas.psc.esante.gouv.fr'), keysOf('bas.esw.esante.gouv.fr')),
    },
    {
      rule: 'unknown-host',
      ...edit('psc-web', 'har', keysOf('bas.psc.esante.gouv.fr'), keysOf('bas.psc.esante-gouv.example.org')),
    },
    { rule: 'discovery', ...edit('psc-files', 'discovery', '"token_endpoint": "https', '"token_endpoint": "http') },
    {
      rule: 'undiscovered',
      ...edit(
        'psc-production',
        'har',
        '"token_endpoint": "https://auth.esw.esante.gouv.fr/auth',
        '"token_endpoint": "https://auth.esw.esante.gouv.fr/v1',
      ),
    },
    { rule: 'test-identity', ...edit('psc-production', 'access-token', '"origine": "RPPS"', '"origine": "EDIT"') },
  ],
  run(artifacts, context) {
    const material = materialOf(artifacts);
    const unknown = unknownHosts(artifacts, material);
    const sightings = material ? sightingsOf(material) : [];
    if (!material || sightings.length === 0)
      return unknown.length > 0 ? { evaluated: unknown.length, findings: unknown } : NOT_PSC;
    const findings = [
      ...mixed(material.trace),
      ...inClear(material.trace),
      ...otherPlatforms(sightings, context.environment),
      ...firstOfEach(sightings, 'old-sandbox', ({ host }) => host.endsWith('.bas.esw.esante.gouv.fr')),
      ...unknown,
      ...material.discoveries.flatMap(judgeDiscovery),
      ...undiscovered(material),
      ...testIdentities(material, sightings),
    ];
    // The keys of a platform are read without being its client.
    return { evaluated: sightings.filter(({ leg }) => leg?.endpoint !== 'keys').length, findings };
  },
});

type Rule =
  | 'mixed'
  | 'https'
  | 'other-platform'
  | 'not-production'
  | 'old-sandbox'
  | 'unknown-host'
  | 'discovery'
  | 'undiscovered'
  | 'test-identity';

type Finding = RawFinding<Rule>;

/** A capture with an authorization or a CIBA request is judged with that request; a file for each exchange makes one capture. */
function mixed(trace: Trace | undefined): Finding[] {
  if (!trace) return [];
  const judged = new Set([...trace.authorizations, ...legsTo(trace, 'backchannel')].map(({ har }) => har));
  const isAlone = ({ content }: Artifact<'har'>): boolean =>
    content.format === 'text' && content.exchanges.length === 1;
  const hars = [...new Set(trace.legs.map(({ har }) => har))];
  const parts = [hars.filter(isAlone), ...hars.filter((har) => !isAlone(har) && !judged.has(har)).map((har) => [har])];
  return parts.flatMap((part) => {
    const own = part.length > 0 ? traceOf(part) : undefined;
    return own ? mixedEnvironments(own).map((finding) => ({ ...finding, rule: 'mixed' as const })) : [];
  });
}

/** Requests that leave without TLS: one finding for each endpoint. Authorization requests are judged by the check on them. */
function inClear(trace: Trace | undefined): Finding[] {
  const said = new Set<Endpoint>(['authorization']);
  return (trace?.legs ?? []).flatMap((leg): Finding[] => {
    const { url } = leg.exchange;
    if (url.protocol === 'https:' || environmentOf(url) === undefined || said.has(leg.endpoint)) return [];
    said.add(leg.endpoint);
    return [{ rule: 'https', at: placeOf(leg), args: { host: url.hostname }, actual: url.protocol }];
  });
}

/**
 * From one artifact to another: what a session shows must be of one platform, but two sessions may have been given together. A dossier of
 * production shows production.
 */
function otherPlatforms(sightings: readonly Sighting[], declared: 'test' | 'production'): Finding[] {
  const [first] = sightings;
  const wanted = declared === 'production' ? declared : first?.environment;
  const whole = new Set(sightings.filter((each) => each.environment === wanted).map(({ artifact }) => artifact));
  const others = sightings.filter(({ artifact }) => !whole.has(artifact));
  if (declared === 'production') return firstOfEach(others, 'not-production', () => true);
  const found = firstOfEach(others, 'other-platform', (each) => !isSeparate(each, first));
  return found.map((finding) => ({ ...finding, args: { first: first?.host ?? '' } }));
}

/** Files of one exchange each are judged together as one capture. */
function isSeparate(...sightings: readonly (Sighting | undefined)[]): boolean {
  return sightings.every(
    (each) => each?.leg?.har.content.format === 'text' && each.leg.har.content.exchanges.length === 1,
  );
}

function firstOfEach(sightings: readonly Sighting[], rule: Rule, is: (each: Sighting) => boolean): Finding[] {
  const said = new Set<Artifact>();
  return sightings.filter(is).flatMap(({ artifact, at, host }): Finding[] => {
    if (said.has(artifact)) return [];
    said.add(artifact);
    return [{ rule, at, actual: host }];
  });
}

/** Hosts that a discovery document names are known from it, which is judged itself. */
function unknownHosts(artifacts: readonly PscArtifact[], material: Material | undefined): Finding[] {
  const known = new Set(
    (material?.discoveries ?? []).flatMap(discoveredUrls).map(([, url]) => parsedUrl(url)?.hostname),
  );
  return artifacts.flatMap((har) => {
    if (har.kind !== 'har') return [];
    return har.content.exchanges.flatMap((exchange): Finding[] => {
      const { hostname } = exchange.url;
      if (!isUnknownHost(exchange.url) || known.has(hostname)) return [];
      known.add(hostname);
      return [{ rule: 'unknown-host', at: placeInExchange({ har, exchange }, 'request', 'url'), actual: hostname }];
    });
  });
}

/** Each URL of a discovery document is of the platform that published it, over https; another provider's document is not judged. */
function judgeDiscovery(document: GivenObject): Finding[] {
  const issuer = parsedUrl(document.value.issuer);
  const platform = document.leg?.environment ?? (issuer && environmentOf(issuer));
  if (platform === undefined) return [];
  const said = new Set<string>();
  return discoveredUrls(document).flatMap(([path, url]): Finding[] => {
    const parsed = parsedUrl(url);
    if (parsed?.protocol === 'https:' && isOf(platform, parsed)) return [];
    // One wrong server gives many wrong addresses.
    const server = `${parsed?.protocol} ${parsed && environmentOf(parsed)}`;
    if (said.has(server)) return [];
    said.add(server);
    return [{ rule: 'discovery', at: document.at(...path), args: { name: path.join('.') }, actual: url }];
  });
}

/** A host that no platform has may be a new one: another check says that it is unknown. */
function isOf(platform: Environment, url: URL): boolean {
  return (environmentOf(url) ?? (url.hostname.endsWith('.esante.gouv.fr') ? platform : undefined)) === platform;
}

const MEMBERS: Partial<Readonly<Record<Endpoint, string>>> = {
  authorization: 'authorization_endpoint',
  pushed: 'pushed_authorization_request_endpoint',
  backchannel: 'backchannel_authentication_endpoint',
  token: 'token_endpoint',
  keys: 'jwks_uri',
  userinfo: 'userinfo_endpoint',
  introspection: 'introspection_endpoint',
  revocation: 'revocation_endpoint',
  logout: 'end_session_endpoint',
};

/** Addresses of the platform that its own discovery document does not give: one finding for each endpoint. */
function undiscovered({ trace, discoveries }: Material): Finding[] {
  const known = new Map<string, Set<string>>();
  for (const document of discoveries)
    for (const [path, url] of discoveredUrls(document)) {
      const key = `${platformOf(url)} ${path.at(-1)}`;
      known.set(key, (known.get(key) ?? new Set()).add(addressOf(url)));
    }
  return (trace?.legs ?? []).flatMap((leg): Finding[] => {
    const name = MEMBERS[leg.endpoint] ?? '';
    const key = `${platformOf(leg.exchange.url.href)} ${name}`;
    const given = known.get(key);
    const used = addressOf(leg.exchange.url.href);
    if (!given || given.has(used)) return [];
    given.add(used);
    return [{ rule: 'undiscovered', at: placeOf(leg), args: { name }, actual: used }];
  });
}

function platformOf(url: string): Environment | undefined {
  const parsed = parsedUrl(url);
  return parsed && environmentOf(parsed);
}

function addressOf(url: string): string {
  const parsed = parsedUrl(url);
  return parsed ? withoutEndSlashes(`${parsed.origin}${parsed.pathname}`) : url;
}

/** The identity of a test card, or of EDIT, where all is of production: one finding for each artifact. */
function testIdentities(material: Material, sightings: readonly Sighting[]): Finding[] {
  if (sightings.some((each) => each.environment === 'sandbox')) return [];
  const said = new Set<Artifact>();
  const people = [
    ...material.tokens.map(({ jwt, at, artifact }) => ({ value: jwt?.claims ?? {}, at, artifact })),
    ...material.userInfos,
    ...material.introspections,
  ];
  return people.flatMap(({ value, at, artifact }): Finding[] => {
    const name = IDENTIFIERS.find((member) => isTest(value[member]));
    if (name === undefined || said.has(artifact)) return [];
    said.add(artifact);
    return [{ rule: 'test-identity', at: at(name), args: { name } }];
  });
}

const IDENTIFIERS = ['SubjectNameID', 'preferred_username', 'otherIds'];

function isTest(value: unknown): boolean {
  if (typeof value === 'string') return /^8997|^(?:ANS|EDIT)\d/.test(value);
  return Array.isArray(value) && value.some((each) => isObject(each) && each.origine === 'EDIT');
}
