import { describe, expect, it } from 'vitest';
import { artifactFiles } from '../../../fixtures/make/artifacts/artifact-files.js';
import { patients } from '../../../fixtures/make/patients.js';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { Identities } from '../../../src/report/mask.js';

const { alpha } = patients;
const FILES = new Map(artifactFiles().map(({ path, bytes }) => [path, bytes]));

async function maskOf(name: string) {
  const { artifact } = await read({ path: 'a', bytes: FILES.get(`soap/${name}`) ?? new Uint8Array(), declared: {} });
  const identities = new Identities();
  if (artifact) identities.add(artifact);
  return identities.mask(NOTHING_DECLARED);
}

describe('the patient of a SOAP message is hidden', () => {
  const traits = `${alpha.family} ${alpha.given} 14/07/1985`;

  it.each([
    'td2.1-alimentation-requete.xml',
    'td3.1-recherche-reponse.xml',
    'td0.2-existence-reponse.xml',
    'td0.4-liste-reponse.xml',
    'insi-traits.request.xml',
    'insi-traits.response.xml',
  ])('%s', async (name) => {
    expect((await maskOf(name))(traits)).toMatch(/^\[P(\d)-nom\] \[P\1-prenom\] \[P\1-naissance\]$/);
  });

  it.each(['td0.2-existence-requete.xml', 'insi-vitale.xml', 'insi-traits.response.xml', 'vihf.xml'])(
    'by the matricule, with and without its key: %s',
    async (name) => {
      const mask = await maskOf(name);
      expect(mask(`n° ${alpha.ins?.matricule}`)).toBe('n° [P1-INS]');
      if (name.startsWith('insi')) expect(mask(`n° ${alpha.ins?.matricule.slice(0, 13)}`)).toBe('n° [P1-INS]');
    },
  );

  it('and nothing of a message that names none', async () => {
    expect((await maskOf('dmp-panne.xml'))(traits)).toBe(traits);
  });
});
