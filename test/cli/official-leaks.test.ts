import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { miniPackWith } from '../support/broken-packs.js';
import { segurCheck, temporaryFolder } from '../support/cli.js';
import { exampleText } from '../support/mini-pack.js';
import { textOfWorkbook } from '../support/searched-identities.js';

const PERSON = '//cda:recordTarget/cda:patientRole';
const FAMILY = `${PERSON}/cda:patient/cda:name/cda:family[1]`;
const INS = `${PERSON}/cda:id[1]/@extension`;
const BIRTH = `${PERSON}/cda:patient/cda:birthTime/@value`;
const LEAK = /kergu|solenn|19850714|14\/07\/1985|285\s?07\s?63\s?113\s?990|2850763113990/i;

/** A document with a patient whose traits are easy to find again. */
function document(): string {
  return exampleText('n3-conforme.xml')
    .replaceAll(/<family( [^>]*)?>[^<]*<\/family>/g, '<family$1>KERGUÉLEN</family>')
    .replaceAll(/<given( [^>]*)?>[^<]*<\/given>/g, '<given$1>Solenn</given>')
    .replace(/(<patientRole[^>]*>\s*<id [^>]*extension=")[^"]*/, '$1285076311399048')
    .replace(/<birthTime value="[^"]*"/, '<birthTime value="19850714"');
}

it('what the rules of a pack say and fail on names no patient, in any report', async () => {
  const pack = await miniPackWith({
    'schematrons/profils/IHE.sch': [
      '<rule context="cda:structuredBody">',
      `<rule context="cda:structuredBody">
<assert test="false()">le nom <value-of select="${FAMILY}"/>, né(e) le <value-of select="${BIRTH}"/>, de matricule <value-of select="${INS}"/></assert>
<assert test="false()"><value-of select="concat(${FAMILY}, ${INS}, ' ', ${BIRTH})"/>, <value-of select="upper-case(string-join(${PERSON}//cda:given, '-'))"/></assert>
<assert test="false()"><value-of select="concat(substring(${BIRTH}, 7, 2), '/', substring(${BIRTH}, 5, 2), '/', substring(${BIRTH}, 1, 4))"/></assert>
<assert test="xs:integer(${FAMILY}) = 1">f</assert>
<assert test="xs:date(string(${INS})) = 1">f</assert>
<assert test="xs:integer(concat(${FAMILY}, ' ', ${BIRTH})) = 1">f</assert>
<assert test="doc(concat('../', ${FAMILY}, '.xml'))/x">f</assert>
<assert test="matches('a', concat('(', ${FAMILY}))">f</assert>
<assert test="resolve-QName(concat(${INS}, ' '), .) = 1">f</assert>`,
    ],
  });
  const folder = temporaryFolder();
  const dossier = join(folder, 'dossier');
  mkdirSync(join(dossier, 'Kerguelen'), { recursive: true });
  // The XSD quotes what it refuses.
  const refused = document().replace(
    /<administrativeGenderCode code="[^"]*"/,
    '<administrativeGenderCode code="KERGUÉLEN 19850714" x="285076311399048"',
  );
  writeFileSync(join(dossier, 'Kerguelen', 'SOLENN-2850763113990.xml'), refused);
  const formats = ['json', 'junit', 'xlsx', 'terminal'];
  const reports = formats.flatMap((format) => ['--report', `${format}=${join(folder, `r.${format}`)}`]);
  const svrl = join(folder, 'svrl');
  const args = ['check', dossier, '--pack', pack, '--verbose', ...reports, '--report', `svrl=${svrl}`];
  const { stderr, stdout, exitCode } = await segurCheck(args);
  expect(exitCode).toBe(4);
  const texts = formats.map((format) =>
    format === 'xlsx'
      ? textOfWorkbook(readFileSync(join(folder, 'r.xlsx')))
      : readFileSync(join(folder, `r.${format}`), 'utf8'),
  );
  const written = readdirSync(svrl, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  expect(written.length).toBeGreaterThan(0);
  for (const each of written) texts.push(each.name, readFileSync(join(each.parentPath, each.name), 'utf8'));
  expect(texts.join(' ')).toContain('le nom [P1-nom]');
  expect(texts.join(' ')).toContain('FORG0001');
  for (const text of [...texts, stderr, stdout]) expect(LEAK.exec(text)?.[0]).toBeUndefined();
});
