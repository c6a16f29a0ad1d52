import type { SoapMessage } from '../../../artifacts/soap/soap.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';
import { attributeValue, childCalled, type XmlValue } from '../../../artifacts/xml/value.js';

/** What may be wrong in the headers of a call of INSi. */
export type InsiHeaderRule =
  | 'action'
  | 'message-id'
  | 'message-id-form'
  | 'context'
  | 'context-version'
  | 'software'
  | 'no-assertion'
  | 'empty-security'
  | 'user'
  | 'name-qualifier';

/** A fault at a node of the message. */
export interface InsiFault<R extends string> {
  readonly rule: R;
  readonly node: XmlValue['node'];
  readonly args?: Readonly<Record<string, string | number>>;
  readonly actual?: string;
}

const ACTIONS = 'urn:ServiceIdentiteCertifiee:1.0.0:';
const UUID = /^(?:urn:)?(?:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @param body child of the SOAP body, where a header that is not there is told. */
export function insiHeaderFaults(
  message: SoapMessage,
  operation: string,
  body: XmlElement,
): InsiFault<InsiHeaderRule>[] {
  const { action, messageId } = message.addressing;
  const faults: InsiFault<InsiHeaderRule>[] = [...contextFaults(message, body), ...securityFaults(message, body)];
  const expected = `${ACTIONS}${operation}`;
  if (action?.value !== expected)
    faults.push({ rule: 'action', node: action?.node ?? body, args: { expected }, actual: action?.value ?? '' });
  if (!messageId?.value) faults.push({ rule: 'message-id', node: messageId?.node ?? body });
  else if (!UUID.test(messageId.value))
    faults.push({ rule: 'message-id-form', node: messageId.node, actual: messageId.value });
  return faults;
}

/** Both contexts are mandatory, with the parts that their schemas make mandatory. */
function contextFaults({ contexts }: SoapMessage, body: XmlElement): InsiFault<InsiHeaderRule>[] {
  const faults: InsiFault<InsiHeaderRule>[] = [];
  for (const [name, context, version] of [
    ['ContexteLPS', contexts.lps, '01_00'],
    ['ContexteBAM', contexts.bam, '01_02'],
  ] as const) {
    const missing = [
      ...(context ? [] : [name]),
      ...(context && !context.version?.value ? [`${name}/@Version`] : []),
      ...(context && !context.id?.value ? [`${name}/Id`] : []),
      ...(context && !context.time?.value ? [`${name}/Temps`] : []),
      ...(name === 'ContexteBAM' && context && !childCalled(context.node, 'COUVERTURE') ? [`${name}/COUVERTURE`] : []),
    ];
    for (const element of missing) faults.push({ rule: 'context', node: context?.node ?? body, args: { element } });
    if (context?.version?.value && context.version.value !== version)
      faults.push({
        rule: 'context-version',
        node: context.version.node,
        args: { element: name, version },
        actual: context.version.value,
      });
  }
  return contexts.lps ? [...faults, ...softwareFaults(contexts.lps)] : faults;
}

function softwareFaults(lps: NonNullable<SoapMessage['contexts']['lps']>): InsiFault<InsiHeaderRule>[] {
  const idam = childCalled(lps.node, 'LPS', 'IDAM');
  const missing = Object.entries({
    IDAM: lps.idam?.value,
    'IDAM/@R="4"': attributeValue(idam, 'R')?.value === '4' ? '4' : '',
    Version: lps.softwareVersion?.value,
    Instance: lps.instance?.value,
    Nom: lps.softwareName?.value,
  })
    .filter(([, value]) => !value)
    .map(([name]) => name);
  return missing.length === 0 ? [] : [{ rule: 'software', node: lps.node, args: { elements: missing.join(', ') } }];
}

/** A call without WS-Security is one by the certificate of an organisation; else an assertion tells who calls. */
function securityFaults({ security }: SoapMessage, body: XmlElement): InsiFault<InsiHeaderRule>[] {
  if (!security) return [{ rule: 'no-assertion', node: body }];
  if (security.assertions.length === 0) return [{ rule: 'empty-security', node: security.node }];
  return security.assertions.flatMap(({ node, nameId }): InsiFault<InsiHeaderRule>[] => {
    if (!nameId?.value) return [{ rule: 'user', node: nameId?.node ?? node }];
    const qualifier = nameId.nameQualifier?.value ?? '';
    return ['CPS', 'PSC'].includes(qualifier) ? [] : [{ rule: 'name-qualifier', node: nameId.node, actual: qualifier }];
  });
}
