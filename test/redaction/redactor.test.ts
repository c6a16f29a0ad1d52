import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { parseJwt } from '../../src/artifacts/jwt/jwt.js';
import { isRedacted } from '../../src/artifacts/redaction-mark.js';
import { layersOf } from '../../src/redaction/layers.js';
import { Originals } from '../../src/redaction/originals.js';
import { Redactor } from '../../src/redaction/redactor.js';
import { looksLikeCompactToken } from '../../src/redaction/replace-token.js';
import { SurvivorSearch } from '../../src/redaction/survivors.js';
import { Withheld } from '../../src/redaction/withheld.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const json = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const half = (text: string): string => createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
const challenge = (text: string): string => createHash('sha256').update(text).digest('base64url');

const VERIFIER = 'fixture-verifier-0123456789-abcdefghijklmnopqrstuvwxyz';
const NONCE = '6f1d0c8e4b7a49d2a35b90e17c62f8d40b96e3fa1857cd2e';
const access = `${json({ alg: 'RS256' })}.${json({ preferred_username: '899700100011', exp: 1 })}.${'s'.repeat(342)}`;
const id = `${json({ alg: 'RS256', kid: 'k1' })}.${json({ nonce: NONCE, at_hash: half(access), SubjectNameID: '899700100011', family_name: 'KERGUÉLEN', acr: 'eidas1' })}.${'t'.repeat(342)}`;

/** Redacts texts that are all of one dossier. */
function redacted(...texts: string[]): string[] {
  const originals = new Originals();
  originals.addPerson({
    ins: ['285076311399048'],
    names: ['KERGUÉLEN'],
    givens: ['Solenn'],
    birthDates: ['19850714'],
    birthPlaces: ['63113'],
    phones: ['+33639980011'],
    addresses: [{ lines: ['12 impasse des Lilas blancs'], city: 'Plougastel', postalCode: '29470' }],
  });
  for (const text of texts) for (const each of layersOf(text)) originals.addText(each);
  const redactor = new Redactor(originals);
  const made = texts.map((text) => redactor.text(text));
  const search = new SurvivorSearch(originals);
  for (const text of made)
    expect(layersOf(text).map((each) => search.in(each))).toEqual(layersOf(text).map(() => undefined));
  return made;
}

it('keeps a token readable, and what is computed from it', () => {
  const answer = JSON.stringify({ access_token: access, id_token: id, refresh_token: 'opaque-0123456789abcdef' });
  const [made = '', copy = ''] = redacted(answer, `Authorization: Bearer ${access}`);
  const tokens = JSON.parse(made);
  expect(copy).toBe(`Authorization: Bearer ${tokens.access_token}`);
  const { header, claims } = parseJwt(tokens.id_token);
  expect(header).toEqual({ alg: 'RS256', kid: 'k1' });
  expect(claims).toMatchObject({ acr: 'eidas1', at_hash: half(tokens.access_token) });
  expect(claims.SubjectNameID).toBe(parseJwt(tokens.access_token).claims.preferred_username);
  expect(isRedacted(tokens.id_token.split('.')[2])).toBe(true);
  expect(isRedacted(tokens.refresh_token)).toBe(true);
});

it('keeps the equalities of a login: state, nonce, code, challenge and verifier', () => {
  const state = '9c41e7a05d2b4f86b3a7c0d9e1f25864';
  const code = 'c0de7f3a-1b52-4d8e-96a0-84e5d2c7f319';
  const [request = '', callback = '', form = '', answer = ''] = redacted(
    `https://wallet/auth?response_type=code&state=${state}&nonce=${NONCE}&code_challenge=${challenge(VERIFIER)}`,
    `https://lgc/retour?state=${state}&code=${code}`,
    `grant_type=authorization_code&code=${code}&code_verifier=${VERIFIER}`,
    JSON.stringify({ id_token: id }),
  );
  const [asked, back, sent] = [request, callback, `?${form}`].map((url) => new URLSearchParams(url.split('?')[1]));
  expect(asked?.get('state')).toBe(back?.get('state'));
  expect(back?.get('code')).toBe(sent?.get('code'));
  expect(asked?.get('code_challenge')).toBe(challenge(sent?.get('code_verifier') ?? ''));
  expect(parseJwt(JSON.parse(answer).id_token).claims.nonce).toBe(asked?.get('nonce'));
});

