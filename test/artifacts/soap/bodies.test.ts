import { describe, expect, it } from 'vitest';
import { patients } from '../../../fixtures/make/patients.js';
import { isResponse } from '../../../src/artifacts/soap/body.js';
import { bodyOf, messageOf } from './support.js';

const { alpha } = patients;
const matricule = alpha.ins?.matricule ?? '';
const oid = alpha.ins?.oid;
const value = (text: string | undefined) => ({ value: text });

describe('the type of a body', () => {
  it.each([
    ['td2.1-alimentation-requete.xml', 'provide-and-register', false],
    ['td2.1-alimentation-reponse.xml', 'registry-response', true],
    ['td3.1-recherche-requete.xml', 'stored-query', false],
    ['td3.1-recherche-reponse.xml', 'stored-query-response', true],
    ['td3.2-consultation-requete.xml', 'retrieve', false],
    ['td3.2-consultation-reponse.mime', 'retrieve-response', true],
    ['td3.3c-suppression.xml', 'update', false],
    ['td0.2-existence-requete.xml', 'patient-query', false],
    ['td0.2-existence-reponse.xml', 'patient-query-response', true],
    ['td0.3-autorisation-requete.xml', 'set-authorization', false],
    ['td0.3-autorisation-reponse.xml', 'set-authorization-response', true],
    ['td0.4-liste-requete.xml', 'patient-list', false],
    ['td0.4-liste-reponse.xml', 'patient-list-response', true],
    ['insi-traits.request.xml', 'insi-request', false],
    ['insi-traits.response.xml', 'insi-response', true],
    ['insi-vitale.xml', 'insi-request', false],
    ['insi-erreur.xml', 'fault', true],
    ['dmp-panne.xml', 'fault', true],
    ['vihf.xml', 'empty', false],
  ])('of %s is %s', async (path, type, response) => {
    const { body } = await messageOf(path);
    expect(body.type).toBe(type);
    expect(isResponse(body)).toBe(response);
  });

  const inBody = (content: string, header = '') =>
    messageOf(
      'a.xml',
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">${header}<s:Body>${content}</s:Body></s:Envelope>`,
    );

  it('is its name when nothing else names it', async () => {
    const { body, version } = await inBody('<a:someResponse xmlns:a="urn:a"/>');
    expect(body).toMatchObject({ type: 'other', namespace: 'urn:a', localName: 'someResponse' });
    expect(isResponse(body)).toBe(true);
    expect(version).toBe('1.1');
    expect((await inBody('<a/>')).body).toMatchObject({ type: 'other', namespace: undefined, localName: 'a' });
    expect((await inBody(' ')).body.type).toBe('empty');
    // Not the fault of this envelope.
    expect((await inBody('<Fault xmlns="http://www.w3.org/2003/05/soap-envelope"/>')).body.type).toBe('other');
  });

  it('tells a registration from an update by the action, since their bodies are the same', async () => {
    const header =
      '<s:Header><Action xmlns="http://schemas.xmlsoap.org/ws/2004/08/addressing">urn:ihe:iti:2007:RegisterDocumentSet-b</Action></s:Header>';
    const content = '<SubmitObjectsRequest xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0"/>';
    expect((await inBody(content, header)).body.type).toBe('register');
    expect((await inBody(content)).body.type).toBe('update');
  });

  it('holds the fault of SOAP 1.1', async () => {
    expect(await bodyOf('dmp-panne.xml', 'fault')).toMatchObject({
      code: value('soap:Server'),
      subcodes: [],
      reasons: [value('Panne d’essai.')],
    });
  });
});

describe('transactions of XDS', () => {
  it('submit metadata with their documents', async () => {
    const { metadata } = await bodyOf('td2.1-alimentation-requete.xml', 'provide-and-register');
    expect(metadata.submissionSet?.identifier('SubmissionSet.patientId')?.value).toContain(matricule);
    expect(metadata.documentEntries).toHaveLength(1);
    expect(metadata.associations).toMatchObject([{ source: metadata.submissionSet?.entryUuid }]);
  });

  it('change the status of an entry', async () => {
    const { metadata } = await bodyOf('td3.3c-suppression.xml', 'update');
    const [association] = metadata.associations;
    expect(association?.type).toBe('urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus');
    expect(association?.slot('NewStatus')).toMatchObject([value('urn:asip:ci-sis:2010:StatusType:Deleted')]);
  });

  it('ask for documents, and list them', async () => {
    const query = await bodyOf('td3.1-recherche-requete.xml', 'stored-query');
    expect(query.queryId?.value).toBe('urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d');
    expect(query.returnType?.value).toBe('LeafClass');
    expect(query.parameters).toMatchObject([
      { name: '$XDSDocumentEntryPatientId', values: [value(`'${matricule}^^^&${oid}&ISO^NH'`)] },
      { name: '$XDSDocumentEntryStatus' },
    ]);
    const answer = await bodyOf('td3.1-recherche-reponse.xml', 'stored-query-response');
    expect(answer).toMatchObject({
      status: value('urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success'),
      errors: [],
    });
    expect(answer.metadata.documentEntries).toHaveLength(1);
    expect(answer.metadata.references).toHaveLength(1);
  });

  it('retrieve documents', async () => {
    const reference = { repositoryUniqueId: value('2.999.9'), documentUniqueId: value('2.999.2.1') };
    expect((await bodyOf('td3.2-consultation-requete.xml', 'retrieve')).documents).toMatchObject([reference]);
    expect(await bodyOf('td3.2-consultation-reponse.mime', 'retrieve-response')).toMatchObject({
      status: value('urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success'),
      documents: [{ ...reference, mimeType: value('text/xml') }],
    });
  });
});

