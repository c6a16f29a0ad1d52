/** Texts of the checks on the professional whom the software acts for. */
export const pscIdentity = {};
