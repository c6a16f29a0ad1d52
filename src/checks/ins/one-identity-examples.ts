export const oneIdentityExamples = [];
