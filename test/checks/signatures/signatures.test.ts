import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../fixtures/make/recipe.js';
import { certificate, testCertificates } from '../../../fixtures/make/test-certificates.js';
import { withContents } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import type { CheckContext } from '../../../src/checks/context.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { Check } from '../../../src/checks/define.js';
import { signatureEntry } from '../../../src/checks/dmp/signature-entry.js';
import { submissionCertificate } from '../../../src/checks/dmp/submission-certificate.js';
import { submissionSignature } from '../../../src/checks/dmp/submission-signature.js';
import { vihfCertificate } from '../../../src/checks/dmp/vihf-certificate.js';
import { vihfSignature } from '../../../src/checks/dmp/vihf-signature.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { chainOf } from '../../../src/checks/signatures/chain.js';
import { exampleRecipe } from '../../support/example-recipe.js';
import { runCheck, runOn } from '../../support/run-check.js';

const { root, issuing, seal, unknown } = testCertificates;
const trusting = (...anchors: Uint8Array[]): CheckContext => ({
  ...NOTHING_DECLARED,
  trustAnchors: anchors.map((each) => new X509Certificate(each)),
});

function fileOf(base: ExampleBase): string {
  return Buffer.from(assemble(exampleRecipe(base).recipe)[0]?.bytes ?? []).toString();
}

const EXISTENCE = fileOf('dmp-queries');
const PUBLICATION = fileOf('soap-publish');

async function found(check: Check, text: string, context = trusting(root)) {
  const { artifact } = await read({ path: 'message.xml', bytes: Buffer.from(text), declared: {} });
  const ran = runCheck(check, artifact ? [...withContents(artifact)] : [], context);
  return { ...ran, rules: ran.findings.map(({ rule }) => rule) };
}

/** A publication whose document, or whose signature, is changed inside its base64. */
function inDocument(index: number, change: (text: string) => string): string {
  let rank = 0;
  return PUBLICATION.replace(/(<xds:Document id="[^"]*">)([^<]*)/g, (whole, tag: string, content: string) =>
    rank++ === index ? tag + Buffer.from(change(Buffer.from(content, 'base64').toString())).toString('base64') : whole,
  );
}

describe('dmp/vihf-signature', () => {
  it('refuses an assertion with one altered character, anywhere', async () => {
    const start = EXISTENCE.indexOf('<saml2:Subject>');
    const end = EXISTENCE.indexOf('</saml2:Assertion>');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: end - 1 }),
        fc.constantFrom('a', '7', ' ', 'é'),
        async (at, character) => {
          fc.pre(EXISTENCE[at] !== character);
          const changed = EXISTENCE.slice(0, at) + character + EXISTENCE.slice(at + 1);
          const { artifact } = await read({ path: 'm.xml', bytes: Buffer.from(changed), declared: {} });
          if (artifact?.kind !== 'soap') return;
          const { findings } = runCheck(vihfSignature, [artifact], NOTHING_DECLARED);
          // Markup may be written in several ways.
          if (/[<>"=/ ]/.test(EXISTENCE[at] ?? '') || character === ' ') return;
          expect(findings.map(({ rule }) => rule)).toContain('content');
        },
      ),
      { numRuns: 100 },
    );
  });

  it('reads the assertion that is signed: one put around it or beside it is refused', async () => {
    const [assertion = ''] = /<saml2:Assertion[\s\S]*<\/saml2:Assertion>/.exec(EXISTENCE) ?? [];
    const [signature = ''] = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(assertion) ?? [];
    const forged = assertion
      .replace(signature, '')
      .replace(/ID="[^"]*"/, 'ID="_faux"')
      .replace('899700100011', '899700100029');
    const around = forged.replace('<saml2:Subject>', `${signature}<saml2:Subject>`);
    const hidden = `<cache>${assertion.replace(signature, '')}</cache>`;
    // The signed one stands elsewhere in the message: its digest is right, and it is not what is read.
    const moved = EXISTENCE.replace(assertion, around).replace('<soap:Body>', `<soap:Body xmlns:x="urn:x">`);
    const wrapped = moved.replace('</wsse:Security>', `${hidden}</wsse:Security>`);
    expect((await found(vihfSignature, wrapped)).rules).toEqual(['not-covered']);
    const twice = EXISTENCE.replace(assertion, `${assertion}${assertion}`);
    expect((await found(vihfSignature, twice)).rules).toContain('reference');
  });

  it('is not about a message without assertion, and asks for no signature of one alone', async () => {
    const bare = EXISTENCE.replace(/<wsse:Security[\s\S]*<\/wsse:Security>/, '');
    expect(await found(vihfSignature, bare)).toMatchObject({ applies: false, rules: [] });
    const [assertion = ''] = /<saml2:Assertion[\s\S]*<\/saml2:Assertion>/.exec(EXISTENCE) ?? [];
    expect((await found(vihfSignature, assertion)).rules).toEqual([]);
    const unsigned = assertion.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, '');
    expect(await found(vihfSignature, unsigned)).toMatchObject({ applies: false, rules: [] });
    expect((await found(vihfSignature, EXISTENCE.replace(assertion, unsigned))).rules).toEqual(['unsigned']);
  });

  it('says nothing of an algorithm that it does not know', async () => {
    const ran = await found(vihfSignature, EXISTENCE.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-md5'));
    expect(ran).toMatchObject({ evaluated: 0, rules: ['unsupported'] });
  });
});

