import { describe, expect, it } from 'vitest';
import { assemble, type Recipe } from '../../../fixtures/make/recipe.js';
import { withContents } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { ALL_CHECKS } from '../../../src/checks/registry.js';
import { runCheck } from '../../../src/engine/run-check.js';
import { loadCatalogue, textsOfCode } from '../../../src/messages/catalogue.js';
import { fill } from '../../../src/messages/fill.js';
import { exampleRecipe } from '../../support/example-recipe.js';

const CATALOGUES = await Promise.all([loadCatalogue('fr'), loadCatalogue('en')]);

/** A fault that is planted in a right document, and what must be told of it. */
interface Mutation {
  readonly name: string;
  readonly change: (cda: string) => string;
  readonly code: string;
  /** What stands on the line that is pointed at. */
  readonly line: string;
  /** What the remedy or the expectation says to write, in every language. */
  readonly write: string;
  readonly base?: ExampleBase;
}

const ROOT = '<ClinicalDocument ';

function swap(good: string | RegExp, bad: string): (cda: string) => string {
  return (cda) => {
    const changed = cda.replace(good, () => bad);
    expect(changed).not.toBe(cda);
    return changed;
  };
}

function without(element: string): (cda: string) => string {
  return swap(new RegExp(`<${element}[ >][\\s\\S]*?</${element}>`), '');
}

/** What the official schema and schematron see too. */
const SEEN: readonly Mutation[] = [
  {
    name: 'another realm',
    change: swap('<realmCode code="FR"/>', '<realmCode code="US"/>'),
    code: 'cda/minimal-structure/realm',
    line: '<realmCode',
    write: '<realmCode code="FR"/>',
  },
  {
    name: 'no setId',
    change: swap(/<setId [^>]*>/, ''),
    code: 'cda/document-identity/missing',
    line: ROOT,
    write: 'setId',
  },
  {
    name: 'no versionNumber',
    change: swap('<versionNumber value="1"/>', ''),
    code: 'cda/document-identity/missing',
    line: ROOT,
    write: 'versionNumber',
  },
  {
    name: 'a confidentiality that does not exist',
    change: swap('<confidentialityCode code="N"', '<confidentialityCode code="ZZ"'),
    code: 'cda/confidentiality/level',
    line: '<confidentialityCode',
    write: '<confidentialityCode code="N" displayName="Normal" codeSystem="2.16.840.1.113883.5.25"/>',
  },
  {
    name: 'a language without country',
    change: swap('<languageCode code="fr-FR"/>', '<languageCode code="français"/>'),
    code: 'cda/document-identity/language',
    line: '<languageCode',
    write: '<languageCode code="fr-FR"/>',
  },
  {
    name: 'a type that does not exist',
    change: swap('<code code="11488-4"', '<code code="99999-9"'),
    code: 'cda/type-code/unknown',
    line: '<code code="99999-9"',
    write: 'JDV_J07',
  },
  {
    name: 'no custodian',
    change: without('custodian'),
    code: 'cda/custodian/cardinality',
    line: ROOT,
    write: 'custodian',
  },
  {
    name: 'no legal authenticator',
    change: without('legalAuthenticator'),
    code: 'cda/legal-authenticator/cardinality',
    line: ROOT,
    write: 'legalAuthenticator',
  },
  {
    name: 'no encounter',
    change: without('componentOf'),
    code: 'cda/encounter/missing',
    line: ROOT,
    write: 'componentOf/encompassingEncounter',
  },
  {
    name: 'no birth name',
    change: swap('<family qualifier="BR">', '<family qualifier="CL">'),
    code: 'cda/record-target/ins-trait',
    line: '<patient>',
    write: 'BR',
  },
  {
    name: 'no birth place',
    change: without('birthplace'),
    code: 'cda/record-target/ins-trait',
    line: '<patient>',
    write: 'INSEE',
  },
  {
    name: 'two patients',
    change: (cda) => cda.replace(/<recordTarget>[\s\S]*<\/recordTarget>/, (one) => `${one}\n  ${one}`),
    code: 'cda/record-target/one-patient',
    line: '<recordTarget>',
    write: 'recordTarget',
  },
  {
    name: 'no act',
    change: without('documentationOf'),
    code: 'cda/acts/missing',
    line: ROOT,
    write: 'documentationOf',
  },
  {
    name: 'a fourth template in level 1',
    change: swap(
      '<templateId root="1.3.6.1.4.1.19376.1.2.20"/>',
      '<templateId root="1.3.6.1.4.1.19376.1.2.20"/>\n  <templateId root="1.2.250.1.213.1.1.1.55"/>',
    ),
    code: 'cda/minimal-structure/level-1-templates',
    line: '<templateId root="1.2.250.1.213.1.1.1.55"/>',
    write: '1.3.6.1.4.1.19376.1.2.20',
  },
];

