import { describe, expect, it } from 'vitest';
import { recipe } from '../../../fixtures/make/recipe.js';
import { isKind } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { Check } from '../../../src/checks/define.js';
import { messageForm } from '../../../src/checks/dmp/message-form.js';
import { vihf } from '../../../src/checks/dmp/vihf.js';
import { vihfAndMessage } from '../../../src/checks/dmp/vihf-and-message.js';
import { runCheck, runOn } from '../../support/run-check.js';

type Edit = readonly [good: string, bad: string];

/** Rules broken after edits of the VIHF of a publication. */
async function inHeader(check: Check, ...edits: Edit[]): Promise<string[]> {
  const made = edits.map(([good, bad]) => ['header', good, bad] as const);
  return (await runOn(check, 'dmp-publication', made)).findings.map(({ rule }) => rule);
}

const FIRST: Edit = ['code="10" codeSystem="1.2.250.1.71.1.2.7"', 'code="60" codeSystem="1.2.250.1.71.1.2.7"'];
const NO_SECOND: Edit = [
  '<saml2:AttributeValue><Role xmlns="urn:hl7-org:v3" xsi:type="CE" code="SM54" codeSystem="1.2.250.1.71.4.2.5"/></saml2:AttributeValue>',
  '',
];
const role = (code: string, system: string): Edit => [FIRST[0], `code="${code}" codeSystem="${system}"`];
const NAME_ID = '<saml2:NameID>899700100011<';
const SECRET = 'urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code';

