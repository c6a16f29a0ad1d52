import { X509Certificate } from 'node:crypto';
import { fhirPackage } from '../../fixtures/make/fhir-package.js';
import { productReference } from '../../fixtures/make/mail-parts.js';
import { patients } from '../../fixtures/make/patients.js';
import { type Base, type Recipe, type RecipeOptions, recipe } from '../../fixtures/make/recipe.js';
import { testCertificates } from '../../fixtures/make/test-certificates.js';
import type { Declaration } from '../../src/artifacts/artifact.js';
import type { AnnexDocument, CheckContext } from '../../src/checks/context.js';
import type { ExampleBase } from '../../src/checks/example-base.js';
import { readFhirPackage } from '../../src/packs/fhir/package.js';
import { withPackages } from '../../src/packs/fhir/package-definitions.js';
import { R4 } from '../../src/packs/fhir/r4-definitions.js';
import { validateJson } from '../../src/packs/validate-json.js';

/** What an example of a check is made from: a conforming recipe, and what a vendor would declare of it. */
export interface ExampleRecipe {
  readonly recipe: Recipe;
  readonly declared: Declaration;
  /** What is declared of one file beside. */
  readonly own: Readonly<Record<string, Declaration>>;
  readonly context: CheckContext;
}

interface Entry {
  readonly base: Base;
  readonly options?: RecipeOptions;
  readonly declared?: Declaration;
  readonly own?: Readonly<Record<string, Declaration>>;
  readonly annex3?: readonly AnnexDocument[];
  readonly environment?: CheckContext['environment'];
  readonly conditions?: CheckContext['conditions'];
  /** Judged with our own FHIR package. */
  readonly packaged?: boolean;
}

const UNQUALIFIED = { patient: patients.delta };

const SENT = { role: 'outgoing' } as const;

/** All is sent but what is received. */
const FEED = { declared: { role: 'outgoing' }, own: { 'received.hl7': { role: 'incoming' } } } as const;

/** A mail and its acknowledgements are received by the platform, which sends all the rest. */
const DELIVERY = {
  declared: { role: 'outgoing', patient: 'A' },
  own: { 'message.eml': { role: 'incoming' }, 'ack.hl7': { role: 'incoming' }, 'ack2.hl7': { role: 'incoming' } },
  annex3: [
    { code: '11488-4', level: 'N1' },
    { code: 'PRESC-BIO', level: 'N1' },
  ],
} as const;

/** What a practice sends; it receives its correspondent's mails and what the server reports. */
const CONVERSATION = {
  declared: { role: 'outgoing', mailbox: 'PER', patient: 'A' },
  own: {
    'patient.eml': { 'no-reply': true },
    'receipt.eml': { role: 'incoming' },
    'delivery.eml': { role: 'incoming' },
    'question.eml': { role: 'incoming' },
    'automatic.eml': { mailbox: 'APP' },
  },
  annex3: [
    { code: '11488-4', level: 'N1' },
    { code: 'PRESC-BIO', level: 'N1' },
  ],
} as const;

/** A message is received by the platform, which sends the mails that it asks for. */
const PLATFORM = {
  declared: { role: 'outgoing', mailbox: 'APP', patient: 'A' },
  own: { 'message.hl7': { role: 'incoming' } },
} as const;

