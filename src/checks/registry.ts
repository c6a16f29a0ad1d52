import { actCodes } from './cda/act-codes.js';
import { acts } from './cda/acts.js';
import { annex3Coverage } from './cda/annex-3-coverage.js';
import { annex3Type } from './cda/annex-3-type.js';
import { author } from './cda/author.js';
import { bodyN1 } from './cda/body-n1.js';
import { bodyN3 } from './cda/body-n3.js';
import { businessAcknowledgement } from './cda/business-acknowledgement.js';
import { confidentiality } from './cda/confidentiality.js';
import { contactDetails } from './cda/contact-details.js';
import { custodian } from './cda/custodian.js';
import { dmpIdentifier } from './cda/dmp-identifier.js';
import { documentIdentity } from './cda/document-identity.js';
import { documentSignature } from './cda/document-signature.js';
import { encounter } from './cda/encounter.js';
import { fileForm } from './cda/file-form.js';
import { headerTimes } from './cda/header-times.js';
import { legalAuthenticator } from './cda/legal-authenticator.js';
import { mailForwarded } from './cda/mail-forwarded.js';
import { mailReceipt } from './cda/mail-receipt.js';
import { minimalStructure } from './cda/minimal-structure.js';
import { nullFlavors } from './cda/null-flavors.js';
import { orders } from './cda/orders.js';
import { partialThenComplete } from './cda/partial-then-complete.js';
import { participants } from './cda/participants.js';
import { patientDetails } from './cda/patient-details.js';
import { pdfCopy } from './cda/pdf-copy.js';
import { peopleCodes } from './cda/people-codes.js';
import { peopleIdentifiers } from './cda/people-identifiers.js';
import { peopleNames } from './cda/people-names.js';
import { recordTarget } from './cda/record-target.js';
import { stylesheetSafety } from './cda/stylesheet-safety.js';
import { stylesheetSections } from './cda/stylesheet-sections.js';
import { transportAcknowledgement } from './cda/transport-acknowledgement.js';
import { transportDocument } from './cda/transport-document.js';
import { transportMessage } from './cda/transport-message.js';
import { transportMetadata } from './cda/transport-metadata.js';
import { typeCode } from './cda/type-code.js';
import { versions } from './cda/versions.js';
import { volet } from './cda/volet.js';
import type { Check } from './define.js';
import { accessCheckedFirst } from './dmp/access-checked-first.js';
import { actingUser } from './dmp/acting-user.js';
import { associations } from './dmp/associations.js';
import { authorization } from './dmp/authorization.js';
import { automaticAuthorization } from './dmp/automatic-authorization.js';
import { documentAndEntry } from './dmp/document-and-entry.js';
import { documentEntry } from './dmp/document-entry.js';
import { entryHistory } from './dmp/entry-history.js';
import { entryUpdate } from './dmp/entry-update.js';
import { existenceTest } from './dmp/existence-test.js';
import { historicalDate } from './dmp/historical-date.js';
import { historicalMetadata } from './dmp/historical-metadata.js';
import { historicalPatient } from './dmp/historical-patient.js';
import { legalEntityAuthor } from './dmp/legal-entity-author.js';
import { lifeCycle } from './dmp/life-cycle.js';
import { masking } from './dmp/masking.js';
import { messageForm } from './dmp/message-form.js';
import { multiCriteriaSearch } from './dmp/multi-criteria-search.js';
import { noAuthorizationToFeed } from './dmp/no-authorization-to-feed.js';
import { patientList } from './dmp/patient-list.js';
import { pscUser } from './dmp/psc-user.js';
import { publication } from './dmp/publication.js';
import { retrieval } from './dmp/retrieval.js';
import { reusedIds } from './dmp/reused-ids.js';
import { sameAct } from './dmp/same-act.js';
import { search } from './dmp/search.js';
import { secretConnection } from './dmp/secret-connection.js';
import { signatureEntry } from './dmp/signature-entry.js';
import { submissionCertificate } from './dmp/submission-certificate.js';
import { submissionSet } from './dmp/submission-set.js';
import { submissionSignature } from './dmp/submission-signature.js';
import { uniqueIds } from './dmp/unique-ids.js';
import { vihf } from './dmp/vihf.js';
import { vihfAndMessage } from './dmp/vihf-and-message.js';
import { vihfCertificate } from './dmp/vihf-certificate.js';
import { vihfSignature } from './dmp/vihf-signature.js';
import { xdmDocuments } from './dmp/xdm-documents.js';
import { xdmLayout } from './dmp/xdm-layout.js';
import { DOSSIER_CHECKS } from './dossier-checks.js';
import { pdsmAndMetadata } from './fhir/pdsm-and-metadata.js';
import { pdsmBundle } from './fhir/pdsm-bundle.js';
import { pdsmDocumentReference } from './fhir/pdsm-document-reference.js';
import { pdsmSimplifiedPublish } from './fhir/pdsm-simplified-publish.js';
import { pdsmSubmissionSet } from './fhir/pdsm-submission-set.js';
import { pdsmUpdate } from './fhir/pdsm-update.js';
import { profile as fhirProfile } from './fhir/profile.js';
import { structure as fhirStructure } from './fhir/structure.js';
import { callIdentity } from './ins/call-identity.js';
import { datamatrixIdentity } from './ins/datamatrix-identity.js';
import { documentIdentity as insDocumentIdentity } from './ins/document-identity.js';
import { feedCreation } from './ins/feed-creation.js';
import { feedDeletion } from './ins/feed-deletion.js';
import { feedUnqualified } from './ins/feed-unqualified.js';
import { insiEmptyTrait } from './ins/insi-empty-trait.js';
import { insiIncompleteDate } from './ins/insi-incomplete-date.js';
import { insiPscUser } from './ins/insi-psc-user.js';
import { insiRequest } from './ins/insi-request.js';
import { insiResponse } from './ins/insi-response.js';
import { insiTraitsKept } from './ins/insi-traits-kept.js';
import { mailboxIdentity } from './ins/mailbox-identity.js';
import { messageIdentity } from './ins/message-identity.js';
import { messageReception } from './ins/message-reception.js';
import { messageStatus } from './ins/message-status.js';
import { metadataIdentity } from './ins/metadata-identity.js';
import { qualifiedMessage } from './ins/qualified-message.js';
import { resourceIdentity } from './ins/resource-identity.js';
import { strictTraitChange } from './ins/strict-trait-change.js';
import { unqualifiedArchive } from './ins/unqualified-archive.js';
import { unqualifiedDocument } from './ins/unqualified-document.js';
import { unqualifiedMail } from './ins/unqualified-mail.js';
import { unqualifiedMessage } from './ins/unqualified-message.js';
import { unqualifiedResource } from './ins/unqualified-resource.js';
import { usedNameChange } from './ins/used-name-change.js';
import { applicativeLogin } from './mss/applicative-login.js';
import { autoconfiguration } from './mss/autoconfiguration.js';
import { automaticSending } from './mss/automatic-sending.js';
import { charset } from './mss/charset.js';
import { codecdaHeader } from './mss/codecda-header.js';
import { deletionNotice } from './mss/deletion-notice.js';
import { deliveryReport } from './mss/delivery-report.js';
import { deliveryRequest } from './mss/delivery-request.js';
import { directorySearch } from './mss/directory-search.js';
import { documentRecipients } from './mss/document-recipients.js';
import { exchangeEnd } from './mss/exchange-end.js';
import { insHeader } from './mss/ins-header.js';
import { integrationError } from './mss/integration-error.js';
import { laboratoryReport } from './mss/laboratory-report.js';
import { mesHeader } from './mss/mes-header.js';
import { messageBody } from './mss/message-body.js';
import { messageForm as mailForm } from './mss/message-form.js';
import { messageId } from './mss/message-id.js';
import { messageSize } from './mss/message-size.js';
import { nilHeader } from './mss/nil-header.js';
import { onePatient } from './mss/one-patient.js';
import { patientAddress } from './mss/patient-address.js';
import { pdfCopies } from './mss/pdf-copies.js';
import { pdfFile } from './mss/pdf-file.js';
import { pdfName } from './mss/pdf-name.js';
import { pdfText } from './mss/pdf-text.js';
import { platformMail } from './mss/platform-mail.js';
import { platformMasking } from './mss/platform-masking.js';
import { readingReceipt } from './mss/reading-receipt.js';
import { receiptRequest } from './mss/receipt-request.js';
import { receivedMail } from './mss/received-mail.js';
import { replacement } from './mss/replacement.js';
import { reply } from './mss/reply.js';
import { senderLabel } from './mss/sender-label.js';
import { serverCertificate } from './mss/server-certificate.js';
import { sessionEnd } from './mss/session-end.js';
import { sessionReopened } from './mss/session-reopened.js';
import { starttls } from './mss/starttls.js';
import { subjectContent } from './mss/subject-content.js';
import { subjectForm } from './mss/subject-form.js';
import { tlsSession } from './mss/tls-session.js';
import { traceAndMail } from './mss/trace-and-mail.js';
import { traceContent } from './mss/trace-content.js';
import { traceFields } from './mss/trace-fields.js';
import { traceOperations } from './mss/trace-operations.js';
import { traceReception } from './mss/trace-reception.js';
import { xdmAttachment } from './mss/xdm-attachment.js';
import { xoauth2 } from './mss/xoauth2.js';
import { accessToken } from './psc/access-token.js';
import { acrValues } from './psc/acr-values.js';
import { apiCall } from './psc/api-call.js';
import { apiToken } from './psc/api-token.js';
import { authorizationRequest } from './psc/authorization-request.js';
import { automaticLogout } from './psc/automatic-logout.js';
import { callback } from './psc/callback.js';
import { cibaRequest } from './psc/ciba-request.js';
import { clientAuthentication } from './psc/client-authentication.js';
import { environment } from './psc/environment.js';
import { idToken } from './psc/id-token.js';
import { introspection } from './psc/introspection.js';
import { loginAgain } from './psc/login-again.js';
import { logout } from './psc/logout.js';
import { oneAccount } from './psc/one-account.js';
import { refresh } from './psc/refresh.js';
import { sameProfessional } from './psc/same-professional.js';
import { sessionDurations } from './psc/session-durations.js';
import { sessionTrace } from './psc/session-trace.js';
import { tokenExchange } from './psc/token-exchange.js';
import { tokenExposure } from './psc/token-exposure.js';
import { tokenInLog } from './psc/token-in-log.js';
import { tokenRequest } from './psc/token-request.js';
import { tokenSignature } from './psc/token-signature.js';
import { userinfo } from './psc/userinfo.js';
import { userinfoCodes } from './psc/userinfo-codes.js';
import { userinfoIdentity } from './psc/userinfo-identity.js';