describe('dmp/vihf', () => {
  it.each<[string, ...Edit[]]>([
    [
      'version 3.0, with the older name of the mode',
      ['>4.0<', '>3.0<'],
      ['"Authentification_Mode"', '"Authentification_mode"'],
    ],
    [
      'direct authentication, without the name of the user',
      ['>INDIRECTE<', '>DIRECTE<'],
      ['<saml2:AttributeValue>MARTIN Claire</saml2:AttributeValue>', ''],
    ],
    [
      'reinforced authentication',
      ['>INDIRECTE<', '>INDIRECTE_RENFORCEE<'],
      [
        '</saml2:AuthnContextClassRef>',
        '</saml2:AuthnContextClassRef><saml2:AuthnContextDecl>urn:exemple:psc</saml2:AuthnContextDecl>',
      ],
    ],
    ['a nurse, who says a profession only', FIRST, NO_SECOND],
    ['a physician in training', role('10', '1.2.250.1.71.1.2.8'), NO_SECOND],
    [
      'a pharmacist with a section',
      role('21', '1.2.250.1.71.1.2.7'),
      ['code="SM54" codeSystem="1.2.250.1.71.4.2.5"', 'code="D" codeSystem="2.999.5"'],
    ],
    [
      'an automaton of a structure',
      role('AUTOMATE', '1.2.250.1.213.1.1.4.6'),
      NO_SECOND,
      [NAME_ID, '<saml2:NameID>3990000010/automate-1<'],
      ['ac:classes:SmartcardPKI', 'ac:classes:unspecified'],
    ],
    ['an ADELI number', [NAME_ID, '<saml2:NameID>00B2800585<']],
    ['a SIRET', ['>1990000010<', '>339172288100052<']],
    [
      'a secret connection',
      [
        '</saml2:AttributeStatement>',
        `<saml2:Attribute Name="${SECRET}"><saml2:AttributeValue>INVISIBLE_REPRESENTANTS_LEGAUX^1.2.250.1.213.1.1.4.13</saml2:AttributeValue></saml2:Attribute></saml2:AttributeStatement>`,
      ],
    ],
    ['the format of the issuer as another specification prints it', ['nameid-format:X509', 'nameidformat:X509']],
    [
      'a validity, with fractions of seconds',
      [
        '<saml2:AuthnStatement',
        '<saml2:Conditions NotBefore="2026-03-16T09:29:59.123Z" NotOnOrAfter="2026-03-16T10:29:59.123Z"/><saml2:AuthnStatement',
      ],
    ],
  ])('takes %s', async (_, ...edits) => {
    expect(await inHeader(vihf, ...edits)).toEqual([]);
  });

  it.each<[string, string[], ...Edit[]]>([
    ['a pharmacist without a section', ['second-role'], role('21', '1.2.250.1.71.1.2.7'), NO_SECOND],
    ['an actor known by a role that is not told', ['second-role'], role('99', '1.2.250.1.213.1.6.1.140'), NO_SECOND],
    ['a profession of another system', ['role'], role('10', '1.2.250.1.213.1.6.1.4'), NO_SECOND],
    ['a qualification instead of a profession', ['role'], NO_SECOND, role('SM54', '1.2.250.1.71.4.2.5')],
    ['an empty attribute', ['attribute'], ['>ESSAI-0001<', '><']],
    ['no patient', ['attribute'], ['285076311399048^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH', '']],
    ['a time without Z', ['instant'], [' IssueInstant="2026-03-16T09:30:00Z"', ' IssueInstant="2026-03-16T09:30:00"']],
    [
      'a day that does not exist',
      ['instant'],
      [' IssueInstant="2026-03-16T09:30:00Z"', ' IssueInstant="2026-02-30T09:30:00Z"'],
    ],
    ['an empty user', ['assertion'], [NAME_ID, '<saml2:NameID><']],
    ['a mistyped resource, at an address of the DMP', ['resource'], ['>urn:dmp<', '>urn:dpm<']],
    ['a mode in lower case', ['mode'], ['>INDIRECTE<', '>indirecte<']],
    ['a sector of another nomenclature', ['sector-form'], ['>SA07^1.2.250.1.71.4.2.4<', '>SA07^1.2.250.1.213.2.2<']],
    [
      'a purpose that is a text',
      ['purpose-form'],
      [
        '<PurposeOfUse xmlns="urn:hl7-org:v3" xsi:type="CE" code="normal" codeSystem="1.2.250.1.213.1.1.4.248"/>',
        'normal',
      ],
    ],
  ])('refuses %s', async (_, rules, ...edits) => {
    expect(await inHeader(vihf, ...edits)).toEqual(rules);
  });

  it.each([
    ['urn:dmp', true],
    ['urn:exemple:registre', false],
  ])('judges a token alone for %s: %s', async (resource, applies) => {
    const { header = '' } = recipe('dmp-publication').parts;
    const [token = ''] = /<saml2:Assertion[\s\S]*<\/saml2:Assertion>/.exec(header) ?? [];
    const bytes = Buffer.from(token.replace('>urn:dmp<', `>${resource}<`));
    const { artifact } = await read({ path: 'vihf.xml', bytes, declared: {} });
    expect(artifact && isKind(artifact, 'soap')).toBe(true);
    expect(runCheck(vihf, artifact ? [artifact] : [], NOTHING_DECLARED)).toMatchObject({ applies, findings: [] });
  });

  it('wants no patient for the list of patients', async () => {
    const matricule = '285076311399048^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH';
    expect((await runOn(vihf, 'dmp-exchanges', [['patients', matricule, '']])).findings).toEqual([]);
  });
});

