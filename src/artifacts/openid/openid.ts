import type { JsonDocument } from '../json/document.js';

/** A document of an OpenID provider, by what it is. Absent members are undefined; `json` has them all, with their places. */
export type OidcContent = (
  | DiscoveryDocument
  | KeySet
  | UserInfo
  | TokenResponse
  | BackchannelResponse
  | IntrospectionResponse
  | ErrorResponse
) & { readonly json: JsonDocument };

/** OpenID Connect Discovery 1.0 §3. Pro Santé Connect gives it under `/.well-known/wallet-openid-configuration`. */
interface DiscoveryDocument {
  readonly type: 'discovery';
  readonly issuer: string;
  /** URLs by member name: `authorization_endpoint`, `jwks_uri`… */
  readonly endpoints: ReadonlyMap<string, string>;
  /** Lists by member name: `scopes_supported`, `acr_values_supported`… */
  readonly supported: ReadonlyMap<string, readonly string[]>;
}

/** RFC 7517 §5. */
interface KeySet {
  readonly type: 'jwks';
  readonly keys: readonly PublishedKey[];
}

/** A key as a set publishes it, in the order of the set. */
export interface PublishedKey {
  /** `RSA`, `EC`, `OKP`, `oct`. */
  readonly keyType: string;
  readonly keyId: string | undefined;
  /** `sig` or `enc`. */
  readonly use: string | undefined;
  readonly algorithm: string | undefined;
  /** True when it holds what must never be published: a private key or a shared secret. */
  readonly isSecret: boolean;
}

/** Answer of the userinfo endpoint (OpenID Connect Core 1.0 §5.3) with the claims of Pro Santé Connect, whatever shape of the years it has. */
interface UserInfo {
  readonly type: 'userinfo';
  readonly subject: string;
  /** National identifier of the professional, `SubjectNameID`. */
  readonly nationalId: string | undefined;
  readonly preferredUsername: string | undefined;
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
  /** `Secteur_Activite`. */
  readonly sector: CodedValue | undefined;
  /** `SubjectRole`. */
  readonly roles: readonly CodedValue[];
  readonly organization: string | undefined;
  readonly organizationId: string | undefined;
  /** At the top since 2023, in `SubjectRefPro` before. */
  readonly civility: string | undefined;
  /** `CARD` or `MOBILE`. */
  readonly authenticationMode: string | undefined;
  readonly otherIds: readonly OtherId[];
  /** `SubjectRefPro.exercices`. */
  readonly practices: readonly Practice[];
}

/** `code^OID`, as Pro Santé Connect writes a code and the system it is of. */
export interface CodedValue {
  readonly code: string;
  readonly system: string | undefined;
}

export interface OtherId {
  readonly value: string;
  /** `RPPS`, `EDIT`, `PSI`… */
  readonly origin: string | undefined;
  readonly quality: number | undefined;
}

/** A profession that is practised, with where. Members keep their French names; an empty one is absent. */
export interface Practice {
  readonly members: ReadonlyMap<string, string>;
  readonly activities: readonly ReadonlyMap<string, string>[];
}

/** RFC 6749 §5.1, OpenID Connect Core 1.0 §3.1.3.3. */
interface TokenResponse {
  readonly type: 'tokens';
  readonly accessToken: string;
  readonly tokenType: string | undefined;
  readonly idToken: string | undefined;
  readonly refreshToken: string | undefined;
  /** Seconds. */
  readonly expiresIn: number | undefined;
  /** Seconds. */
  readonly refreshExpiresIn: number | undefined;
  readonly scopes: readonly string[];
}

/** Answer to a CIBA request (OpenID Connect CIBA Core 1.0 §7.3). */
interface BackchannelResponse {
  readonly type: 'backchannel';
  readonly requestId: string;
  /** Seconds. */
  readonly expiresIn: number | undefined;
  /** Seconds between two polls. */
  readonly interval: number | undefined;
}

/** RFC 7662 §2.2. */
interface IntrospectionResponse {
  readonly type: 'introspection';
  readonly active: boolean;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** RFC 6749 §5.2. */
interface ErrorResponse {
  readonly type: 'error';
  readonly error: string;
  readonly description: string | undefined;
}
