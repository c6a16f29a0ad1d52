/** Grant of a token request in CIBA mode (OpenID Connect CIBA Core 1.0 §10.1). */
export const CIBA_GRANT = 'urn:openid:params:grant-type:ciba';

/** Grant of a token exchange (RFC 8693 §2.1). */
export const EXCHANGE_GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';

/** Grant that renews the tokens of a session (RFC 6749 §6). */
export const REFRESH_GRANT = 'refresh_token';
