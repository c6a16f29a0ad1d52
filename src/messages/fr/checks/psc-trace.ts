/** Texts of the checks on the exchange as a whole and its platform. */
export const pscTrace = {};
