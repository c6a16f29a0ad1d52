import { describe, expect, it } from 'vitest';
import { type CheckContext, type DeclaredPatient, NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { LinkedIdentities } from '../../../src/checks/identities/linked-identities.js';
import { oneIdentity } from '../../../src/checks/ins/one-identity.js';
import { linked, told } from '../../support/linked.js';

const ALPHA = {
  matricule: '285076311399048',
  birthName: 'TEST-ALPHA',
  firstGiven: 'CAMILLE',
  givenList: 'CAMILLE LOUISE',
  sex: 'F',
  birthDate: '19850714',
  birthPlace: '63113',
};
const BRAVO = {
  matricule: '152026912399136',
  birthName: 'TEST-BRAVO',
  firstGiven: 'PAUL',
  givenList: 'PAUL',
  sex: 'M',
  birthDate: '19520229',
  birthPlace: '69123',
};

function judge(
  artifacts: readonly LinkedIdentities[],
  patients: readonly DeclaredPatient[] = [],
  more: Partial<CheckContext> = {},
) {
  const { evaluated, findings } = oneIdentity.run(artifacts, { ...NOTHING_DECLARED, patients, ...more });
  return {
    evaluated,
    found: findings.map(({ rule, at, args }) => [rule, at.artifact, args?.artifact].filter(Boolean)),
  };
}

const A: DeclaredPatient = { id: 'A', status: 'qualifiée' };
const B: DeclaredPatient = { id: 'B', status: 'qualifiée' };

describe('whose identities are compared', () => {
  it('those of one thread, of one document, of one archive, from one to the next', () => {
    const artifacts = [
      linked('1.eml', [told(ALPHA)], { kind: 'mail', links: ['mail 1'] }),
      linked('2.eml', [], { kind: 'mail', links: ['mail 1', 'mail 2'] }),
      linked('2.eml!a.zip', [told(ALPHA)], { kind: 'xdm', containers: ['2.eml'], links: ['document 9'] }),
      linked('3.xml', [told({ ...ALPHA, sex: 'M' })], { links: ['document 9'] }),
    ];
    expect(judge(artifacts).found).toEqual([['sex', '3.xml', '1.eml']]);
  });

  it('not those of files that nothing links', () => {
    expect(judge([linked('1.xml', [told(ALPHA)]), linked('2.xml', [told({ ...ALPHA, sex: 'M' })])])).toEqual({
      evaluated: 0,
      found: [],
    });
  });

  it('those declared for one patient, whatever links them to another', () => {
    const artifacts = [
      linked('1.xml', [told(ALPHA)], { patient: 'A', links: ['document 9'] }),
      linked('2.xml', [told({ ...ALPHA, sex: 'M' })], { patient: 'B', links: ['document 9'] }),
      linked('3.xml', [told({ ...ALPHA, birthName: 'AUTRE' })], { links: ['document 9'] }),
    ];
    expect(judge(artifacts, [A, B]).found).toEqual([]);
    const declared = { ...A, sex: 'F' as const };
    expect(
      judge([...artifacts, linked('4.xml', [told({ ...ALPHA, sex: 'M' })], { patient: 'A' })], [declared, B]).found,
    ).toEqual([['sex', '4.xml', 'segur.yaml']]);
  });

  it('not a mail attached to another, nor what it carries', () => {
    const inside = { containers: ['1.eml', '1.eml!2.eml'], patient: 'A' };
    const artifacts = [
      linked('1.eml', [], { kind: 'mail', patient: 'A' }),
      linked('1.eml!a.xml', [told(ALPHA)], { containers: ['1.eml'], patient: 'A' }),
      linked('1.eml!2.eml', [], { kind: 'mail', containers: ['1.eml'], patient: 'A' }),
      linked('1.eml!2.eml!b.xml', [told({ ...ALPHA, birthName: 'AUTRE' })], inside),
    ];
    expect(judge(artifacts, [A]).found).toEqual([]);
    expect(
      judge(
        artifacts.map((each) => ({ ...each, patient: undefined })),
        [],
      ).found,
    ).toEqual([]);
  });

  it('not persons who share no more than a name that tests write everywhere', () => {
    const artifacts = [ALPHA, BRAVO, ALPHA, { ...BRAVO, sex: 'F' }, BRAVO].map((each, index) =>
      linked(`${index}.xml`, [told(each)], { links: ['document 1.2.3'] }),
    );
    expect(judge(artifacts).found).toEqual([['sex', '3.xml', '1.xml']]);
  });

  it('one message of several with the documents that it holds', () => {
    const part = (identity: typeof ALPHA, number: number) => ({
      identities: [told(identity, { source: 'hl7v2' })],
      links: [],
      holds: [`message[${number}]`],
    });
    const batch = linked('lot.hl7', [], { kind: 'hl7v2', parts: [part(ALPHA, 1), part(BRAVO, 2)] });
    const artifacts = [
      batch,
      linked('lot.hl7!message[1]/OBX[1]-5[1]', [told(ALPHA)], { containers: ['lot.hl7'] }),
      linked('lot.hl7!message[2]/OBX[1]-5[1]', [told({ ...BRAVO, birthDate: '19520228' })], {
        containers: ['lot.hl7'],
      }),
    ];
    expect(judge(artifacts).found).toEqual([['birth-date', 'lot.hl7', artifacts[2]?.path]]);
    // Declared as a whole for a patient, the file still tells of others.
    const all = artifacts.map((each) => ({ ...each, patient: 'A' }));
    expect(judge(all, [{ ...A, 'birth-name': 'TEST-ALPHA', sex: 'F' }]).found).toEqual([]);
  });

  it('the Patient of a Bundle with what refers to it, unless it holds several', () => {
    const entry = (name: string, identity: typeof ALPHA, isPatient: boolean) =>
      linked(`b.json!${name}`, [told(identity, { source: 'fhir' })], {
        kind: 'fhir',
        containers: ['b.json'],
        isPatient,
      });
    const bundle = linked('b.json', [], { kind: 'fhir', parts: [] });
    const one = [bundle, entry('p', ALPHA, true), entry('d', { ...ALPHA, birthPlace: '63114' }, false)];
    expect(judge(one).found).toEqual([['birth-place', 'b.json!d', 'b.json!p']]);
    expect(judge([...one, entry('q', BRAVO, true)]).found).toEqual([]);
  });
});

describe('what is the same', () => {
  it('the writings that the RNIV holds for equal, and what is not told', () => {
    const other = told({
      matricule: ALPHA.matricule,
      birthName: 'Test Alpha',
      firstGiven: 'Camille',
      birthDate: '1985-07-14',
      birthPlace: '99999',
      sex: 'female',
    });
    expect(judge([linked('1.xml', [told(ALPHA), other])])).toEqual({ evaluated: 2, found: [] });
  });

  it('who is asked about, but for the matricule', () => {
    const asked = (traits: Record<string, string>) => told(traits, { source: 'insi', asked: true });
    expect(judge([linked('1.xml', [told(ALPHA), asked({ birthName: 'TEST', sex: 'M' })])]).found).toEqual([]);
    expect(judge([linked('1.xml', [told(ALPHA), asked({ matricule: BRAVO.matricule })])]).found).toEqual([
      ['matricule', '1.xml', '1.xml'],
    ]);
  });

  it('a matricule that the person had before', () => {
    const former = told(
      { ...ALPHA },
      {
        matricules: [
          { value: BRAVO.matricule, at: {}, oid: { value: '1.2.250.1.213.1.4.8', at: {} }, former: true },
          { value: ALPHA.matricule, at: {}, oid: { value: '1.2.250.1.213.1.4.10', at: {} } },
        ],
      },
    );
    expect(judge([linked('1.xml', [told(ALPHA), former])]).found).toEqual([]);
  });

  it('the OID of production that INSi gives to the persons of its test platform, and no other', () => {
    const insi = told({ ...ALPHA, oid: '1.2.250.1.213.1.4.8' }, { source: 'insi' });
    expect(judge([linked('1.xml', [told(ALPHA), insi])]).found).toEqual([]);
    const cda = told({ ...ALPHA, oid: '1.2.250.1.213.1.4.8' });
    expect(judge([linked('1.xml', [told(ALPHA), cda])]).found).toEqual([['oid', '1.xml', '1.xml']]);
    expect(judge([linked('1.xml', [told(ALPHA), insi])], [], { environment: 'production' }).found).toHaveLength(1);
  });

  it('an identity that an update changes in a feed, and what follows it', () => {
    const message = (identity: Record<string, string>, event: string) => ({
      identities: [told({ ...identity, local: '10001' }, { source: 'hl7v2' })],
      links: [],
      event,
    });
    const feed = (...parts: ReturnType<typeof message>[]) =>
      linked('flux.hl7', [], { kind: 'hl7v2', patient: 'A', parts });
    const declared = { ...A, 'birth-name': 'TEST-ALPHA', sex: 'F' as const };
    const { matricule: _, ...rest } = ALPHA;
    const renamed = { ...rest, birthName: 'TEST-OMEGA' };
    expect(
      judge([feed(message(ALPHA, 'A28'), message(renamed, 'A31'), message(renamed, 'A03'))], [declared]).found,
    ).toEqual([]);
    const wrong = [['birth-name', 'flux.hl7', 'segur.yaml']];
    expect(judge([feed(message(ALPHA, 'A28'), message(renamed, 'A03'))], [declared]).found).toEqual(wrong);
    // A qualified identity keeps its traits as long as it keeps its INS; the name used is no such trait.
    const kept = { ...renamed, matricule: ALPHA.matricule };
    expect(judge([feed(message(ALPHA, 'A28'), message(kept, 'A31'))], [declared]).found).toEqual(wrong);
    const [before, after] = ['ESSAI', 'AUTRE'].map((usedName) => ({ ...ALPHA, usedName }));
    expect(judge([feed(message({ ...before }, 'A28'), message({ ...after }, 'A31'))], [declared]).found).toEqual([]);
    expect(judge([feed(message(ALPHA, 'A28'), message(ALPHA, 'A31'), message(kept, 'A03'))], [declared]).found).toEqual(
      wrong,
    );
    // The traits are those of INSi from the update on that gives the INS.
    expect(judge([feed(message(renamed, 'A28'), message(ALPHA, 'A31'))], [declared]).found).toEqual([]);
    // A NIR takes the place of the NIA, often with the same number.
    const [nia, nir] = ['1.2.250.1.213.1.4.9', '1.2.250.1.213.1.4.8'].map((oid) => ({ ...ALPHA, oid }));
    const cda = linked('1.xml', [told({ ...nir })], { patient: 'A' });
    expect(judge([feed(message({ ...nia }, 'A28'), message({ ...nir }, 'A47')), cda], [declared]).found).toEqual([]);
    expect(judge([feed(message({ ...nia }, 'A28'), message({ ...nir }, 'A03')), cda], [declared]).found).toHaveLength(
      1,
    );
    const timed = [
      ['b.hl7', renamed, 'A31', '20260316100000'],
      ['a.hl7', ALPHA, 'A28', '20260316090000+0100'],
      ['c.hl7', ALPHA, 'A28', '202603160900'],
    ] as const;
    const filed = (...ranks: number[]) =>
      timed
        .filter((_each, rank) => ranks.includes(rank))
        .map(([path, identity, event, time]) =>
          linked(path, [], { kind: 'hl7v2', patient: 'A', parts: [{ ...message({ ...identity }, event), time }] }),
        );
    expect(judge(filed(0, 2), [declared]).found).toEqual([]);
    expect(judge(filed(0, 1), [declared]).found).toEqual([['birth-name', 'b.hl7', 'segur.yaml']]);
    const files = ['A28', 'A31'].map((event, index) =>
      linked(`${index}.hl7`, [], {
        kind: 'hl7v2',
        patient: 'A',
        order: index + 1,
        parts: [message(index ? renamed : ALPHA, event)],
      }),
    );
    expect(judge(files, [declared]).found).toEqual([]);
  });
});

describe('what is believed', () => {
  it('what most artifacts tell, and the most authoritative source of as many', () => {
    const say = (sex: string, source: 'cda' | 'xds' | 'insi') => told({ ...ALPHA, sex }, { source });
    const of = (...identities: ReturnType<typeof say>[]) =>
      judge(identities.map((each, index) => linked(`${index}.xml`, [each], { links: ['document 9'] }))).found;
    expect(of(say('M', 'cda'), say('F', 'xds'), say('F', 'xds'))).toEqual([['sex', '0.xml', '1.xml']]);
    expect(of(say('M', 'xds'), say('F', 'cda'))).toEqual([['sex', '0.xml', '1.xml']]);
    expect(of(say('M', 'cda'), say('F', 'insi'))).toEqual([['sex', '0.xml', '1.xml']]);
    expect(of(say('M', 'cda'), say('F', 'cda'))).toEqual([['sex', '1.xml', '0.xml']]);
  });

  it('says once that a person is another', () => {
    const mail = [
      linked('1.eml', [], { kind: 'mail' }),
      linked('1.eml!1.zip', [told(ALPHA, { source: 'xds' })], { kind: 'xdm', containers: ['1.eml'] }),
      linked('1.eml!1.xml', [told(ALPHA)], { containers: ['1.eml'] }),
      linked('1.eml!2.xml', [told(BRAVO), told({ matricule: BRAVO.matricule })], { containers: ['1.eml'] }),
    ];
    expect(judge(mail).found).toEqual([['another-person', '1.eml!2.xml', '1.eml!1.xml']]);
  });

  it('does not believe another person of anything', () => {
    const { matricule: _, ...bare } = ALPHA;
    const day = linked('jour.hl7', [], {
      kind: 'hl7v2',
      patient: 'A',
      parts: [bare, BRAVO, ALPHA].map((identity) => ({ identities: [told(identity, { source: 'hl7v2' })], links: [] })),
    });
    expect(judge([day], [A]).found).toEqual([]);
  });

  it('tells one thing of a list of given names', () => {
    const { firstGiven: _, ...listOnly } = { ...ALPHA, givenList: 'LOUISE CAMILLE' };
    const { givenList: __, ...firstOnly } = { ...ALPHA, firstGiven: 'LOUISE' };
    const found = (identity: Record<string, string>) =>
      judge([
        linked('1.xml', [told(ALPHA)], { links: ['document 9'] }),
        linked('2.xml', [told(ALPHA), told(identity)], { links: ['document 9'] }),
      ]).found;
    expect(found(listOnly)).toEqual([['given-list', '2.xml', '1.xml']]);
    expect(found(firstOnly)).toEqual([['first-given', '2.xml', '1.xml']]);
  });
});

describe('a patient whose identity is not qualified', () => {
  const patient: DeclaredPatient = { id: 'A', status: 'validée' };
  const own = (source: 'cda' | 'insi' | 'xds', more = {}) =>
    linked('1.xml', [told(ALPHA, { source, ...more })], { patient: 'A' });

  it('carries no matricule, but in what INSi answers or is asked', () => {
    expect(judge([own('xds')], [patient]).found).toEqual([['unqualified', '1.xml']]);
    expect(judge([own('insi')], [patient]).found).toEqual([]);
    expect(judge([own('cda', { asked: true })], [patient]).found).toEqual([]);
    expect(judge([own('xds')], [A]).found).toEqual([]);
  });

  it('may be seen to lose it in a feed', () => {
    const deletion = linked('1.hl7', [told({ ...ALPHA, local: '1' }, { source: 'hl7v2' })], {
      kind: 'hl7v2',
      patient: 'A',
      event: 'A47',
    });
    expect(judge([deletion], [patient]).found).toEqual([]);
    const { matricule: _, ...without } = ALPHA;
    const part = (identity: Record<string, string>, event: string) => ({
      identities: [told({ ...identity, local: '1' }, { source: 'hl7v2' })],
      links: [],
      event,
    });
    const feed = linked('2.hl7', [], {
      kind: 'hl7v2',
      patient: 'A',
      parts: [part(ALPHA, 'A28'), part(without, 'A31')],
    });
    expect(judge([feed], [patient]).found).toEqual([]);
  });
});

it('judges thousands of artifacts that one name links in little time', () => {
  const artifacts = Array.from({ length: 20_000 }, (_, index) =>
    linked(`${index}.xml`, [told({ ...ALPHA, birthName: `NOM ${index}` })], { links: ['document 9'] }),
  );
  expect(judge(artifacts).found).toHaveLength(19_999);
});
