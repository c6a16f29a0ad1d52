import type { Artifact } from '../../artifacts/artifact.js';
import type { CdaSection } from '../../artifacts/cda/section.js';
import { XmlElement, XmlText } from '../../artifacts/xml/tree.js';
import { isInsOid } from '../../identity/oids.js';
import { placeIn } from '../context.js';
import { defineCheck, type Need, type RawFinding, type Rule } from '../define.js';
import { carriedDocuments } from '../mails/carried-documents.js';
import { daysOf } from '../mails/days-of.js';
import { isTransmission } from '../mails/sending.js';
import { textOfPdf } from '../mails/text-of-pdf.js';
import { copiesOf } from './pdf/copies.js';
import { ShownText } from './pdf/shown-text.js';

type RuleName =
  | 'another'
  | 'title'
  | 'type'
  | 'date'
  | 'act-date'
  | 'author'
  | 'custodian'
  | 'patient'
  | 'matricule'
  | 'section';
type Found = RawFinding<RuleName>;

/** A text that the copy must show. */
interface Wanted {
  readonly rule: RuleName;
  readonly node: XmlElement;
  /** All of them, or for a day, `AAAAMMJJ`, one of them. */
  readonly texts: readonly string[];
  readonly as: 'words' | 'day' | 'identifier';
}

/** The answer of the ANS wants all of it; a text may be there and not come out of the PDF, so that none is an error. */
const SHOWN: Rule = {
  severity: 'warning',
  mark: 'primary',
  clause: 'FAQ ANS, PDF joint à un courriel MSSanté ; Référentiel socle MSSanté #2 v1.0, ECO.2.1.5',
  samples: null,
};

/** What the examples edit: the text of the PDF. */
const COPY = { base: 'mail-n3', part: 'pdf' } as const;

/** What share of its document a copy lacks when it is no copy of it. */
const MOSTLY = 0.6;

const COPY_SECTION = '1.2.250.1.213.1.1.2.243';

/** The PDF copy of a document of level 3 shows what the document says: its header, and the text of each section. */
export const pdfText = defineCheck({
  id: 'mss/pdf-text',
  on: 'mail',
  rules: {
    another: SHOWN,
    title: SHOWN,
    type: SHOWN,
    date: SHOWN,
    'act-date': SHOWN,
    author: SHOWN,
    custodian: SHOWN,
    patient: SHOWN,
    matricule: SHOWN,
    section: SHOWN,
  },
  examples: [
    {
      rule: 'another',
      base: 'mail-n3',
      part: 'copy',
      good: '{pdf}',
      bad: '%pdfa 1B\nUn document qui n’est pas celui-là.',
    },
    {
      rule: 'title',
      ...COPY,
      good: "%pdfa 1B\nCompte rendu d'examens biologiques",
      bad: '%pdfa 1B\nRésultats du laboratoire',
    },
    { rule: 'type', ...COPY, good: "Type de document : CR d'examens biologiques\n", bad: '' },
    { rule: 'date', ...COPY, good: 'Date et heure de création : 17/03/2026', bad: 'Imprimé le 18/03/2026' },
    { rule: 'act-date', ...COPY, good: "Date de l'acte : 16/03/2026 09:00\n", bad: '' },
    { rule: 'author', ...COPY, good: 'Auteur : Dr Hugo BERNARD\nResponsable : Dr Hugo BERNARD\n', bad: '' },
    { rule: 'custodian', ...COPY, good: 'Organisation conservant le document : Laboratoire des Essais\n', bad: '' },
    { rule: 'patient', ...COPY, good: 'Patient : TEST-ALPHA CAMILLE, née', bad: 'Patient : A. C., née' },
    { rule: 'matricule', ...COPY, good: '285076311399048', bad: 'non communiqué' },
    { rule: 'section', ...COPY, good: 'Potassium | 5,4 mmol/L | 3,5 - 5,1', bad: '' },
  ],
  run(mail) {
    const structured = carriedDocuments(mail).filter(({ cda }) => cda.content.body?.level === 3);
    if (structured.length === 0 || !isTransmission(mail)) return { evaluated: 0, findings: [], applies: false };
    const findings: Found[] = [];
    const needs: Need[] = [];
    let evaluated = 0;
    for (const { document, copy } of copiesOf(mail).pairs) {
      // An encrypted copy is no PDF/A: mss/pdf-copies says it.
      if (document.cda.content.body?.level !== 3 || !copy.pdf || copy.pdf.content.encrypted) continue;
      const read = textOfPdf(copy.pdf);
      if ('code' in read) {
        needs.push(read);
        continue;
      }
      const shown = new ShownText(read.text);
      const wanted = [...headerOf(document.cda), ...sectionsOf(document.cda)];
      evaluated += wanted.length;
      const absent = wanted.flatMap((each) => judge(document.cda, copy.pdf?.path ?? '', shown, each));
      // One fault, told once: the PDF is that of something else.
      if (absent.length > wanted.length * MOSTLY)
        findings.push({
          rule: 'another',
          at: placeIn(copy.pdf),
          args: { absent: absent.length, wanted: wanted.length },
        });
      else findings.push(...absent);
    }
    return { evaluated, findings, ...(needs.length > 0 && { needs }) };
  },
});

