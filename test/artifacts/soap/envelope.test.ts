import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { professionals } from '../../../fixtures/make/professionals.js';
import { example, messageOf, readAs } from './support.js';

describe('an envelope', () => {
  it('has its version and its addressing', async () => {
    const request = await messageOf('td2.1-alimentation-requete.xml');
    expect(request.version).toBe('1.2');
    expect(request.addressing).toMatchObject({
      action: { value: 'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b' },
      replyTo: { value: 'http://www.w3.org/2005/08/addressing/anonymous' },
      relatesTo: undefined,
    });
    const response = await messageOf('td2.1-alimentation-reponse.xml');
    expect(response.addressing.relatesTo?.value).toBe(request.addressing.messageId?.value);
  });

  it('of an unknown SOAP is another XML, which comes near', async () => {
    const { artifact } = await readAs('a.xml', '<Envelope xmlns="urn:soap:3"><Body/></Envelope>');
    expect(artifact).toMatchObject({ kind: 'other', content: { nearest: 'soap' } });
  });
});

describe('the VIHF', () => {
  it('is typed, every value with its node', async () => {
    const { security, document } = await messageOf('td0.2-existence-requete.xml');
    expect(security?.timestamp).toMatchObject({
      created: { value: '2026-03-16T09:30:00Z' },
      expires: { value: '2026-03-16T09:35:00Z' },
    });
    const [assertion] = security?.assertions ?? [];
    expect(assertion).toMatchObject({
      version: { value: '2.0' },
      issueInstant: { value: '2026-03-16T09:30:00Z' },
      issuer: {
        value: 'CN=Cachet d essai,O=Essais,C=FR',
        format: { value: 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName' },
      },
      nameId: { value: professionals.martin.id, nameQualifier: undefined },
      conditions: undefined,
      authnStatements: [{ contextClass: { value: 'urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI' } }],
    });
    expect(assertion?.attribute('VIHF_Version').map(({ value }) => value)).toEqual(['4.0']);
    const roles = assertion?.attribute('urn:oasis:names:tc:xacml:2.0:subject:role');
    expect(roles?.map(({ element }) => element?.attribute('code'))).toEqual(['10', 'SM54']);
    expect(assertion?.attribute('vihf_version')).toEqual([]);
    const instant = assertion?.issueInstant?.node;
    expect(instant && document.locate(instant).path).toMatch(/\/saml2:Assertion\/@IssueInstant$/);
  });

  it('has its signature and the certificate of its signer', async () => {
    const { security } = await messageOf('vihf.xml');
    const signature = security?.assertions[0]?.signature;
    expect(signature?.references.map(({ value }) => value)).toEqual([`#${security?.assertions[0]?.id?.value}`]);
    const [certificate] = signature?.certificates ?? [];
    expect(new X509Certificate(certificate?.der ?? '').subject).toContain('CN=Cachet d essai');
    const broken = example('vihf.xml').toString().replace('MIIB', 'MI*B');
    const [unread] = (await messageOf('a.xml', broken)).security?.assertions[0]?.signature?.certificates ?? [];
    expect(unread?.der).toBeUndefined();
  });

  it('is read alone, as a message without envelope', async () => {
    const message = await messageOf('vihf.xml');
    expect(message).toMatchObject({ version: undefined, headers: [], documents: [], body: { type: 'empty' } });
    expect(message.security?.assertions).toHaveLength(1);
  });

  it('may have conditions', async () => {
    const text = example('vihf.xml')
      .toString()
      .replace(
        '<saml2:AuthnStatement',
        '<saml2:Conditions NotBefore="2026-01-01T00:00:00Z"><saml2:AudienceRestriction><saml2:Audience>urn:a</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>$&',
      );
    expect((await messageOf('a.xml', text)).security?.assertions[0]?.conditions).toMatchObject({
      notBefore: { value: '2026-01-01T00:00:00Z' },
      notOnOrAfter: undefined,
      audiences: [{ value: 'urn:a' }],
    });
  });
});
