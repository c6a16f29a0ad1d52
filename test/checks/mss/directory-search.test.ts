import { describe, expect, it } from 'vitest';
import { withContents } from '../../../src/artifacts/artifact.js';
import { directorySearch } from '../../../src/checks/mss/directory-search.js';
import { secretsOf } from '../../../src/report/secrets/secrets-of.js';
import { exampleRecipe } from '../../support/example-recipe.js';
import { artifactsOf, artifactsOfFile, runCheck, runOn } from '../../support/run-check.js';

const { recipe: made, own, declared, context } = exampleRecipe('mail-directory');
const answer = made.parts.answer ?? '';
const ADDRESS = 'jean.correspondant@exemple.mssante.fr';

const edited = async (...edits: readonly (readonly [string, string, string])[]) => {
  const { evaluated, findings, applies } = await runOn(directorySearch, 'mail-directory', edits);
  return { evaluated, applies, rules: findings.map(({ rule }) => rule) };
};

/** The same answer as a body of an exchange. */
function captured(body: string): string {
  const url = 'https://gateway.api.esante.gouv.fr/fhir/v2/Practitioner?mailbox-mss:contains=exemple.mssante.fr';
  const request = {
    method: 'GET',
    url,
    headers: [{ name: 'ESANTE-API-KEY', value: 'd5aa2278-0000-4000-8000-000000000001' }],
  };
  const content = { mimeType: 'application/fhir+json', text: body };
  const response = { status: 200, headers: [{ name: 'Content-Type', value: 'application/fhir+json' }], content };
  const entries = [{ startedDateTime: '2026-03-02T10:00:00.000Z', request, response }];
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries } });
}

describe('mss/directory-search', () => {
  it('shows the address that the software wrote to', async () => {
    expect(await edited()).toEqual({ evaluated: 1, applies: true, rules: [] });
  });

  it('is not about another bundle, nor about mails alone', async () => {
    for (const type of ['collection', 'transaction'])
      expect(await edited(['answer', '"type": "searchset"', `"type": "${type}"`])).toMatchObject({ applies: false });
    const mails = (await artifactsOf(made, declared, own)).filter(({ kind }) => kind === 'mail');
    expect(runCheck(directorySearch, mails, context).applies).toBe(false);
  });

  it('is not about a search of patients or documents with their authors', async () => {
    const patient = { resource: { resourceType: 'Patient', id: '1' } };
    const bundle: { entry: unknown[] } = JSON.parse(answer);
    bundle.entry.push(patient);
    expect(await edited(['answer', answer, JSON.stringify(bundle)])).toMatchObject({ applies: false });
  });

  it('takes a search that found nothing for none', async () => {
    const bundle = JSON.stringify({ resourceType: 'Bundle', type: 'searchset', total: 0 });
    expect(await edited(['answer', answer, bundle])).toEqual({ evaluated: 0, applies: false, rules: [] });
  });

  it('tells what is unlisted, of another messaging, or written otherwise', async () => {
    expect(await edited(['answer', '"valueBoolean": false', '"valueBoolean": true'])).toMatchObject({
      rules: ['unlisted'],
    });
    expect(await edited(['answer', ADDRESS, ADDRESS.toUpperCase()])).toMatchObject({ rules: ['writing'] });
    expect(await edited(['answer', ADDRESS, 'autre@exemple.mssante.fr'])).toMatchObject({ rules: ['not-shown'] });
  });

  it('does not judge addresses of patients, nor the mailbox of a practice', async () => {
    const toPatient = ['letter.headers', `To: <${ADDRESS}>`, 'To: <285076311399048@patient.mssante.fr>'] as const;
    expect(await edited(toPatient, ['answer', ADDRESS, 'autre@exemple.mssante.fr'])).toMatchObject({ rules: [] });
    expect(await edited(['answer', '"code": "PER"', '"code": "CAB"'])).toMatchObject({ rules: [] });
    expect(await edited(['answer', '"code": "PER"', '"code": "APP"'])).toMatchObject({ rules: ['sender-kind'] });
  });

  it('reads the answers of a capture, and hides its key', async () => {
    const mails = (await artifactsOf(made, declared, own)).filter(({ kind }) => kind === 'mail');
    const har = await artifactsOfFile({ path: 'annuaire.har', bytes: Buffer.from(captured(answer)) }, {});
    expect(runCheck(directorySearch, [...mails, ...har], context)).toMatchObject({ evaluated: 1, findings: [] });
    expect(har.flatMap((each) => [...withContents(each)].flatMap(secretsOf))).toContain(
      'd5aa2278-0000-4000-8000-000000000001',
    );
  });
});