function judge(cda: Artifact<'cda'>, pdf: string, shown: ShownText, { rule, node, texts, as }: Wanted): Found[] {
  const missing = missingOf(shown, texts, as);
  if (missing === undefined) return [];
  const words = as === 'words' ? shown.missing(missing).join(' ') : missing;
  // Of what a section says of a patient's health, enough to find it.
  const most = rule === 'section' ? 40 : 200;
  return [
    {
      rule,
      at: placeIn(cda, cda.content.document.locate(node)),
      args: { pdf, words: shortened(words, most) },
      actual: shortened(missing, most),
    },
  ];
}

function missingOf(shown: ShownText, texts: readonly string[], as: Wanted['as']): string | undefined {
  if (as === 'day') return texts.some((day) => shown.showsDay(day)) ? undefined : texts[0];
  if (as === 'identifier') return texts.find((text) => !shown.showsIdentifier(text));
  return texts.find((text) => shown.missing(text).length > 0);
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function headerOf(cda: Artifact<'cda'>): Wanted[] {
  const { root, code, patients } = cda.content;
  const [patient] = patients;
  const wanted: Wanted[] = [];
  const add = (
    rule: RuleName,
    node: XmlElement | undefined,
    texts: readonly (string | undefined)[],
    as: Wanted['as'] = 'words',
  ) => {
    const told = texts.filter((text): text is string => text !== undefined && /[\p{L}\p{N}]/u.test(text));
    if (node && told.length > 0) wanted.push({ rule, node, texts: told, as });
  };
  const title = root.first('title');
  add('title', title, [title?.normalizedText]);
  add('type', code?.node, [code?.displayName]);
  const made = root.first('effectiveTime');
  add('date', made, daysOf(made?.attribute('value')), 'day');
  const act = root.first('documentationOf', 'serviceEvent', 'effectiveTime', 'low');
  add('act-date', act, daysOf(act?.attribute('value')), 'day');
  // Most often the author is responsible too.
  const people = [...root.all('author', 'assignedAuthor'), ...root.all('legalAuthenticator', 'assignedEntity')];
  for (const [name, role] of new Map(people.map((each) => [nameOf(each), each]))) add('author', role, [name]);
  const custodian = root.first('custodian', 'assignedCustodian', 'representedCustodianOrganization', 'name');
  add('custodian', custodian, [custodian?.normalizedText]);
  add('patient', patient?.node, [patient?.birthName?.normalizedText, patient?.firstGiven?.normalizedText]);
  add('patient', patient?.birthTime, daysOf(patient?.birthTime?.attribute('value')), 'day');
  const ins = patient?.ids.find(({ root: oid }) => isInsOid(oid));
  add('matricule', ins?.node, [ins?.extension], 'identifier');
  return wanted;
}

/** Family name of a person; without any, what the device or the organisation is called. */
function nameOf(role: XmlElement): string | undefined {
  const name =
    role.first('assignedPerson', 'name', 'family') ??
    role.first('assignedPerson', 'name') ??
    role.first('assignedAuthoringDevice', 'softwareName') ??
    role.first('representedOrganization', 'name');
  return name?.normalizedText;
}

/** The texts that people read in the sections, those of its PDF copy excepted: one thing to look for a section. */
function sectionsOf({ content: { body } }: Artifact<'cda'>): Wanted[] {
  return body?.level === 3 ? body.sections.flatMap(textsOfSection) : [];
}

function textsOfSection({ text, templateIds, sections }: CdaSection): Wanted[] {
  if (templateIds.some(({ root }) => root === COPY_SECTION)) return [];
  const texts = text ? [...textsIn(text)].filter((each) => /[\p{L}\p{N}]/u.test(each)) : [];
  return [
    ...(text && texts.length > 0 ? [{ rule: 'section', node: text, texts, as: 'words' } as const] : []),
    ...sections.flatMap(textsOfSection),
  ];
}

/** Cell by cell, paragraph by paragraph: together, the words of neighbours would be one. */
function* textsIn(node: XmlElement): Generator<string> {
  for (const child of node.childNodes) {
    if (child instanceof XmlText) yield child.data.replace(/\s+/g, ' ').trim();
    else if (child instanceof XmlElement) yield* textsIn(child);
  }
}