/** Every check, by domain. A new check is one file and one line here. */
export const ALL_CHECKS: readonly Check[] = [
  minimalStructure,
  documentIdentity,
  recordTarget,
  patientDetails,
  contactDetails,
  author,
  custodian,
  legalAuthenticator,
  participants,
  peopleCodes,
  peopleIdentifiers,
  peopleNames,
  nullFlavors,
  fileForm,
  typeCode,
  confidentiality,
  versions,
  headerTimes,
  acts,
  actCodes,
  encounter,
  orders,
  dmpIdentifier,
  volet,
  bodyN1,
  bodyN3,
  pdfCopy,
  documentSignature,
  annex3Type,
  annex3Coverage,
  transportMessage,
  transportDocument,
  transportMetadata,
  transportAcknowledgement,
  businessAcknowledgement,
  mailForwarded,
  mailReceipt,
  unqualifiedDocument,
  unqualifiedArchive,
  unqualifiedMail,
  feedCreation,
  feedUnqualified,
  feedDeletion,
  strictTraitChange,
  usedNameChange,
  messageReception,
  qualifiedMessage,
  callIdentity,
  insiRequest,
  insiResponse,
  insiTraitsKept,
  insiIncompleteDate,
  insiEmptyTrait,
  insiPscUser,
  insDocumentIdentity,
  metadataIdentity,
  mailboxIdentity,
  messageIdentity,
  messageStatus,
  unqualifiedMessage,
  resourceIdentity,
  unqualifiedResource,
  datamatrixIdentity,
  historicalDate,
  historicalMetadata,
  historicalPatient,
  actingUser,
  accessCheckedFirst,
  automaticAuthorization,
  noAuthorizationToFeed,
  multiCriteriaSearch,
  pscUser,
  legalEntityAuthor,
  secretConnection,
  partialThenComplete,
  stylesheetSections,
  stylesheetSafety,
  xdmLayout,
  submissionCertificate,
  submissionSignature,
  vihfCertificate,
  vihfSignature,
  xdmDocuments,
  fhirStructure,
  pdsmBundle,
  pdsmSubmissionSet,
  pdsmDocumentReference,
  pdsmSimplifiedPublish,
  pdsmUpdate,
  pdsmAndMetadata,
  documentAndEntry,
  sameAct,
  submissionSet,
  documentEntry,
  associations,
  lifeCycle,
  masking,
  uniqueIds,
  reusedIds,
  signatureEntry,
  messageForm,
  publication,
  existenceTest,
  authorization,
  patientList,
  search,
  retrieval,
  entryUpdate,
  entryHistory,
  vihf,
  vihfAndMessage,
  fhirProfile,
  subjectForm,
  subjectContent,
  codecdaHeader,
  insHeader,
  nilHeader,
  mesHeader,
  onePatient,
  xdmAttachment,
  pdfCopies,
  traceFields,
  traceOperations,
  traceContent,
  traceAndMail,
  traceReception,
  directorySearch,
  documentRecipients,
  laboratoryReport,
  replacement,
  deletionNotice,
  platformMail,
  platformMasking,
  receivedMail,
  pdfFile,
  pdfName,
  pdfText,
  messageBody,
  charset,
  messageId,
  mailForm,
  messageSize,
  senderLabel,
  automaticSending,
  deliveryRequest,
  receiptRequest,
  patientAddress,
  reply,
  readingReceipt,
  integrationError,
  exchangeEnd,
  deliveryReport,
  tlsSession,
  serverCertificate,
  starttls,
  xoauth2,
  applicativeLogin,
  sessionEnd,
  sessionReopened,
  autoconfiguration,
  authorizationRequest,
  callback,
  oneAccount,
  sameProfessional,
  tokenInLog,
  sessionTrace,
  tokenRequest,
  clientAuthentication,
  tokenExposure,
  idToken,
  tokenSignature,
  accessToken,
  logout,
  loginAgain,
  refresh,
  sessionDurations,
  automaticLogout,
  cibaRequest,
  userinfo,
  userinfoIdentity,
  userinfoCodes,
  introspection,
  environment,
  acrValues,
  tokenExchange,
  apiToken,
  apiCall,
];

/** What scenarios may name, and what can be explained. */
export const KNOWN_CHECKS: readonly Check[] = [...ALL_CHECKS, ...DOSSIER_CHECKS];

const BY_ID = new Map(KNOWN_CHECKS.map((check) => [check.id, check]));

export function checkById(id: string): Check | undefined {
  return BY_ID.get(id);
}
