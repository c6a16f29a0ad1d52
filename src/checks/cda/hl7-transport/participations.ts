import type { Artifact } from '../../../artifacts/artifact.js';
import { xcn, xon, xtn } from '../../../artifacts/hl7v2/data-types.js';
import { PRT } from '../../../artifacts/hl7v2/fields.js';
import type { Hl7Segment } from '../../../artifacts/hl7v2/segment.js';
import type { Hl7Value } from '../../../artifacts/hl7v2/value.js';
import { PROFESSIONAL_OID, STRUCTURE_OID } from '../../../identity/national-ids.js';
import { placeIn } from '../../context.js';
import type { RawFinding } from '../../define.js';
import { faultOfField } from './header-faults.js';
import { flagOf, participationsOf, type Transport } from './transports.js';

type Fault = RawFinding<'sender-missing' | 'sender-field' | 'participation-value' | 'address-missing'>;

/** Who sends a document, who receives it, and whom to answer: the PRT segments, adopted in advance from HL7 v2.9. */
export function judgeParticipations(artifact: Artifact<'hl7v2'>, transport: Transport): Fault[] {
  const { message, edition } = transport;
  const senders = participationsOf(message, 'SB');
  return [
    ...judgePresence(artifact, transport, senders),
    ...senders.flatMap((prt) => judgeSender(artifact, transport, prt)),
    ...['SB', 'RCT', 'REPLY'].flatMap((code) =>
      participationsOf(message, code).flatMap((prt) => [
        ...told(artifact, 'PRT-2', prt.field(PRT.action), ['UC']),
        ...(edition === 'current'
          ? told(artifact, 'PRT-4.3', prt.field(PRT.participation).component(3), ['participation'])
          : []),
        ...(code === 'SB' && transport.volet === 'send' ? [] : judgeAddress(artifact, code, prt)),
      ]),
    ),
  ];
}

/** The platform makes the token (VIHF) and the author of the submission of what the sender says of itself. */
function judgePresence(artifact: Artifact<'hl7v2'>, transport: Transport, senders: readonly Hl7Segment[]): Fault[] {
  const isNeeded = transport.volet === 'deliver' || flagOf(transport, 'DESTDMP') === 'Y';
  if (!isNeeded || senders.length > 0 || transport.edition === 'first') return [];
  const at = placeIn(artifact, (transport.documents[0]?.obx ?? transport.header).location);
  return [{ rule: 'sender-missing', at }];
}

function judgeSender(artifact: Artifact<'hl7v2'>, { volet, edition }: Transport, prt: Hl7Segment): Fault[] {
  const person = xcn(prt.field(PRT.persons));
  const organization = xon(prt.field(PRT.organizations));
  const device = prt.field(PRT.devices).component(1);
  const needed = (field: string, value: Hl7Value): Fault[] =>
    value.text.trim() === '' ? [{ rule: 'sender-field', at: placeIn(artifact, value.location), args: { field } }] : [];
  const found: Fault[] = [];
  // What delivers a mail knows of its sender what a directory tells: only the address is sure.
  if (volet === 'send') {
    if (device.isEmpty) found.push(...needed('PRT-5.1', person.id));
    if (edition === 'current') found.push(...needed('PRT-8.1', organization.name));
    found.push(...needed('PRT-8.10', organization.id));
  }
  if (!person.id.isEmpty)
    found.push(
      ...needed('PRT-5.2', person.family),
      ...needed('PRT-5.13', person.idType),
      ...told(artifact, 'PRT-5.9.2', person.authority.universalId, [PROFESSIONAL_OID]),
    );
  if (volet === 'send' && !organization.id.isEmpty)
    found.push(
      ...told(artifact, 'PRT-8.6.2', organization.authority.universalId, [STRUCTURE_OID]),
      ...told(artifact, 'PRT-8.7', organization.idType, ['FINEJ', 'FINEG', 'IDNST']),
    );
  return found;
}

function judgeAddress(artifact: Artifact<'hl7v2'>, code: string, prt: Hl7Segment): Fault[] {
  const { equipment, address } = xtn(prt.field(PRT.telecoms));
  if (address.text.trim() === '')
    return [{ rule: 'address-missing', at: placeIn(artifact, address.location), args: { participation: code } }];
  return told(artifact, 'PRT-15.3', equipment, ['X.400']);
}

function told(artifact: Artifact<'hl7v2'>, field: string, value: Hl7Value, wanted: readonly string[]): Fault[] {
  return faultOfField(artifact, { field, value, wanted }).map(({ at, args, actual }) => ({
    rule: 'participation-value',
    at,
    args: { wanted: wanted.join(' | '), ...args },
    actual: actual ?? '',
  }));
}
