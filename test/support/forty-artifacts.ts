import { bytes } from '../../fixtures/make/bytes.js';
import { insCode } from '../../fixtures/make/datamatrix.js';
import { hl7Message, msh, obxData, pid } from '../../fixtures/make/hl7-message.js';
import { patients } from '../../fixtures/make/patients.js';
import { professionals } from '../../fixtures/make/professionals.js';
import { assemble, type Base, type RecipeOptions, recipe } from '../../fixtures/make/recipe.js';
import { insiFound, provideAndRegister } from '../../fixtures/make/soap-bodies.js';
import { envelope, include, mtom, security } from '../../fixtures/make/soap-message.js';
import { vihf } from '../../fixtures/make/vihf.js';

export type Patient = typeof patients.alpha;

/** One file of the dossier: `make` tells another identity in one of its places when it is given one. */
export interface DossierFile {
  readonly path: string;
  /** Id of its patient; none for a file about several. */
  readonly patient: string | undefined;
  /** An archive, a thread or the id of a document links it to others. */
  readonly isLinked: boolean;
  make(altered?: Patient): Uint8Array;
}

export const DOSSIER_PATIENTS: Readonly<Record<string, Patient>> = {
  A: patients.alpha,
  B: patients.bravo,
  C: patients.charlie,
};

/** A dossier of 40 artifacts of all kinds about three patients. */
export function fortyArtifacts(): DossierFile[] {
  const own = Object.entries(DOSSIER_PATIENTS).flatMap(([id, patient], index) => filesOf(id, patient, index + 1));
  const batch = (): Uint8Array => bytes(admission(patients.alpha), admission(patients.bravo));
  return [...own, { path: 'hl7/lot.hl7', patient: undefined, isLinked: false, make: batch }];
}

const INSTANT = '2026-03-16T09:30:00Z';

function filesOf(id: string, patient: Patient, rank: number): DossierFile[] {
  const day = (number: number): RecipeOptions => ({ patient, start: `202603${rank}${number}090000+0100` });
  const thread = { messageId: `fil-${id}@exemple.mssante.fr` };
  const file = (path: string, make: (told: Patient) => Uint8Array, isLinked = true): DossierFile => ({
    path: `${id}/${path}`,
    patient: id,
    isLinked,
    make: (altered = patient) => make(altered),
  });
  const cda = (told: Patient, number: number): Uint8Array => made('cda-n1', { ...day(number), patient: told });
  return [
    ...[1, 2, 3].map((number) => file(`cda/${number}.xml`, (told) => cda(told, number))),
    ...[1, 2].map((number) => file(`xdm/${number}.zip`, (told) => made('xdm', day(number), told))),
    file('mail/1.eml', (told) => made('mail', { ...day(3), ...thread }, told)),
    file('mail/2.eml', (told) =>
      made('mail', { ...day(4), messageId: `suite-${id}@exemple.mssante.fr`, answers: thread.messageId }, told),
    ),
    file('hl7/creation.hl7', (told) => bytes(admission(told)), false),
    file('hl7/document.hl7', (told) => bytes(transmission(told, cda(patient, 1)))),
    file('fhir/patient.json', (told) => bytes(JSON.stringify(fhirPatient(told))), false),
    file('dmp/td2.1.mime', (told) => submission(patient, cda(told, 1), day(1))),
    file('insi/reponse.xml', (told) => bytes(insiAnswer(told)), false),
    file('datamatrix/ins.txt', (told) => bytes(insCode(told)), false),
  ];
}

/** @param told whom the document inside tells; everything around it is about the patient of the options. */
function made(base: Base, options: RecipeOptions, told?: Patient): Uint8Array {
  const whole = recipe(base, options);
  const cda = told && recipe(base, { ...options, patient: told }).parts.cda;
  const [file] = assemble(cda === undefined ? whole : { base, parts: { ...whole.parts, cda } });
  if (!file) throw new Error(`${base} makes no file`);
  return file.bytes;
}

function admission(patient: Patient): string {
  return hl7Message(
    msh({ type: 'ADT^A28^ADT_A05', control: 'ADT-1', version: '2.5^FRA^2.11' }),
    'EVN||20260316093000',
    pid(patient),
    'PV1|1|N',
  );
}

function transmission(patient: Patient, document: Uint8Array): string {
  return hl7Message(
    msh({ type: 'MDM^T02^MDM_T02', control: 'MDM-1', version: '2.6', profile: '2.1^CISIS_CDA_HL7_V2' }),
    'EVN||20260316093000',
    pid(patient),
    'TXA|1|11488-4|TEXT|20260316093000||||||||DOC-1^^2.999.1.4^ISO|||||AU',
    obxData(1, '11488-4^Consultation^LN', document),
  );
}

function submission(patient: Patient, document: Uint8Array, options: RecipeOptions): Uint8Array {
  const assertion = vihf(professionals.martin, patient, INSTANT);
  const request = envelope({
    name: 'iti-41',
    action: 'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b',
    header: security(assertion, INSTANT, '2026-03-16T09:35:00Z'),
    body: provideAndRegister(recipe('xdm', options).parts, include('document@essai')),
  });
  return mtom(request, [{ cid: 'document@essai', name: 'DOCUMENT.XML', content: document }]);
}

function insiAnswer(patient: Patient): string {
  return `<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body>${insiFound(patient)}</soap:Body></soap:Envelope>\n`;
}

function fhirPatient({ ins, family, given, givenList, sex, birthDate, birthPlace }: Patient, id = 'p'): object {
  const core = 'https://hl7.fr/ig/fhir/core/StructureDefinition';
  const listed = [{ url: `${core}/fr-core-patient-birth-list-given-name`, valueString: givenList }];
  const place = { url: `${core}/fr-core-address-insee-code`, valueCoding: { code: birthPlace.code } };
  return {
    resourceType: 'Patient',
    id,
    extension: [
      { url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace', valueAddress: { extension: [place] } },
    ],
    identifier: [{ use: 'official', system: `urn:oid:${ins?.oid}`, value: ins?.matricule }],
    name: [{ use: 'official', family, given: [given], extension: listed }],
    gender: sex === 'F' ? 'female' : 'male',
    birthDate: birthDate.replace(/(....)(..)(..)/, '$1-$2-$3'),
  };
}
