import type { Catalogue } from '../catalogue-shape.js';
import { cda } from './checks/cda.js';
import { cdaHeader } from './checks/cda-header.js';
import { cdaPeople } from './checks/cda-people.js';
import { dmp } from './checks/dmp.js';
import { dmpCoherence } from './checks/dmp-coherence.js';
import { dmpMessages } from './checks/dmp-messages.js';
import { dmpTraces } from './checks/dmp-traces.js';
import { fhir } from './checks/fhir.js';
import { fhirPdsm } from './checks/fhir-pdsm.js';
import { hl7Transport } from './checks/hl7-transport.js';
import { ins } from './checks/ins.js';
import { insDocuments } from './checks/ins-documents.js';
import { insDossier } from './checks/ins-dossier.js';
import { insFeed } from './checks/ins-feed.js';
import { insFhir } from './checks/ins-fhir.js';
import { insHl7v2 } from './checks/ins-hl7v2.js';
import { insInsi } from './checks/ins-insi.js';
import { mss } from './checks/mss.js';
import { mssConnection } from './checks/mss-connection.js';
import { mssConversation } from './checks/mss-conversation.js';
import { mssDirectory } from './checks/mss-directory.js';
import { mssMessage } from './checks/mss-message.js';
import { mssPdf } from './checks/mss-pdf.js';
import { mssPlatform } from './checks/mss-platform.js';
import { mssReplacement } from './checks/mss-replacement.js';
import { mssSender } from './checks/mss-sender.js';
import { mssTraces } from './checks/mss-traces.js';
import { psc } from './checks/psc.js';
import { pscApi } from './checks/psc-api.js';
import { pscIdentity } from './checks/psc-identity.js';
import { pscProtection } from './checks/psc-protection.js';
import { pscTokens } from './checks/psc-tokens.js';
import { pscTrace } from './checks/psc-trace.js';
import { pscUserinfo } from './checks/psc-userinfo.js';
import { signatures } from './checks/signatures.js';
import { xds } from './checks/xds.js';
import { identityWords } from './identity-words.js';
import { official } from './official.js';
import { read } from './read.js';
import { readWords } from './read-words.js';
import { alarms, caveats, expression, legs, needs, partialReasons, reasons } from './reasons.js';
import { report } from './report.js';
import { kindSigns, nearestKind, unrecognised } from './unrecognised.js';

export const english: Catalogue = {
  language: 'en',
  checks: {
    ...cda,
    ...ins,
    ...insDocuments,
    ...insHl7v2,
    ...insFeed,
    ...insFhir,
    ...insInsi,
    ...insDossier,
    ...dmp,
    ...mss,
    ...mssConnection,
    ...mssConversation,
    ...mssDirectory,
    ...mssMessage,
    ...mssPdf,
    ...mssPlatform,
    ...mssReplacement,
    ...mssSender,
    ...mssTraces,
    ...psc,
    ...pscApi,
    ...pscIdentity,
    ...pscProtection,
    ...pscTokens,
    ...pscTrace,
    ...pscUserinfo,
    ...cdaHeader,
    ...cdaPeople,
    ...xds,
    ...dmpCoherence,
    ...dmpMessages,
    ...signatures,
    ...hl7Transport,
    ...dmpTraces,
    ...fhir,
    ...fhirPdsm,
  },
  read,
  readWords,
  identityWords,
  unrecognised,
  nearestKind,
  kindSigns,
  reasons,
  needs,
  legs,
  alarms,
  caveats,
  partialReasons,
  expression,
  official,
  report,
};
