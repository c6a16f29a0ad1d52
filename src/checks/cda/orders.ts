import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { UID } from '../../identity/oids.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { isNull } from './header/is-null.js';
import { isImagingReport } from './header/templates.js';

type RuleName = 'order' | 'order-id' | 'accession' | 'accession-form' | 'consent' | 'consent-status';
type Found = RawFinding<RuleName>;

const ORDERS = '§3.5.5.21 inFulfillmentOf';
const CONSENTS = '§3.5.5.24 authorization';

const DICOM = 'urn:dicom-org:ps3-20';

/** The order that led to a document, and the consents that come with it. */
export const orders = defineCheck({
  id: 'cda/orders',
  on: 'cda',
  rules: {
    order: structural(ORDERS, 0, 27),
    'order-id': structural(ORDERS, 0, 27),
    accession: structural(`${ORDERS}, ps3-20:accessionNumber`, 0, 2, { severity: 'warning' }),
    'accession-form': structural(`${ORDERS}, ps3-20:accessionNumber`, 0, 2),
    consent: structural(CONSENTS, 0, 9, { severity: 'warning' }),
    'consent-status': structural(CONSENTS, 0, 9),
  },
  examples: [
    {
      rule: 'order',
      base: 'cda-imaging',
      part: 'cda',
      good: '  <inFulfillmentOf>',
      bad: '  <inFulfillmentOf/>\n  <inFulfillmentOf>',
    },
    {
      rule: 'order-id',
      base: 'cda-imaging',
      part: 'cda',
      good: '<order>\n      <id root="',
      bad: '<order>\n      <id root="urn:oid:',
    },
    {
      rule: 'accession',
      base: 'cda-imaging',
      part: 'cda',
      good: '<ps3-20:accessionNumber root="2.999.8" extension="20260316"/>',
      bad: '',
    },
    {
      rule: 'accession-form',
      base: 'cda-imaging',
      part: 'cda',
      good: '<ps3-20:accessionNumber root="2.999.8" extension="20260316"/>',
      bad: '<ps3-20:accessionNumber root="2.999.8.20260316"/>',
    },
    {
      rule: 'consent',
      base: 'cda-n1',
      part: 'cda',
      good: '  <componentOf>',
      bad: '  <authorization><consent><statusCode code="completed"/></consent></authorization>\n  <componentOf>',
    },
    {
      rule: 'consent-status',
      base: 'cda-n1',
      part: 'cda',
      good: '  <componentOf>',
      bad: '  <authorization><consent><code code="64292-6" displayName="Non-opposition" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="active"/></consent></authorization>\n  <componentOf>',
    },
  ],
  run(cda) {
    const { root } = cda.content;
    const links = root.childrenNamed('inFulfillmentOf');
    const consents = root.childrenNamed('authorization');
    if (links.length + consents.length === 0) return { evaluated: 0, findings: [], applies: false };
    const wantsAccession = isImagingReport(cda.content);
    return {
      evaluated: links.length + consents.length,
      findings: [
        ...links.flatMap((link) => judgeOrder(cda, link, wantsAccession)),
        ...consents.flatMap((each) => judgeConsent(cda, each)),
      ],
    };
  },
});

function judgeOrder(cda: Artifact<'cda'>, link: XmlElement, wantsAccession: boolean): Found[] {
  if (isNull(link)) return [];
  const found = link.childrenNamed('order');
  const [order] = found;
  if (!order || found.length > 1) return [foundAt(cda, 'order', found[1] ?? link, { args: { count: found.length } })];
  if (isNull(order)) return [];
  const ids = order.childrenNamed('id');
  const [id] = ids;
  const hasId = ids.length === 1 && id && (isNull(id) || UID.test(id.attribute('root') ?? ''));
  return [
    ...(hasId
      ? []
      : [
          foundAt(cda, 'order-id', ids[1] ?? id ?? order, {
            args: { count: ids.length },
            actual: id?.attribute('root') ?? '',
          }),
        ]),
    ...judgeAccession(cda, order, wantsAccession),
  ];
}

function judgeAccession(cda: Artifact<'cda'>, order: XmlElement, wanted: boolean): Found[] {
  const numbers = order.elements.filter(
    ({ localName, namespaceURI }) => localName === 'accessionNumber' && namespaceURI === DICOM,
  );
  const [number] = numbers;
  if (!number) return wanted ? [foundAt(cda, 'accession', order)] : [];
  const right =
    numbers.length === 1 &&
    (isNull(number) || (UID.test(number.attribute('root') ?? '') && number.attribute('extension')?.trim()));
  return right ? [] : [foundAt(cda, 'accession-form', numbers[1] ?? number)];
}

function judgeConsent(cda: Artifact<'cda'>, authorization: XmlElement): Found[] {
  const consent = authorization.first('consent');
  if (isNull(authorization) || isNull(consent) || !consent) return [];
  const status = consent.first('statusCode');
  const code = status?.attribute('code') ?? '';
  const found: Found[] = consent.first('code') ? [] : [foundAt(cda, 'consent', consent)];
  if (code !== 'completed' && (!status || !isNull(status)))
    found.push(foundAt(cda, 'consent-status', status ?? consent, { actual: code }));
  return found;
}