describe('calls of the DMP', () => {
  it('ask whether a patient has one', async () => {
    const query = await bodyOf('td0.2-existence-requete.xml', 'patient-query');
    expect(query).toMatchObject({
      receiver: { root: value('1.2.250.1.213.4.1.1.1') },
      reason: { code: value('TEST_EXST') },
      patientIds: [{ root: value(oid), extension: value(matricule) }],
    });
    expect(await bodyOf('td0.2-existence-reponse.xml', 'patient-query-response')).toMatchObject({
      acknowledgement: value('AA'),
      targetMessage: { extension: value('question-1') },
      queryResponseCode: value('OK'),
      attentionLines: [
        { keyword: value('AUTORISATION'), value: value('VALIDE') },
        { keyword: value('STATUT_MT'), value: value('true') },
      ],
      patients: [
        {
          ids: [{ root: value(oid), extension: value(matricule) }],
          families: [{ value: alpha.family, qualifier: 'BR' }],
          givens: [value(alpha.given)],
          gender: value(alpha.sex),
          birthTime: value(alpha.birthDate),
          observations: [{ code: { code: value('COMPTE_INTERNET_OUVERT') }, value: value('true') }],
        },
      ],
    });
  });

  it('give an authorisation, and list those that were given', async () => {
    expect(await bodyOf('td0.3-autorisation-requete.xml', 'set-authorization')).toMatchObject({
      action: value('AJOUT'),
      role: value('MEDECIN_TRAITANT'),
    });
    expect(await bodyOf('td0.3-autorisation-reponse.xml', 'set-authorization-response')).toMatchObject({
      status: value('DMPOk'),
      context: value('Autorisation ajoutée'),
    });
    expect(await bodyOf('td0.4-liste-requete.xml', 'patient-list')).toMatchObject({ dateType: value('LASTDOC') });
    expect(await bodyOf('td0.4-liste-reponse.xml', 'patient-list-response')).toMatchObject({
      status: value('DMPOk'),
      patients: [
        {
          ids: [{ id: value(matricule), oid: value(oid) }],
          lastName: value(alpha.family),
          attending: value('true'),
        },
      ],
    });
  });
});

describe('calls of INSi', () => {
  const number = value(matricule.slice(0, 13));

  it('search by traits or with the card', async () => {
    expect(await bodyOf('insi-traits.request.xml', 'insi-request')).toMatchObject({
      operation: 'rechercherInsAvecTraitsIdentite',
      matriculeIndividu: undefined,
      traits: {
        nomNaissance: value(alpha.family),
        prenoms: [value(alpha.given)],
        sexe: value('F'),
        dateNaissance: value('1985-07-14'),
      },
    });
    expect(await bodyOf('insi-vitale.xml', 'insi-request')).toMatchObject({
      operation: 'rechercherInsAvecCarteVitale',
      matriculeIndividu: { numIdentifiant: number },
      rangNaissance: value('1'),
    });
  });

  it('find an identity', async () => {
    expect(await bodyOf('insi-traits.response.xml', 'insi-response')).toMatchObject({
      code: value('00'),
      label: value('OK'),
      active: { numIdentifiant: number, oid: value(oid), from: undefined },
      former: [{ numIdentifiant: number, from: value('2019-03-01'), to: value('2020-02-29') }],
      traits: { listePrenom: value(alpha.givenList), lieuNaissance: value('63113') },
    });
  });

  it('fail with a code', async () => {
    expect(await bodyOf('insi-erreur.xml', 'fault')).toMatchObject({
      code: value('soap:Sender'),
      subcodes: [value('soap:siram_100')],
      errors: [{ code: value('desir_550'), severity: value('erreur') }],
    });
  });

  it('say in their header what calls', async () => {
    const { contexts } = await messageOf('insi-traits.request.xml');
    expect(contexts.lps).toMatchObject({
      version: value('01_00'),
      idam: value('ESSAI-0001'),
      instance: value('instance-1'),
    });
    expect(contexts.bam).toMatchObject({ version: value('01_02'), idam: undefined });
  });
});
