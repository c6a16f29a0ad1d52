import type { XmlElement } from '../xml/tree.js';
import { attributeValue, childCalled, childrenCalled, textAt, textValue, type XmlValue } from '../xml/value.js';

// Téléservice INSi: WSDL DESIR_ICIR_EXP 1.5.0 and its schemas (SEL-MP-043). Names are those of the service.

/** A matricule as the service splits it. */
interface InsiMatricule {
  readonly node: XmlElement;
  /** Thirteen characters. */
  readonly numIdentifiant: XmlValue | undefined;
  readonly cle: XmlValue | undefined;
  readonly typeMatricule: XmlValue | undefined;
}

/** A search of an identity. */
export interface InsiRequest {
  readonly type: 'insi-request';
  readonly node: XmlElement;
  /** WS_INS1 with the Vitale card, WS_INS2 with traits. */
  readonly operation: 'rechercherInsAvecCarteVitale' | 'rechercherInsAvecTraitsIdentite';
  readonly matriculeIndividu: InsiMatricule | undefined;
  readonly matriculeOuvrantDroit: InsiMatricule | undefined;
  readonly rangNaissance: XmlValue | undefined;
  readonly traits: InsiTraits;
}

interface InsiTraits {
  readonly nomNaissance: XmlValue | undefined;
  readonly prenoms: readonly XmlValue[];
  readonly listePrenom: XmlValue | undefined;
  readonly sexe: XmlValue | undefined;
  /** `AAAA-MM-JJ`. */
  readonly dateNaissance: XmlValue | undefined;
  /** COG code. */
  readonly lieuNaissance: XmlValue | undefined;
}

/** What the service found. */
export interface InsiResponse {
  readonly type: 'insi-response';
  readonly node: XmlElement;
  /** 00 one identity, 01 none, 02 several. */
  readonly code: XmlValue | undefined;
  readonly label: XmlValue | undefined;
  readonly active: InsiIdentifier | undefined;
  readonly former: readonly InsiIdentifier[];
  readonly traits: InsiTraits | undefined;
}

interface InsiIdentifier extends InsiMatricule {
  readonly oid: XmlValue | undefined;
  readonly from: XmlValue | undefined;
  readonly to: XmlValue | undefined;
}

/** Contexts in the header of a call: what calls (`ContexteLPS`), for which cover (`ContexteBAM`). */
export interface CallContexts {
  readonly lps: CallContext | undefined;
  readonly bam: CallContext | undefined;
}

interface CallContext {
  readonly node: XmlElement;
  readonly version: XmlValue | undefined;
  readonly id: XmlValue | undefined;
  readonly time: XmlValue | undefined;
  readonly sender: XmlValue | undefined;
  /** Software of a `ContexteLPS`: authorisation number, version, instance, name. */
  readonly idam: XmlValue | undefined;
  readonly softwareVersion: XmlValue | undefined;
  readonly instance: XmlValue | undefined;
  readonly softwareName: XmlValue | undefined;
}

const WITH_CARD = '{http://www.cnamts.fr/INSiRecVit}RECVITALE';
const WITH_TRAITS = '{http://www.cnamts.fr/INSiRecSans}RECSANSVITALE';
const RESULT = '{http://www.cnamts.fr/INSiResultat}RESULTAT';

/** @param name namespace and local name of the body's child. */
export function readInsi(node: XmlElement, name: string): InsiRequest | InsiResponse | undefined {
  if (name === RESULT) return readResponse(node);
  if (name !== WITH_CARD && name !== WITH_TRAITS) return undefined;
  return {
    type: 'insi-request',
    node,
    operation: name === WITH_CARD ? 'rechercherInsAvecCarteVitale' : 'rechercherInsAvecTraitsIdentite',
    matriculeIndividu: matriculeOf(childCalled(node, 'MatriculeIndividu')),
    matriculeOuvrantDroit: matriculeOf(childCalled(node, 'MatriculeOD')),
    rangNaissance: textAt(node, 'RangNaissance'),
    traits: traitsOf(node),
  };
}

function readResponse(node: XmlElement): InsiResponse {
  const person = childCalled(node, 'INDIVIDU');
  const traits = childCalled(person, 'TIQ');
  return {
    type: 'insi-response',
    node,
    code: textAt(node, 'CR', 'CodeCR'),
    label: textAt(node, 'CR', 'LibelleCR'),
    active: childrenCalled(person, 'INSACTIF').map(identifierOf)[0],
    former: childrenCalled(person, 'INSHISTO').map(identifierOf),
    traits: traits && traitsOf(traits),
  };
}

function traitsOf(node: XmlElement): InsiTraits {
  return {
    nomNaissance: textAt(node, 'NomNaissance'),
    prenoms: childrenCalled(node, 'Prenom').flatMap((each) => textValue(each) ?? []),
    listePrenom: textAt(node, 'ListePrenom'),
    sexe: textAt(node, 'Sexe'),
    dateNaissance: textAt(node, 'DateNaissance'),
    lieuNaissance: textAt(node, 'LieuNaissance'),
  };
}

function matriculeOf(node: XmlElement | undefined): InsiMatricule | undefined {
  return (
    node && {
      node,
      numIdentifiant: textAt(node, 'NumIdentifiant'),
      cle: textAt(node, 'Cle'),
      typeMatricule: textAt(node, 'TypeMatricule'),
    }
  );
}

function identifierOf(node: XmlElement): InsiIdentifier {
  return {
    numIdentifiant: textAt(node, 'IdIndividu', 'NumIdentifiant'),
    cle: textAt(node, 'IdIndividu', 'Cle'),
    typeMatricule: textAt(node, 'IdIndividu', 'TypeMatricule'),
    node,
    oid: textAt(node, 'OID'),
    from: textAt(node, 'DateDeb'),
    to: textAt(node, 'DateFin'),
  };
}

/** @param headers children of the SOAP header. */
export function readContexts(headers: readonly XmlElement[]): CallContexts {
  const context = (name: string, namespace: string): CallContext | undefined => {
    const node = headers.find((each) => each.localName === name && each.namespaceURI === namespace);
    const software = childCalled(node, 'LPS');
    return (
      node && {
        node,
        version: attributeValue(node, 'Version'),
        id: textAt(node, 'Id'),
        time: textAt(node, 'Temps'),
        sender: textAt(node, 'Emetteur'),
        idam: textAt(software, 'IDAM'),
        softwareVersion: textAt(software, 'Version'),
        instance: textAt(software, 'Instance'),
        softwareName: textAt(software, 'Nom'),
      }
    );
  };
  return {
    lps: context('ContexteLPS', 'urn:siram:lps:ctxlps'),
    bam: context('ContexteBAM', 'urn:siram:bam:ctxbam'),
  };
}
