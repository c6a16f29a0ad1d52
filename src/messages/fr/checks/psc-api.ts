/** Texts of the checks on the calls of API with the token. */
export const pscApi = {};
