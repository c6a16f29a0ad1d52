import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { patients } from '../../fixtures/make/patients.js';
import { DOSSIERS } from './cli.js';
import { remRequirement } from './rem-values.js';
import { remXlsx } from './rem-workbooks.js';

const { family, given, birthDate, ins } = patients.alpha;
const matricule = ins?.matricule ?? '';

/** Whoever writes a name writes this: a name, a matricule, a birth date and a mailbox. */
export const TOLD = `Mme ${family} ${given} ${birthDate} ${matricule}@patient.mssante.fr`;

/** Files of the bundled dossier under names that tell who the patient is; `/` makes folders of it. */
const RENAMED: Readonly<Record<string, string>> = {
  'mail/sent/01-confrere.eml': `mail/${TOLD}/${family}_${given}.eml`,
  'cda/consultation.xml': `cda/${given} ${family}/${birthDate}.xml`,
  'dmp/consultation.har': `dmp/${matricule}.har`,
  'preuves/ins/INS-PSC.01.01.01.png': `preuves/${TOLD}.png`,
  'preuves/mss/MSS-CONF.15.01.03.xml': `preuves/mss/${family}-${given}.xml`,
  'preuves/mss/MSS-CONF.02.01.01.pdf': `preuves/${given.toLowerCase()} ${family.toLowerCase()}/${matricule}.${birthDate}`,
};

const HOUSE = `requirement: MAISON/CDA.01
title: { fr: "Règle de ${TOLD}", en: "Rule of ${TOLD}" }
chapter: "Chapitre de ${TOLD}"
function: "Fonction de ${TOLD}"
nature: exigence
source: { mark: primary, date: "2026-11-21", clause: "Clause de ${TOLD}" }
applies: { wave: 2, corridors: [LGC] }
verifiable: artifact
scenarios:
  - id: MAISON/CDA.01.01
    title: { fr: "Scénario de ${TOLD}", en: "Scenario of ${TOLD}" }
    artifacts:
      given: { kind: cda }
    steps:
      - title: { fr: "Étape de ${TOLD}", en: "Step of ${TOLD}" }
        checks:
          - { language: xpath, each: "descendant::cda:author", test: "false()", on: given, message: { fr: "Constat de ${TOLD}", en: "Finding of ${TOLD}" } }
          - { language: xpath, each: "descendant::cda:nothing[. = '${family}']", test: "true()", on: given }
    evidence:
      - { id: MAISON/CDA.01.01.01, kind: document, review: { fr: "Preuve de ${TOLD}", en: "Proof of ${TOLD}" } }
`;

const AVIS = `opinions:
  - { on: MSS/CONF.25.01.01, decision: question, by: "${TOLD}", date: 2026-11-20, text: "Vu avec ${TOLD}" }
  - { on: ffffffffffffffff, decision: refused, by: "${TOLD}", date: 2026-11-20, text: "De ${TOLD}" }
derogations:
  - { on: MAISON/CDA.01.01.01, by: "${TOLD}", date: 2026-11-20, until: 2026-11-21, text: "Pour ${TOLD}" }
`;

/** What a report that hides nothing must show, as it is written. */
export const TOLD_PLACES: readonly string[] = [
  ...Object.values(RENAMED),
  ...['Éditeur de', 'Logiciel de', 'Règle de', 'Chapitre de', 'Fonction de', 'Clause de', 'Scénario de', 'Étape de'],
  ...['Constat de', 'Preuve de', 'Vu avec', 'Pour', 'inconnu de'],
].map((each) => (each.includes('/') ? each : `${each} ${TOLD}`));

/** A manifest that declares the patient. */
export const DECLARING = `candidate: { vendor: A, product: B, version: "1" }
applies: { wave: 2, corridor: LGC }
patients:
  - { id: A, status: validée, matricule: "${matricule}", birth-name: ${family}, first-given: ${given}, birth-date: "1985-07-14" }
`;

/** Name of the workbook of a dossier that tells who a patient is. */
export const NAMED_REM = `REM ${TOLD}.xlsx`;

/** Makes, in a folder, a dossier that tells who its patients are wherever a vendor may write it; gives its path. */
export function namedDossier(folder: string): string {
  // Where it stands is told by formats that show places in a repository.
  const dossier = join(folder, `${family} ${given}`, `dossier de ${matricule}`);
  cpSync(join(DOSSIERS, 'lgc-failing'), dossier, { recursive: true });
  let manifest = readFileSync(join(dossier, 'segur.yaml'), 'utf8');
  for (const [from, to] of Object.entries(RENAMED)) {
    mkdirSync(dirname(join(dossier, to)), { recursive: true });
    renameSync(join(dossier, from), join(dossier, to));
    manifest = manifest.replaceAll(`path: ${from},`, `path: "${to}",`).replaceAll(`: ${from}\n`, `: "${to}"\n`);
  }
  manifest = manifest
    .replace('vendor: Modèle Santé', `vendor: "Éditeur de ${TOLD}"`)
    .replace('product: Modèle Cabinet', `product: "Logiciel de ${TOLD}"`)
    .replace('version: 2.0.1', `version: "2.0.1 ${family}"`)
    .replace(
      /permalink: "[^"]*4457"/,
      `permalink: "https://interop.referencement.esante.gouv.fr/evs/?p=${family}%20${given}&i=${matricule}"`,
    )
    .replace('by: responsable conformité', `by: "${TOLD}"`)
    .replace(/text: "Modèle Santé/, `text: "${TOLD}`)
    .replace('\napplies:', `\nscenarios: ["maison/${family}/*.yaml"]\n\napplies:`);
  const files: Readonly<Record<string, string>> = {
    'segur.yaml': manifest,
    'avis.yaml': AVIS,
    [`maison/${family}/${given}.yaml`]: HOUSE,
    [`${TOLD}/illisible.xml`]: '<ClinicalDocument xmlns="urn:hl7-org:v3"><recordTarget>',
    [`inconnu de ${TOLD}.bin`]: '\u0001\u0002',
    [`annexe/${TOLD}.txt`]: 'x',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dossier, path)), { recursive: true });
    writeFileSync(join(dossier, path), text);
  }
  return dossier;
}

/** A workbook of the corridor, of fictitious requirements. */
export function namedRem(): Promise<Uint8Array> {
  return remXlsx([
    remRequirement('MSS/CONF.25', { chapter: 'Envoyer' }, [
      ['MSS/CONF.25.01', 'Un scénario fictif', [['MSS/CONF.25.01.01', 'Une preuve fictive']]],
    ]),
  ]);
}
