import type { XmlElement } from '../xml/tree.js';
import { attributeValue, childCalled, childrenCalled, textAt, textValue, type XmlValue } from '../xml/value.js';

/** A fault of SOAP 1.1 (§4.4) or 1.2 (part 1, §5.4). */
export interface SoapFault {
  readonly type: 'fault';
  readonly node: XmlElement;
  readonly code: XmlValue | undefined;
  /** SOAP 1.2: outermost first. */
  readonly subcodes: readonly XmlValue[];
  /** One text a language. */
  readonly reasons: readonly XmlValue[];
  readonly detail: XmlElement | undefined;
  /** Errors of the services of the Assurance Maladie (`siram:Erreur`), which their detail holds. */
  readonly errors: readonly SiramError[];
}

interface SiramError extends XmlValue {
  /** `insi_102`, `desir_550`… */
  readonly code: XmlValue | undefined;
  readonly severity: XmlValue | undefined;
}

/** The typed view of a fault, of SOAP 1.1 or 1.2, with the error of the service in its detail. */
export function readFault(node: XmlElement): SoapFault {
  const detail = childCalled(node, 'Detail') ?? childCalled(node, 'detail');
  return {
    type: 'fault',
    node,
    code: textAt(node, 'Code', 'Value') ?? textAt(node, 'faultcode'),
    subcodes: subcodesOf(childCalled(node, 'Code', 'Subcode')),
    reasons: [...childrenCalled(childCalled(node, 'Reason'), 'Text'), ...childrenCalled(node, 'faultstring')].flatMap(
      (each) => textValue(each) ?? [],
    ),
    detail,
    errors: childrenCalled(detail, 'Erreur').map((each) => ({
      value: each.textContent.trim(),
      node: each,
      code: attributeValue(each, 'code'),
      severity: attributeValue(each, 'severite'),
    })),
  };
}

function subcodesOf(outermost: XmlElement | undefined): XmlValue[] {
  const found: XmlValue[] = [];
  for (let at = outermost; at; at = childCalled(at, 'Subcode')) found.push(...[textAt(at, 'Value') ?? []].flat());
  return found;
}