const ENTRIES: Readonly<Record<ExampleBase, Entry>> = {
  'cda-n1': { base: 'cda-n1' },
  'cda-n3': { base: 'cda-n3', annex3: [{ code: '11502-2', level: 'N3' }] },
  'cda-unqualified': { base: 'cda-n1', options: UNQUALIFIED, declared: { patient: 'B' } },
  'cda-historical': { base: 'cda-n1', options: { historical: true }, declared: { role: 'historical', patient: 'A' } },
  'cda-replacement': { base: 'cda-n1', options: { replacement: true } },
  'cda-imaging': {
    base: 'cda-n1',
    options: { code: '18748-4' },
    annex3: [{ code: '18748-4', level: 'N1' }],
  },
  'cda-for-dmp': { base: 'cda-n1', options: { forDmp: true } },
  'cda-signed': { base: 'cda-n1', options: { wrapper: 'signature' } },
  'cda-self-displaying': { base: 'cda-n1', options: { wrapper: 'stylesheet' } },
  xdm: { base: 'xdm' },
  'xdm-unqualified': { base: 'xdm', options: UNQUALIFIED, declared: { patient: 'B' } },
  'xdm-replacement': { base: 'xdm', options: { replacement: true } },
  'xdm-copies': { base: 'xdm-copies' },
  'xdm-historical': { base: 'xdm', options: { historical: true }, declared: { role: 'historical', patient: 'A' } },
  'xdm-two-levels': {
    base: 'xdm',
    options: { documents: [{ code: '11502-2' }, { level: 3 }] },
    annex3: [
      { code: '11502-2', level: 'N1' },
      { code: '11502-2', level: 'N3' },
    ],
  },
  mail: { base: 'mail', declared: { role: 'outgoing', mailbox: 'PER', patient: 'A' } },
  'mail-two-documents': {
    base: 'mail',
    options: { documents: 2 },
    declared: { role: 'outgoing', mailbox: 'PER', patient: 'A' },
    annex3: [
      { code: '11488-4', level: 'N1' },
      { code: 'PRESC-BIO', level: 'N1' },
    ],
  },
  'mail-plain': {
    base: 'mail',
    options: { withDocuments: false },
    declared: { role: 'outgoing', mailbox: 'PER', patient: 'A' },
  },
  'mail-html': {
    base: 'mail',
    options: { html: true },
    declared: { role: 'outgoing', mailbox: 'PER', patient: 'A' },
  },
  'mail-patient': {
    base: 'mail',
    options: { recipient: 'patient', end: true },
    declared: { role: 'outgoing', mailbox: 'PER', patient: 'A', 'no-reply': true },
  },
  'mail-unqualified': {
    base: 'mail',
    options: UNQUALIFIED,
    declared: { role: 'outgoing', mailbox: 'PER', patient: 'B' },
  },
  'mail-n3': {
    base: 'mail',
    options: { level: 3, date: '20260317103000+0100' },
    declared: { role: 'outgoing', mailbox: 'PER', patient: 'A' },
    annex3: [{ code: '11502-2', level: 'N3' }],
  },
  'mail-same-types': {
    base: 'mail',
    options: { documents: [{}, { code: '11488-4' }] },
    declared: { role: 'outgoing', mailbox: 'PER', patient: 'A' },
  },
  pdf: { base: 'pdf', declared: { role: 'outgoing', patient: 'A' } },
  'mail-conversation': { base: 'mail-conversation', ...CONVERSATION },
  'mail-directory': { base: 'mail-directory', declared: CONVERSATION.declared, own: { 'annuaire.json': {} } },
  'mail-traces': {
    base: 'mail-traces',
    declared: CONVERSATION.declared,
    own: {
      'question.eml': { role: 'incoming' },
      'traces-mss.csv': {
        columns: {
          instant: 'horodatage',
          actor: 'utilisateur',
          action: 'action',
          request: 'demande',
          response: 'reponse',
          mailbox: 'boite',
          message: 'message',
        },
      },
    },
  },
  'mss-connection': { base: 'mss-connection', declared: { mailbox: 'PER' } },
  'mss-connection-production': { base: 'mss-connection-production', declared: {}, environment: 'production' },
  'mss-connection-resumed': { base: 'mss-connection-resumed', declared: { mailbox: 'PER' } },
  'mss-connection-applicative': { base: 'mss-connection-applicative', declared: { mailbox: 'APP' } },
  'hl7v2-adt': { base: 'hl7v2' },
  'hl7v2-document': { base: 'hl7v2-document', declared: {} },
  'hl7v2-results': {
    base: 'hl7v2-results',
    declared: {},
    annex3: [
      { code: '11502-2', level: 'N1' },
      { code: '11502-2', level: 'N3' },
    ],
  },
  'hl7v2-exchange': { base: 'hl7v2-exchange', declared: { role: 'incoming' }, own: { 'request.hl7': SENT } },
  'hl7v2-refusal': { base: 'hl7v2-refusal', declared: { role: 'incoming' }, own: { 'request.hl7': SENT } },
  'hl7v2-removal': { base: 'hl7v2-removal', declared: {} },
  'hl7v2-delivery': { base: 'hl7v2-delivery', ...DELIVERY },
  'hl7v2-delivery-refused': { base: 'hl7v2-delivery-refused', ...DELIVERY },
  'hl7v2-platform': { base: 'hl7v2-platform', ...PLATFORM },
  'hl7v2-platform-removal': { base: 'hl7v2-platform-removal', ...PLATFORM },
  'hl7v2-unqualified': { base: 'hl7v2', options: UNQUALIFIED, declared: { patient: 'B' } },
  'hl7v2-provisional': { base: 'hl7v2', options: UNQUALIFIED, declared: { patient: 'C' } },
  'hl7v2-feed': { base: 'hl7v2-feed', ...FEED },
  'hl7v2-feed-unqualified': { base: 'hl7v2-feed-unqualified', ...FEED },
  'hl7v2-feed-deletion': { base: 'hl7v2-feed-deletion', ...FEED },
  'hl7v2-reception': { base: 'hl7v2-reception', ...FEED },
  'hl7v2-changes': { base: 'hl7v2-changes', declared: { role: 'outgoing' } },
  'soap-publish': { base: 'soap-publish' },
  'soap-replacement': { base: 'soap-publish', options: { replacement: true } },
  'soap-unqualified': { base: 'soap-publish', options: UNQUALIFIED, declared: { patient: 'B' } },
  'dmp-queries': { base: 'dmp-queries' },
  'dmp-exchanges': { base: 'dmp-exchanges' },
  'dmp-publication': { base: 'dmp-publication' },
  'dmp-visit': { base: 'dmp-visit' },
  'dmp-visit-capture': { base: 'dmp-visit-capture' },
  'dmp-feed': { base: 'dmp-feed' },
  'dmp-two-users': {
    base: 'dmp-two-users',
    own: {
      'first.requete.xml': { user: 1 },
      'again.requete.xml': { user: 1 },
      'second.requete.xml': { user: 2 },
    },
  },
  'dmp-psc': { base: 'dmp-psc', own: { 'existence.http': { 'psc-mode': 'web' } } },
  'dmp-secret': { base: 'dmp-secret', declared: {} },
  'xdm-legal-entity': { base: 'xdm-legal-entity', declared: { role: 'historical', patient: 'A' } },
  'cda-partial': { base: 'cda-partial', annex3: [{ code: '11502-2', level: 'N3' }] },
  'cda-with-stylesheet': { base: 'cda-with-stylesheet', annex3: [{ code: '11502-2', level: 'N3' }] },
  insi: { base: 'insi' },
  'insi-export': { base: 'insi-export' },
  'insi-barred': { base: 'insi-barred', declared: {} },
  'insi-psc': {
    base: 'insi-psc',
    own: {
      'insi-traits.request.xml': { 'psc-mode': 'web' },
      'journal.csv': {
        columns: { instant: 'horodatage', actor: 'utilisateur', action: 'action', mode: 'authentification' },
      },
    },
  },
  'psc-web': { base: 'psc-web', declared: { 'psc-mode': 'web', user: 1 } },
  'psc-web-trust-space': {
    base: 'psc-web',
    declared: { 'psc-mode': 'web', user: 1 },
    conditions: { 'psc-trust-space': true },
  },
  'psc-external-browser': { base: 'psc-external-browser', declared: { 'psc-mode': 'external-browser' } },
  'psc-embedded-browser': { base: 'psc-embedded-browser', declared: { 'psc-mode': 'embedded-browser' } },
  'psc-log': {
    base: 'psc-log',
    declared: { 'psc-mode': 'web', user: 1 },
    own: {
      'journal.csv': {
        columns: {
          instant: 'horodatage',
          actor: 'compte',
          professional: 'identifiant',
          action: 'action',
          mode: 'authentification',
        },
      },
    },
  },
  'mss-session': { base: 'mss-session', declared: { mailbox: 'PER' } },
  'psc-introspection': { base: 'psc-introspection', declared: { 'psc-mode': 'web' } },
  'psc-renewal': { base: 'psc-renewal', declared: { 'psc-mode': 'web' } },
  'psc-long-session': {
    base: 'psc-long-session',
    declared: { 'psc-mode': 'web' },
    own: { 'inactivite.har': { 'psc-mode': 'web', logout: 'automatic' } },
  },
  'psc-files': { base: 'psc-files', declared: { 'psc-mode': 'web' } },
  'psc-production': { base: 'psc-production', declared: {}, environment: 'production' },
  'fhir-patient': { base: 'fhir-patient', declared: {} },
  'fhir-patient-2-2': { base: 'fhir-patient-2-2', declared: {} },
  'fhir-unqualified': { base: 'fhir-unqualified', declared: { patient: 'B' } },
  'fhir-pdsm-bundle': { base: 'fhir-pdsm-bundle' },
  'fhir-pdsm-replacement': { base: 'fhir-pdsm-bundle', options: { replacement: true } },
  'fhir-pdsm-and-xdm': { base: 'fhir-pdsm-and-xdm' },
  'fhir-pdsm-simplified': { base: 'fhir-pdsm-simplified' },
  'fhir-profiled': { base: 'fhir-profiled', declared: {}, packaged: true },
  datamatrix: { base: 'datamatrix', declared: {} },
  'psc-ciba': { base: 'psc-ciba', declared: { 'psc-mode': 'ciba', user: 1 } },
  'psc-api': { base: 'psc-api', declared: { 'psc-mode': 'ciba', patient: 'A' } },
};

const PACKAGED = withPackages([readFhirPackage(fhirPackage())]);

/** The recipe of a base that the examples of checks name, with what the vendor declares of it. */
export function exampleRecipe(base: ExampleBase): ExampleRecipe {
  const { base: made, options, declared, own = {}, annex3, packaged, environment = 'test', conditions } = ENTRIES[base];
  const matricule = patients.alpha.ins?.matricule;
  return {
    recipe: recipe(made, options),
    declared: declared ?? { patient: 'A' },
    own,
    context: {
      productReferences: [productReference],
      patients: [
        { id: 'A', status: 'qualifiée', ...(matricule !== undefined && { matricule }) },
        { id: 'B', status: 'récupérée', matricule: '171041305599142' },
        { id: 'C', status: 'provisoire' },
      ],
      annex3: annex3 ?? [{ code: '11488-4', level: 'N1' }],
      environment,
      ...(conditions && { conditions }),
      denyProductionIdentities: false,
      trustAnchors: [new X509Certificate(testCertificates.root)],
      fhir: packaged ? PACKAGED : R4,
      validateJson,
    },
  };
}
