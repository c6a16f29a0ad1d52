/** Texts of the checks on what protects the software's secrets and tokens. */
export const pscProtection = {};
