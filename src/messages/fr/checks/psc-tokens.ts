/** Texts of the checks on the tokens. */
export const pscTokens = {};
