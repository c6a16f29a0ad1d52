import { describe, expect, it } from 'vitest';
import { patients } from '../../../fixtures/make/patients.js';
import { type RecipeOptions, recipe } from '../../../fixtures/make/recipe.js';
import type { Declaration } from '../../../src/artifacts/artifact.js';
import { type CheckContext, NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { Check } from '../../../src/checks/define.js';
import { codecdaHeader } from '../../../src/checks/mss/codecda-header.js';
import { insHeader } from '../../../src/checks/mss/ins-header.js';
import { mesHeader } from '../../../src/checks/mss/mes-header.js';
import { nilHeader } from '../../../src/checks/mss/nil-header.js';
import { onePatient } from '../../../src/checks/mss/one-patient.js';
import { subjectContent } from '../../../src/checks/mss/subject-content.js';
import { subjectForm } from '../../../src/checks/mss/subject-form.js';
import { xdmAttachment } from '../../../src/checks/mss/xdm-attachment.js';
import { type Edit, onMail, rules } from '../../support/on-mail.js';

const CONTEXT: CheckContext = { ...NOTHING_DECLARED, productReferences: ['1234', 'REF-1'] };

const on = (
  check: Check,
  options: RecipeOptions,
  edits: readonly Edit[] = [],
  declared: Declaration = {},
  context = CONTEXT,
) => onMail(check, options, edits, declared, context);

const OTHER = 'CR ou fiche de consultation ou de visite TEST-ALPHA CAMILLE 14/07/1985';
const subject = (text: string): Edit => ['headers', OTHER, text];

describe('mss/subject-form', () => {
  it.each([
    ['CR TEST-ALPHA CAMILLE', []],
    ['CR TEST-ALPHA CAMILLE 14/07/1985', []],
    ['Lettre de liaison à la sortie DE LA TOUR JEAN PIERRE', []],
    ['CR TEST-ALPHA', ['fields']],
    ['TEST-ALPHA CAMILLE', ['fields']],
    ['CR', ['fields']],
    ['', ['fields']],
    ['CR TEST-ALPHA 14/07/1985', ['fields']],
    [' CR TEST-ALPHA CAMILLE', ['fields']],
    ['CR TEST-ALPHA CAMILLE 14-07-1985', ['date']],
    ['CR TEST-ALPHA CAMILLE 14/7/85', ['date']],
    ['CR TEST-ALPHA CAMILLE 19850714', ['date']],
    ['=?UTF-8?Q?Lettre=20de_liaison_=C3=A0?= TEST-ALPHA CAMILLE', []],
    ['=?UTF-8?Q?Lettre de liaison?= TEST-ALPHA CAMILLE', ['encoding']],
    ['Lettre de liaison\n TEST-ALPHA CAMILLE 14/07/1985', []],
  ])('of the fields %j', async (text, found) => {
    expect(rules(await on(subjectForm, {}, [subject(text)]))).toEqual(found);
  });

  it.each(['xdm/1.0/ddm+', 'XDM/1.0/DDM +', 'Re: XDM/1.0/DDM+', 'XDM/1.0/DDM'])(
    'refuses the prefix %j',
    async (prefix) => {
      expect(rules(await on(subjectForm, {}, [['headers', 'XDM/1.0/DDM+', prefix]]))).toEqual(['prefix']);
    },
  );

  it('is about mails that carry a document only', async () => {
    expect(await on(subjectForm, { withDocuments: false })).toMatchObject({ applies: false, evaluated: 0 });
  });

  it('points at the line of the subject', async () => {
    const { findings } = await on(subjectForm, {}, [subject('CR')]);
    expect(findings).toMatchObject([
      { at: { artifact: 'message.eml', line: 3, path: 'Subject' }, actual: 'XDM/1.0/DDM+CR' },
    ]);
  });
});

describe('mss/subject-content', () => {
  it.each(['bravo', 'charlie', 'delta'] as const)('reads the composed names of %s', async (name) => {
    expect(rules(await on(subjectContent, { patient: patients[name] }))).toEqual([]);
  });

  const label = 'CR ou fiche de consultation ou de visite';

  it.each<[string, string[]]>([
    [`${label} TEST-ALPHA CAMILLE`, []],
    [`${label} TEST ALPHA CAMILLE 14/07/1985`, ['name-writing']],
    [`${label} TEST-ALPHA Camille 14/07/1985`, []],
    [`${label} TEST-ALPHA CAMILLE 14-07-1985`, []],
    [`${label} TESTALPHA CAMILLE`, ['name-writing']],
    [`${label} TEST-ALPHA CAMILLE LOUISE ANNE`, ['other-name']],
    [`${label} TEST-ALPHA CAMILLE LOUISE`, ['patient']],
    ['Compte rendu de consultation TEST-ALPHA CAMILLE', ['title']],
    [`${label} CAMILLE TEST-ALPHA 14/07/1985`, ['patient']],
    [`${label} TEST-ALPHA LOUISE 14/07/1985`, ['patient']],
    [`${label} AUTRETEST-ALPHA CAMILLE`, ['patient']],
    ['Autre libellé TEST-ALPHA CAMILLE 07/14/1985', ['birth-date', 'label']],
    ['cr ou fiche de consultation ou de visite TEST-ALPHA CAMILLE', []],
  ])('of %j', async (text, found) => {
    expect(rules(await on(subjectContent, {}, [subject(text)]))).toEqual(found);
  });

  it('does not mind accents', async () => {
    const edits: Edit[] = [
      ['cda', '<family qualifier="BR">TEST-ALPHA</family>', '<family qualifier="BR">LÉVÊQUE</family>'],
      subject(`${label} LEVEQUE CAMILLE 14/07/1985`),
    ];
    expect(rules(await on(subjectContent, {}, edits))).toEqual([]);
    const accented: Edit[] = [edits[0] ?? expect.fail(), subject(`${label} LÉVÊQUE CAMILLE 14/07/1985`)];
    expect(rules(await on(subjectContent, {}, accented))).toEqual(['name-writing']);
  });

  it.each<[string, string]>([
    ["D'ARC", "D'ARC"],
    ["D'ARC", 'D ARC'],
    ['DE LA TOUR', 'DE LA TOUR'],
    ['LE-GOFF', 'LE GOFF'],
  ])('knows the name %j written %j', async (name, written) => {
    const edits: Edit[] = [
      ['cda', '<family qualifier="BR">TEST-ALPHA</family>', `<family qualifier="BR">${name}</family>`],
      subject(`${label} ${written} CAMILLE 14/07/1985`),
    ];
    expect(rules(await on(subjectContent, {}, edits))).toEqual(name === written ? [] : ['name-writing']);
  });

  it('cuts a label at 40 characters, and minds no blank left at its end', async () => {
    const long = 'Lettre de liaison à la sortie d’un service de soins';
    const edits = (text: string): Edit[] => [
      [
        'cda',
        `displayName="${label}" codeSystem="2.16.840.1.113883.6.1"`,
        `displayName="${long}" codeSystem="2.16.840.1.113883.6.1"`,
      ],
      subject(`${text} TEST-ALPHA CAMILLE`),
    ];
    const cut = long.slice(0, 40);
    expect(rules(await on(subjectContent, {}, edits(cut)))).toEqual([]);
    expect(rules(await on(subjectContent, {}, edits(cut.trim())))).toEqual([]);
    expect(rules(await on(subjectContent, {}, edits(`${cut.trim()} `)))).toEqual([]);
    expect(rules(await on(subjectContent, {}, edits(long)))).toEqual(['label']);
    expect(rules(await on(subjectContent, {}, edits(long.slice(0, 30))))).toEqual(['label']);
  });

  it('wants the number of documents instead of a label when there are several', async () => {
    expect(rules(await on(subjectContent, { documents: 2 }))).toEqual([]);
    const { findings } = await on(subjectContent, { documents: 2 }, [['headers', '2 documents', '3 documents']]);
    expect(findings).toMatchObject([{ rule: 'label', args: { expected: '2 documents' } }]);
  });

  it('leaves what another check says: no prefix, no name in the document', async () => {
    expect(await on(subjectContent, {}, [['headers', 'XDM/1.0/DDM+', '']])).toMatchObject({
      evaluated: 0,
      findings: [],
    });
    expect(await on(subjectContent, {}, [['cda', '<family qualifier="BR">TEST-ALPHA</family>', '']])).toMatchObject({
      evaluated: 0,
      findings: [],
    });
  });
});

describe('mss/codecda-header', () => {
  const two: RecipeOptions = { documents: 2 };
  const line = 'X-MSS-CODECDA: 11488-4,PRESC-BIO';

  it.each<[string, string[]]>([
    ['X-MSS-CODECDA: PRESC-BIO, 11488-4', []],
    ['X-MSS-CODECDA: 11488-4\nX-MSS-CODECDA: PRESC-BIO', []],
    ['x-mss-codecda: 11488-4 ,PRESC-BIO', []],
    ['X-MSS-CODECDA: 11488-4,PRESC-BIO,11488-4', []],
    ['X-MSS-CODECDA: 11488-4', ['different']],
    ['X-MSS-CODECDA: 11488-4,PRESC-BIO,11490-0', ['different']],
    ['X-MSS-CODECDA: 11488-4;PRESC-BIO', ['separator']],
    ['X-MSS-CODECDA: 11488-4 PRESC-BIO', ['separator']],
    ['X-MSS-CODECDA: 11488-4 CR de consultation,PRESC-BIO', ['different']],
    ['X-MSS-CODECDA:', ['different']],
    ['X-Autre: 1', ['missing']],
  ])('of two documents: %j', async (header, found) => {
    expect(rules(await on(codecdaHeader, two, [['headers', line, header]]))).toEqual(found);
  });

  it('announces a code once for two documents that share it', async () => {
    const twins: RecipeOptions = { documents: [{}, {}] };
    const given = /X-MSS-CODECDA: .*/.exec(recipe('mail', twins).parts.headers ?? '')?.[0] ?? '';
    const codes = [...new Set(given.replace('X-MSS-CODECDA: ', '').split(','))];
    expect(rules(await on(codecdaHeader, twins, [['headers', given, `X-MSS-CODECDA: ${codes.join(',')}`]]))).toEqual(
      [],
    );
  });
});

describe('mss/ins-header', () => {
  const id = '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>';

  it.each<[string, string, string[]]>([
    ['a wrong key under the OID of tests', id.replace('048', '049'), ['test-key']],
    ['a wrong key under the OID of demonstration', id.replace('048', '049').replace('4.10', '4.11'), ['test-key']],
    ['a wrong key under the OID of production', id.replace('048', '049').replace('4.10', '4.8'), ['should-be-n']],
    ['a right key under the OID of production', id.replace('4.10', '4.8'), []],
    ['a right key under the OID of the NIA', id.replace('4.10', '4.9'), []],
    ['no matricule', id.replace('285076311399048', ''), ['should-be-n']],
    ['too short a matricule', id.replace('048', '04'), ['should-be-n']],
    ['another OID', id.replace('4.10', '4.12'), ['should-be-n']],
  ])('O with %s', async (_, bad, found) => {
    expect(rules(await on(insHeader, {}, [['cda', id, bad]]))).toEqual(found);
  });

  it.each([
    ['<given qualifier="BR">CAMILLE</given>', ''],
    ['<family qualifier="BR">TEST-ALPHA</family>', '<family qualifier="BR"> </family>'],
    ['<birthTime value="19850714"/>', '<birthTime nullFlavor="UNK"/>'],
    ['<administrativeGenderCode code="F"', '<administrativeGenderCode nullFlavor="UNK"'],
  ])('O without a trait is N: %s', async (good, bad) => {
    const { findings } = await on(insHeader, {}, [['cda', good, bad]]);
    expect(findings).toMatchObject([{ rule: 'should-be-n', args: { lacks: 'no-trait' }, actual: 'O' }]);
  });

  it('doubts when only some documents have an INS', async () => {
    const { findings } = await on(insHeader, { documents: 2 }, [['cda2', id, '']]);
    expect(findings).toMatchObject([
      {
        rule: 'mixed',
        args: { document: 'message.eml!IHE_XDM.zip!IHE_XDM/SUBSET01/DOC0002.XML', lacks: 'no-ins' },
      },
    ]);
  });

  it.each(['o', 'OUI', 'Y', ''])('refuses the value %j', async (value) => {
    expect(rules(await on(insHeader, {}, [['headers', 'X-MSS-INS: O', `X-MSS-INS: ${value}`]]))).toEqual(['value']);
  });

  it('points at the identifier whose key is wrong', async () => {
    const { findings } = await on(insHeader, {}, [['cda', id, id.replace('048', '049')]]);
    expect(findings[0]?.at).toMatchObject({
      artifact: 'message.eml!IHE_XDM.zip!IHE_XDM/SUBSET01/DOC0001.XML',
      line: expect.any(Number),
      path: '/ClinicalDocument/recordTarget/patientRole/id[1]',
    });
  });
});

describe('mss/nil-header', () => {
  const nil = 'X-MSS-NIL: 1234';

  it.each<[string, string[]]>([
    ['X-MSS-NIL: REF-1', []],
    ['x-mss-nil:   1234  ', []],
    ['X-MSS-NIL: 12345', ['different']],
    ['X-MSS-NIL: ref-1', ['different']],
    ['X-MSS-NIL: 1234\nX-Autre: 1\nx-mss-nil: REF-1', ['repeated']],
  ])('of %j', async (header, found) => {
    expect(rules(await on(nilHeader, {}, [['headers', nil, header]]))).toEqual(found);
  });

  it('points at the second one', async () => {
    const { findings } = await on(nilHeader, {}, [['headers', nil, `${nil}\n${nil}\n${nil}`]]);
    const first = (recipe('mail').parts.headers ?? '').split('\n').indexOf(nil) + 1;
    expect(findings).toMatchObject([{ rule: 'twice', args: { count: 3 }, at: { line: expect.any(Number) } }]);
    expect(findings[0]?.at.line).toBeGreaterThan(first);
  });

  it('asks for the reference when nobody declared one, and still wants the header', async () => {
    expect(await on(nilHeader, {}, [], {}, NOTHING_DECLARED)).toMatchObject({
      findings: [],
      needs: [{ code: 'need/nil' }],
    });
    expect(rules(await on(nilHeader, {}, [['headers', nil, 'X-Autre: 1']], {}, NOTHING_DECLARED))).toEqual(['missing']);
  });

  it('is not about what was received', async () => {
    expect(await on(nilHeader, {}, [['headers', nil, 'X-Autre: 1']], { role: 'incoming' })).toMatchObject({
      applies: false,
    });
  });
});

describe('mss/mes-header', () => {
  const to = 'To: <jean.correspondant@exemple.mssante.fr>';

  it('takes the official test address for a patient', async () => {
    const edit: Edit = ['headers', to, 'To: <Reponse.Automatique-Test@Patient.MSSante.fr>\nX-MSS-MES: FIN'];
    expect(rules(await on(mesHeader, {}, [edit], { 'no-reply': true }))).toEqual([]);
  });

  it('looks for a patient among the copies too', async () => {
    const edit: Edit = ['headers', to, `${to}\nCc: "Patient, Un" <285076311399048@patient.mssante.fr>`];
    expect(rules(await on(mesHeader, {}, [edit], { 'no-reply': true }))).toEqual(['missing']);
    expect(await on(mesHeader, {}, [edit])).toMatchObject({ evaluated: 1, findings: [] });
  });

  it.each(['FIN.', 'Fin', '=?UTF-8?Q?FIN?=', ''])('refuses %j', async (value) => {
    const edit: Edit = ['headers', 'X-MSS-MES: FIN', `X-MSS-MES: ${value}`];
    expect(rules(await on(mesHeader, { recipient: 'patient', end: true }, [edit], { 'no-reply': true }))).toEqual([
      'value',
    ]);
  });

  it('is not about a mail between professionals that does not say it', async () => {
    expect(await on(mesHeader, {})).toMatchObject({ applies: false, evaluated: 0 });
  });
});

describe('mss/one-patient', () => {
  it('takes the official test address for anyone', async () => {
    const edit: Edit = [
      'headers',
      'To: <285076311399048@patient.mssante.fr>',
      'To: <REPONSE.automatique-test@patient.mssante.fr>',
    ];
    expect(rules(await on(onePatient, { recipient: 'patient' }, [edit]))).toEqual([]);
  });

  it('knows the mailbox of a patient of Corsica, written in lowercase', async () => {
    const edits: Edit[] = [
      ['cda', 'extension="285076311399048"', 'extension="202112A00499202"'],
      ['headers', 'To: <285076311399048@', 'To: <202112a00499202@'],
    ];
    const { findings } = await on(onePatient, { recipient: 'patient' }, edits);
    expect(findings.filter(({ rule }) => rule === 'recipient')).toEqual([]);
  });

  it('knows a patient again whatever the accents and hyphens', async () => {
    const edit: Edit = [
      'cda2',
      '<family qualifier="BR">TEST-ALPHA</family>',
      '<family qualifier="BR">Test Alphà</family>',
    ];
    expect(rules(await on(onePatient, { documents: 2 }, [edit]))).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['<birthTime value="19850714"/>', '<birthTime value="19850715"/>', 'traits'],
    ['extension="285076311399048"', 'extension="285076311399147"', 'documents'],
    ['<family qualifier="BR">TEST-ALPHA</family>', '<family qualifier="BR">TEST-BETA</family>', 'traits'],
  ])('finds another patient in the second document: %s', async (good, bad, rule) => {
    const { findings } = await on(onePatient, { documents: 2 }, [['cda2', good, bad]]);
    expect(findings).toMatchObject([
      {
        rule,
        at: {
          artifact: 'message.eml!IHE_XDM.zip!IHE_XDM/SUBSET01/DOC0002.XML',
          path: '/ClinicalDocument/recordTarget/patientRole',
        },
        args: { other: 'message.eml!IHE_XDM.zip!IHE_XDM/SUBSET01/DOC0001.XML' },
      },
    ]);
  });

  it('counts each document, each identifier of the metadata and each patient of the addresses', async () => {
    const { evaluated } = await on(onePatient, { documents: 2, recipient: 'patient' });
    expect(evaluated).toBe(2 + 3 + 1);
  });

  it('is not about a mail without document', async () => {
    expect(await on(onePatient, { withDocuments: false })).toMatchObject({ applies: false });
  });
});

describe('mss/xdm-attachment', () => {
  const archive = 'IHE_XDM.zip | application/zip | archive';

  it('does not judge the case of the name', async () => {
    expect(
      rules(await on(xdmAttachment, {}, [['attachments', archive, archive.replace('XDM.zip', 'xdm.Zip')]])),
    ).toEqual([]);
  });

  it('lets a document stand beside the archive', async () => {
    expect(
      await on(xdmAttachment, {}, [['attachments', archive, `${archive}\ndocument.xml | text/xml | cda`]]),
    ).toMatchObject({
      evaluated: 2,
      findings: [],
    });
  });

  it('names the bare documents', async () => {
    const bare = 'un.xml | text/xml | cda\ndeux.xml | text/xml | cda';
    expect((await on(xdmAttachment, {}, [['attachments', archive, bare]])).findings).toMatchObject([
      { rule: 'bare-cda', actual: 'un.xml, deux.xml' },
    ]);
  });

  it('is not about a mail without document, nor about one whose archive can not be read', async () => {
    expect(await on(xdmAttachment, { withDocuments: false })).toMatchObject({ applies: false });
    const cut: Edit = ['attachments', archive, 'IHE_XDM.zip | application/zip | readme'];
    expect(await on(xdmAttachment, {}, [cut])).toMatchObject({ applies: false, evaluated: 0 });
  });
});
