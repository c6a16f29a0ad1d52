import type { HttpHead } from '../http/dump.js';
import type { MailHeader } from '../mail/mail.js';
import type { XmlDocument, XmlElement } from '../xml/tree.js';
import type { WsAddressing } from './addressing.js';
import type { SoapBody } from './body.js';
import type { SoapDocument } from './documents.js';
import type { CallContexts } from './insi.js';
import type { WsSecurity } from './security.js';

/** SOAP messages: one, unless the file is the dump of an HTTP exchange. */
export interface SoapContent {
  /** In the order of the file. */
  readonly messages: readonly SoapMessage[];
}

/** A message, or a lone SAML assertion, which has no envelope: `version` is undefined, and `security` holds it. */
export interface SoapMessage {
  /** `1.1`: http://schemas.xmlsoap.org/soap/envelope/; `1.2`: http://www.w3.org/2003/05/soap-envelope. */
  readonly version: '1.1' | '1.2' | undefined;
  /** The envelope's XML: its lines are those of the file, unless the part was itself encoded. */
  readonly document: XmlDocument;
  /** Start line and header fields, when the file has them. */
  readonly http: HttpHead | undefined;
  /** Header fields of the MIME part that holds the envelope; empty for bare XML. */
  readonly partHeaders: readonly MailHeader[];
  /** Parts beside the envelope, in order. */
  readonly attachments: readonly SoapAttachment[];
  /** Element children of the SOAP header, in order. */
  readonly headers: readonly XmlElement[];
  readonly addressing: WsAddressing;
  readonly security: WsSecurity | undefined;
  /** Contexts of the services of the Assurance Maladie, empty elsewhere. */
  readonly contexts: CallContexts;
  readonly body: SoapBody;
  /** Documents that the body holds (ITI-41, ITI-43), in order. */
  readonly documents: readonly SoapDocument[];
}

/** A MIME part beside the envelope (XOP 1.0; SOAP MTOM). */
export interface SoapAttachment {
  /** Without its angle brackets. */
  readonly contentId: string | undefined;
  readonly mediaType: string;
  readonly headers: readonly MailHeader[];
  /** Name of the child artifact, after the container's `!`. */
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha1: string;
  /** Line of the part's headers. */
  readonly line: number;
  /** The `ds:Signature` that the part is. */
  readonly signature: XmlElement | undefined;
}
