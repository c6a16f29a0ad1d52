/** Texts of the checks on what Pro Santé Connect says of the professional. */
export const pscUserinfo = {};