it('replaces an identity alike in every writing', () => {
  const [xml = '', hl7 = '', url = '', mail = '', encoded = ''] = redacted(
    '<name nom="KERGU&#201;LEN"><family>KERGUELEN</family><given>Solenn</given></name>',
    'PID|1||285076311399048^^^&1.2.250.1.213.1.4.10&ISO^INS||KERGUELEN^SOLENN||19850714',
    'https://lgc/?nom=KERGU%C3%89LEN&ne=14/07/1985&tel=06.39.98.00.11',
    'Objet : =?UTF-8?B?S0VSR1XDiUxFTiBTb2xlbm4=?=, 2 85 07 63 113 990 48',
    base64('{"family":"Kerguélen","birthDate":"1985-07-14"}'),
  );
  const [, family = ''] = /<family>(\w+)</.exec(xml) ?? [];
  expect(hl7).toContain(`||${family}^`);
  expect(decodeURIComponent(url).normalize('NFD').replace(/\p{M}/gu, '')).toContain(`nom=${family}&`);
  expect(url).not.toMatch(/1985|39\.98\.00\.11/);
  const matricule = /\d{15}/.exec(hl7)?.[0];
  expect(mail.replace(/\D/g, '')).toContain(matricule);
  const birth = /\|(\d{8})$/.exec(hl7)?.[1];
  expect(JSON.parse(Buffer.from(encoded, 'base64').toString()).birthDate.replaceAll('-', '')).toBe(birth);
});

it('leaves what is nobody alone: names of elements, codes, layout', () => {
  const text =
    '<doc xmlns="urn:x">\n  <code code="11488-4" codeSystem="2.16.840.1.113883.6.1"/>\n  <!-- vide -->\n</doc>\n';
  expect(redacted(text)).toEqual([text]);
  const har = '{ "log": {\n "entries": [ { "time": 80, "comment": "Navigateur : r\\u00e9ponse" } ] } }';
  expect(redacted(har)).toEqual([har]);
});

it('marks the signatures of XML, whose content it changes', () => {
  const value = base64('x'.repeat(256));
  const [made = ''] = redacted(`<a><ds:SignatureValue>\n${value}\n</ds:SignatureValue><b>KERGUELEN</b></a>`);
  expect(isRedacted(made)).toBe(true);
  expect(made).not.toContain(value.slice(0, 40));
});

it('refuses what it can not read: a PDF in a document', () => {
  expect(() => redacted(`<text>${base64(`%PDF-1.4 ${'x'.repeat(90)}`)}</text>`)).toThrow(Withheld);
});

const MARK = 'zQ7kMarker9Kx2LwPq';

it.each([
  ['Basic', `Authorization: Basic ${base64(`lgc:${MARK}`)}`],
  ['a line of a log', `2026-03-16 INFO access_token: ${MARK}, mot de passe : ${MARK}`],
  ['a sentence', `the password is ${MARK}.`],
  ['an object of JavaScript', `var cfg = {accessToken:'${MARK}'}; localStorage.setItem("refresh_token", "${MARK}")`],
  ['GraphQL in JSON', JSON.stringify({ query: `mutation { login(password: "${MARK}") { id } }` })],
  ['JSON in JSON in JSON', JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ idToken: MARK }) }) })],
  ['a list of JSON', JSON.stringify({ token: [MARK] })],
  ['a private key', JSON.stringify({ keys: [{ kty: 'RSA', d: MARK, p: MARK, e: 'AQAB' }] })],
  ['an address', `https://user:${MARK}@api.example.org/`],
  ['a signed address', `https://api.example.org/x?a=1&X-Amz-Signature=${MARK}`],
  [
    'a part of a form',
    JSON.stringify({ text: `--x\r\nContent-Disposition: form-data; name="client_secret"\r\n\r\n${MARK}\r\n--x--` }),
  ],
  ['a folded cookie', `Cookie: a=b;\r\n SSO=${MARK}\r\n`],
  ['a file name', `psc/retour-code=${MARK}&state=${MARK}.txt`],
  ['curl', `curl -u lgc:${MARK} https://auth.example/token`],
  ['a value before its name', `{"value":"${MARK}","name":"code_verifier"}`],
  [
    'a token on several lines',
    `jeton ${access.slice(0, 76)}\n${access.slice(76, 200)}\n${access.slice(200)}s${MARK}\nfin`,
  ],
  [
    'SASL without padding, then a line',
    `C: AUTH PLAIN ${base64(`\0a@b.fr\0${MARK}`).replace(/=+$/, '')}\nS: 235\npassword=${MARK}`,
  ],
])('replaces what %s tells', (_, text) => {
  const [made = ''] = redacted(text);
  for (const layer of layersOf(made)) expect(layer).not.toContain(MARK);
});