describe('dmp/vihf-certificate', () => {
  it('tells expired, not yet valid and unknown apart, none of them altered', async () => {
    const cases = { expired: 'expired', future: 'not-yet-valid', unknown: 'untrusted' };
    for (const [name, rule] of Object.entries(cases)) {
      const edits = [['search', '{certificate-seal}', `{certificate-${name}}`]] as const;
      expect((await runOn(vihfCertificate, 'dmp-queries', edits)).findings.map((each) => each.rule)).toEqual([rule]);
      expect((await runOn(vihfSignature, 'dmp-queries', edits)).findings).toEqual([]);
    }
  });

  it('needs trust anchors, and judges validity without them', async () => {
    const ran = await found(vihfCertificate, EXISTENCE, NOTHING_DECLARED);
    expect(ran).toMatchObject({ rules: [], needs: [{ code: 'need/trust-anchors' }], evaluated: 2 });
    const late = EXISTENCE.replace(/(IssueInstant=")2026/, '$12036');
    expect((await found(vihfCertificate, late, NOTHING_DECLARED)).rules).toEqual(['expired']);
  });

  it('takes as an anchor any certificate of the chain', async () => {
    for (const anchor of [root, issuing, seal])
      expect((await found(vihfCertificate, EXISTENCE, trusting(anchor))).rules).toEqual([]);
    expect((await found(vihfCertificate, EXISTENCE, trusting(unknown))).rules).toEqual(['untrusted']);
  });

  it('says nothing of validity without a time', async () => {
    const edits = [['search', ' IssueInstant="2026-03-16T09:30:00Z"', '']] as const;
    const ran = await runOn(vihfCertificate, 'dmp-queries', edits);
    expect(ran.findings).toEqual([]);
    expect(ran.evaluated).toBe(5);
  });
});

describe('dmp/submission-signature', () => {
  it('refuses a document that changed after it was signed, and not one that is written otherwise', async () => {
    const changed = inDocument(0, (text) => text.replace('<title>', '<title>2'));
    expect((await found(submissionSignature, changed)).rules).toEqual(['document']);
    const rewritten = inDocument(0, (text) => text.replace(/^<\?xml.*\n/, '').replaceAll('\n', '\r\n'));
    expect((await found(submissionSignature, rewritten)).rules).toEqual([]);
    const commented = inDocument(0, (text) => text.replace('</ClinicalDocument>', '<!-- --></ClinicalDocument>'));
    expect((await found(submissionSignature, commented)).rules).toEqual(['document']);
  });

  it('refuses a signature with one altered character, in what it signs or in its value', async () => {
    const changes: [RegExp, string, string][] = [
      [/(<SigningTime>)2026/, '$12025', 'content'],
      [/(urn:oid:2\.999\.)/, '$11', 'content'],
      [/(<ds:SignatureValue>)./, '$1_', 'malformed'],
      [/(<ds:SignatureValue>.{8})(?:A|[^A])/, '$1A', 'value'],
      [/(Manifest"><ds:DigestMethod [^>]*>)/, '$1 ', 'value'],
    ];
    for (const [good, bad, rule] of changes)
      expect(
        (
          await found(
            submissionSignature,
            inDocument(1, (text) => text.replace(good, bad)),
          )
        ).rules,
        rule,
      ).toContain(rule);
  });

  it('lets no altered character of the signature through, even one that makes it no signature at all', async () => {
    const signature = Buffer.from(
      /(?:<xds:Document [^>]*>)([^<]*)(?=<\/xds:Document>\n<\/xds:Provide)/.exec(PUBLICATION)?.[1] ?? '',
      'base64',
    ).toString();
    // What nothing signs, by the DMP's own samples, is the purpose: another rule's.
    const start = signature.indexOf('<ds:Signature ');
    const positions = Array.from(
      { length: 60 },
      (_, index) => start + Math.floor(((signature.length - start) * index) / 60),
    );
    for (const at of positions) {
      const around = signature.slice(signature.lastIndexOf('<', at), at + 1);
      if (/\s/.test(signature[at] ?? '') || around.includes('SignatureProperty ')) continue;
      const altered = inDocument(1, (text) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1));
      const rules = await Promise.all(
        [submissionSignature, submissionCertificate, signatureEntry].map(
          async (check) => (await found(check, altered)).rules,
        ),
      );
      expect(rules.flat(), `${around} at ${at}`).not.toEqual([]);
    }
  });

  it('is not about a submission without signature', async () => {
    const unsigned = PUBLICATION.replace(/<xds:Document id="[^"]*">[^<]*<\/xds:Document>\n(?=<\/xds:Provide)/, '');
    expect(unsigned).not.toBe(PUBLICATION);
    for (const check of [submissionSignature, submissionCertificate])
      expect(await found(check, unsigned)).toMatchObject({ applies: false, rules: [], needs: [] });
  });

  it('points into the signature, a document of the message', async () => {
    const { findings } = await found(
      submissionSignature,
      inDocument(0, (text) => text.replace('<title>', '<title>2')),
    );
    expect(findings[0]?.at.artifact).toMatch(/^message\.xml!urn:uuid:/);
    expect(findings[0]?.at).toMatchObject({ line: 43, path: '/ds:Signature/ds:Object[1]/ds:Manifest/ds:Reference[2]' });
  });
});

describe('dmp/submission-certificate', () => {
  it('needs trust anchors once, and finds who is not trusted', async () => {
    expect(await found(submissionCertificate, PUBLICATION, NOTHING_DECLARED)).toMatchObject({
      rules: [],
      needs: [{ code: 'need/trust-anchors' }],
    });
    expect((await found(submissionCertificate, PUBLICATION)).rules).toEqual([]);
    expect((await found(submissionCertificate, PUBLICATION, trusting(unknown))).rules).toEqual(['untrusted']);
  });
});

describe('a chain of certificates', () => {
  const made = (bytes: Uint8Array) => new X509Certificate(bytes);

  it('goes through authorities only', () => {
    const [leaf, sealing] = [made(testCertificates['by-seal']), made(seal)];
    expect(leaf.verify(sealing.publicKey)).toBe(true);
    expect(chainOf(leaf, [sealing, made(issuing)], [made(root)]).trusted).toBe(false);
    expect(chainOf(sealing, [made(issuing)], [made(root)]).certificates).toHaveLength(3);
    expect(chainOf(sealing, [], [made(root)]).trusted).toBe(false);
  });

  it('wants the key of the issuer, not only its name', () => {
    const usurper = made(
      certificate({
        name: 'AC d essai',
        issuer: 'AC d essai',
        issuerKey: 'unknown',
        key: 'unknown',
        serial: 9,
        validity: ['2020-01-01T00:00:00Z', '2045-12-31T23:59:59Z'],
        authority: true,
      }),
    );
    expect(chainOf(made(seal), [], [usurper]).trusted).toBe(false);
    expect(chainOf(made(seal), [usurper, made(issuing)], [usurper, made(root)]).trusted).toBe(true);
  });

  it('follows no more than it may, however many authorities have one name', () => {
    const many = Array.from({ length: 300 }, (_, serial) =>
      made(
        certificate({
          name: 'AC d essai',
          issuer: 'AC d essai',
          issuerKey: 'issuing',
          key: 'issuing',
          serial: serial + 10,
          validity: ['2020-01-01T00:00:00Z', '2045-12-31T23:59:59Z'],
          authority: true,
        }),
      ),
    );
    const { trusted, certificates } = chainOf(made(seal), many, [made(unknown)]);
    expect(trusted).toBe(false);
    expect(certificates.length).toBeLessThanOrEqual(8);
  });
});