describe('dmp/vihf-and-message', () => {
  it.each<[string, ...Edit[]]>([
    [
      'an automaton that acts for the author',
      role('AUTOMATE', '1.2.250.1.213.1.1.4.6'),
      NO_SECOND,
      [NAME_ID, '<saml2:NameID>3990000010/automate-1<'],
    ],
    [
      'clocks that differ by a minute',
      [' IssueInstant="2026-03-16T09:30:00Z"', ' IssueInstant="2026-03-16T09:31:00Z"'],
    ],
    [
      'a token of the day before',
      [' IssueInstant="2026-03-16T09:30:00Z"', ' IssueInstant="2026-03-15T09:30:00Z"'],
      ['AuthnInstant="2026-03-16T09:30:00Z"', 'AuthnInstant="2026-03-15T09:30:00Z"'],
    ],
    [
      'a validity with one bound',
      ['<saml2:AuthnStatement', '<saml2:Conditions NotOnOrAfter="2026-03-16T10:00:00Z"/><saml2:AuthnStatement'],
    ],
    ['a validity without bounds', ['<saml2:AuthnStatement', '<saml2:Conditions/><saml2:AuthnStatement']],
  ])('takes %s', async (_, ...edits) => {
    expect(await inHeader(vihfAndMessage, ...edits)).toEqual([]);
  });

  it('takes the second author of a lot', async () => {
    const second =
      '<rim:Classification id="author-2" classificationScheme="urn:uuid:a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d" nodeRepresentation=""><rim:Slot name="authorPerson"><rim:ValueList><rim:Value>899700100029^BERNARD^Hugo^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS</rim:Value></rim:ValueList></rim:Slot></rim:Classification></rim:RegistryPackage>';
    const { findings } = await runOn(vihfAndMessage, 'dmp-publication', [
      ['header', NAME_ID, '<saml2:NameID>899700100029<'],
      ['metadata', '</rim:RegistryPackage>', second],
    ]);
    expect(findings).toEqual([]);
  });

  it('compares no sector with the document of another structure', async () => {
    expect(await inHeader(vihfAndMessage, ['>1990000010<', '>1990000028<'], ['>SA07^', '>SA25^'])).toEqual([
      'structure',
    ]);
  });

  it('judges a validity by the submission when nothing else tells the time', async () => {
    const edits: Edit[] = [
      ['<wsu:Created>2026-03-16T09:30:00Z</wsu:Created>', ''],
      ['<saml2:AuthnStatement', '<saml2:Conditions NotBefore="2026-03-16T11:00:00Z"/><saml2:AuthnStatement'],
    ];
    expect(await inHeader(vihfAndMessage, ...edits)).toEqual(['expired']);
  });
});

describe('dmp/message-form', () => {
  const TYPE = 'multipart/related; type="application/xop+xml"';

  it.each([
    ['Multipart/Related; TYPE="application/xop+xml"', []],
    ['multipart/related; type=application/xop+xml', []],
    ['multipart/related; type="application/xop+xml"; action="urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b"', []],
    ['multipart/related', ['content-type']],
    ['multipart/related; type="text/xml"', ['content-type']],
  ])('takes or refuses the Content-Type %s', async (type, rules) => {
    const { findings } = await runOn(messageForm, 'dmp-publication', [['http', TYPE, type]]);
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
  });

  it.each(['urn:hl7-org:v3:setAuthorization', ''])('takes the action %j of a service of the DMP', async (action) => {
    const written = 'urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorization';
    const edit = ['authorization', `<wsa:Action>${written}<`, `<wsa:Action>${action}<`] as const;
    expect((await runOn(messageForm, 'dmp-exchanges', [edit])).findings).toEqual([]);
  });

  it('tells an answer that names another request', async () => {
    const { findings } = await runOn(messageForm, 'dmp-publication', [
      ['answer', '<wsa:RelatesTo>urn:uuid:', '<wsa:RelatesTo>urn:uuid:autre-'],
    ]);
    expect(findings).toMatchObject([{ rule: 'relates-to', actual: expect.stringContaining('autre') }]);
  });
});

it('takes the VIHF of a person for what a system submits', async () => {
  const other = ['header', NAME_ID, '<saml2:NameID>899700100029<'] as const;
  const submittedBy = (person: string): string =>
    `classifiedObject="urn:uuid:97418e33-4f0b-5c9e-8e56-944f1afbd1d1" nodeRepresentation="">
        <rim:Slot name="authorInstitution"><rim:ValueList><rim:Value>Cabinet des Essais^^^^^&amp;1.2.250.1.71.4.2.2&amp;ISO^IDNST^^^1990000010</rim:Value></rim:ValueList></rim:Slot>
        <rim:Slot name="authorPerson"><rim:ValueList><rim:Value>${person}^^^^^^&amp;1.2.250.1.71.4.2.1&amp;ISO^`;
  const bySystem = [
    'metadata',
    `${submittedBy('899700100011^MARTIN^Claire')}D^^^IDNPS`,
    `${submittedBy('1990000010/7^Passerelle^Modèle')}U^^^RI`,
  ] as const;
  const rulesAfter = async (...edits: (readonly [part: string, good: string, bad: string])[]) =>
    (await runOn(vihfAndMessage, 'dmp-publication', edits)).findings.map(({ rule }) => rule);
  expect(await rulesAfter(other)).toEqual(['author']);
  expect(await rulesAfter(other, bySystem)).toEqual([]);
});