/** What they are blind to. */
const UNSEEN: readonly Mutation[] = [
  {
    name: 'a confidentiality that was withdrawn',
    change: swap('<confidentialityCode code="N"', '<confidentialityCode code="L"'),
    code: 'cda/confidentiality/level',
    line: '<confidentialityCode',
    write: '<confidentialityCode code="N" displayName="Normal" codeSystem="2.16.840.1.113883.5.25"/>',
  },
  {
    name: 'a file that is a ZIP',
    change: swap('mediaType="application/pdf"', 'mediaType="application/zip"'),
    code: 'cda/body-n1/media-type',
    line: '<text mediaType',
    write: 'application/pdf',
  },
  {
    name: 'a body that says it is text',
    change: swap('representation="B64"', 'representation="TXT"'),
    code: 'cda/body-n1/representation',
    line: '<text mediaType',
    write: 'representation="B64"',
  },
  {
    name: 'a body that is not base64',
    change: swap('{pdf}', 'ceci n’est pas du base64 !'),
    code: 'cda/body-n1/base64',
    line: '<text mediaType',
    write: 'base64',
  },
  {
    name: 'a time without offset',
    change: swap('<effectiveTime value="20260316103000+0100"/>', '<effectiveTime value="20260316103000"/>'),
    code: 'cda/document-identity/time-precision',
    line: '<effectiveTime value',
    write: '20260316103000+0100',
  },
  {
    name: 'a title of 300 characters',
    change: swap('<title>Compte rendu de consultation</title>', `<title>${'é'.repeat(300)}</title>`),
    code: 'cda/file-form/title-length',
    line: '<title>',
    write: '128',
  },
  {
    name: 'an identifier with an extension, for the DMP',
    base: 'cda-for-dmp',
    change: swap('<id root="2.999.2.20260316.1.1"/>', '<id root="2.999.2.20260316.1" extension="1"/>'),
    code: 'cda/dmp-identifier/extension',
    line: '<id root="2.999.2.20260316.1" extension="1"/>',
    write: '2.999.2.20260316.1',
  },
  {
    name: 'a matricule of 3 digits',
    change: swap(
      /(<id root="1\.2\.250\.1\.213\.1\.4\.10") extension="\d{15}"\/>/,
      '<id root="1.2.250.1.213.1.4.10" extension="285"/>',
    ),
    code: 'ins/document-identity/matricule-form',
    line: 'extension="285"',
    write: '15',
  },
];

/** Findings of every check on the document of a base, after a change of its text. */
async function findingsAfter({ base = 'cda-n1', change }: Mutation) {
  const { recipe, declared, context } = exampleRecipe(base);
  const changed: Recipe = { ...recipe, parts: { ...recipe.parts, cda: change(recipe.parts.cda ?? '') } };
  const [file] = assemble(changed);
  if (!file) throw new Error('no file was made');
  const { artifact } = await read({ ...file, declared });
  const artifacts = artifact ? [...withContents(artifact)] : [];
  const findings = ALL_CHECKS.flatMap((check) => {
    const own = artifacts.filter((each) => check.kinds.includes(each.kind));
    return own.length === 0 ? [] : runCheck(check, own, context).flatMap((run) => run.findings);
  });
  return { findings, lines: Buffer.from(file.bytes).toString('utf8').split('\n') };
}

describe.each([
  ['sees what the official rules see', SEEN],
  ['sees what the official rules do not', UNSEEN],
])('a document of level 1: the tool %s', (_, mutations) => {
  it.each(mutations)('$name', async (mutation) => {
    const { findings, lines } = await findingsAfter(mutation);
    const found = findings.find(({ code }) => code === mutation.code);
    expect(found, findings.map(({ code }) => code).join(', ')).toBeDefined();
    if (!found) return;
    expect(lines[(found.at.line ?? 0) - 1]).toContain(mutation.line);
    for (const catalogue of CATALOGUES) {
      const { expected, remedy } = textsOfCode(catalogue, found.code);
      expect(fill(`${expected} ${remedy}`, found.args)).toContain(mutation.write);
    }
  });
});