it('replaces who a UserInfo tells, and how they are reached', () => {
  const told = {
    SubjectNameID: '3290000017/WDUPLAN88',
    otherIds: [
      { identifiant: '0b9f5a0c-77aa-4c1f-9a1e-5b7d6f3a2211', origine: 'PSI' },
      { identifiant: '0297654321', origine: 'ADELI' },
    ],
    SubjectRefPro: {
      exercices: [
        {
          nomDexercice: 'QUEMENERDEC',
          prenomDexercice: 'Ludivinette',
          activities: [
            { telephone2: '+33298111888', adresseEMail: 'l.quemx@cabinet.fr', libelleVoie: 'Venelle des Fulmars' },
          ],
        },
      ],
    },
    phone_number: '+33611223377',
  };
  const [made = ''] = redacted(JSON.stringify(told));
  expect(made).not.toMatch(
    /WDUPLAN88|0b9f5a0c|5b7d6f3a|0297654321|QUEMENERDEC|Ludivinette|298111888|l\.quemx|Fulmars|611223377/i,
  );
  expect(JSON.parse(made).SubjectNameID).toMatch(/^3290000017\//);
});

it('replaces what is written in escapes of HL7, in numbers parted by other blanks', () => {
  const [made = ''] = redacted(
    `NTE|1||\\X${Buffer.from('KERGUÉLEN', 'latin1').toString('hex')}\\ tel 06\u00a039\u00a098\u00a000\u00a011 n. 1985 07 14`,
  );
  expect(made).not.toMatch(/4b455247|KERGU|1985 07 14/i);
  expect(made).not.toContain('06\u00a039\u00a098\u00a000\u00a011');
});

it('keeps what is computed from a code, with any hash', () => {
  const code = 'c0de7f3a-1b52-4d8e-96a0-84e5d2c7f319';
  const long = (text: string) => createHash('sha512').update(text).digest().subarray(0, 32).toString('base64url');
  const claims = json({ c_hash: half(code), at_hash: long(access), family_name: 'KERGUÉLEN' });
  const [form = '', made = '', other = ''] = redacted(
    `?code=${code}`,
    `${json({ alg: 'RS512', kid: 'KERGUELEN' })}.${claims}.${'u'.repeat(342)}`,
    access,
  );
  const { header, claims: told } = parseJwt(made);
  expect(told).toMatchObject({ c_hash: half(form.slice('?code='.length)), at_hash: long(other) });
  expect(header.kid).not.toBe('KERGUELEN');
});

it('replaces nothing twice, and gives a token that nobody signed no signature', () => {
  const unsigned = `${json({ alg: 'none' })}.${json({ SubjectNameID: '899700100011' })}.`;
  const originals = new Originals();
  for (const text of [access, unsigned].flatMap((each) => layersOf(each))) originals.addText(text);
  const redactor = new Redactor(originals);
  for (const token of [access, unsigned]) {
    const made = redactor.text(token);
    expect(made).not.toBe(token);
    expect(redactor.text(made)).toBe(made);
  }
  expect(redactor.text(unsigned)).toMatch(/\.$/);
});

it('takes no text of four parts, or without claims, for a token', () => {
  expect(looksLikeCompactToken(access)).toBe(true);
  expect(looksLikeCompactToken(`${access}.x`)).toBe(false);
  const text = `${json({ alg: 'RS256' })}.texte_sans_objet.c2lnbmF0dXJl`;
  expect(redacted(text)).toEqual([text]);
});

it('replaces the longest of secrets that begin alike, and a short one where it is a word', () => {
  const [made = '', word = ''] = redacted(
    '?state=9c41e7a05d2b4f86b3a7&nonce=9c41e7a05d2b4f86b3a7c0d9e1f25864&code=ab12cd34',
    'xab12cd34 ab12cd345 ab12cd34',
  );
  const [state, nonce, code] = made.split('&').map((each) => each.split('=')[1] ?? '');
  expect([state, nonce, code].every((each) => each !== undefined && isRedacted(each))).toBe(true);
  expect(nonce).not.toContain('c0d9e1f25864');
  expect(nonce).not.toContain(state);
  expect(word).toBe(`xab12cd34 ab12cd345 ${code}`);
});

it('replaces the shortest secret at the end of a text', () => {
  expect(redacted('?mdp=x7Kq2z&a=1', 'x7Kq2z').join()).not.toContain('x7Kq2z');
});

it('marks a picture that was captured on the way, and refuses it elsewhere', () => {
  const picture = Buffer.from(`\x89PNG\r\n\x1a\n${'x'.repeat(60)}`, 'latin1').toString('base64');
  const redactor = new Redactor(new Originals());
  expect(isRedacted(redactor.text(picture, true))).toBe(true);
  expect(() => redactor.text(picture)).toThrow(Withheld);
  expect(() => redactor.text(base64(`%PDF-1.4 ${'x'.repeat(60)}`), true)).toThrow(Withheld);
});

it('looks for no name in what is no text', () => {
  const originals = new Originals();
  originals.addPerson({ names: ['LEA'] });
  const redactor = new Redactor(originals);
  const opaque = `/////9+LEA/${'+8/aB'.repeat(8)}`;
  expect(redactor.text(opaque)).toBe(opaque);
  expect(redactor.text('+LEA/')).not.toBe('+LEA/');
});
