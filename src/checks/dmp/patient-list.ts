import { readDtm } from '../../identity/hl7-time.js';
import { defineSetCheck } from '../define.js';
import { messageRule } from '../sources/message-rule.js';
import { type Fault, judgeExchanges, keeperOf } from './messages/exchanges.js';
import { type OutcomeRule, outcomeFaults, outcomeRules } from './messages/outcome.js';

type RuleName = OutcomeRule | 'start-date' | 'date-type' | 'unnamed-patient';

const WSDL = 'WSDL du DMP, PatientsSpecific, patientList (TD0.4)';

const keep = keeperOf<RuleName>({
  request({ body }) {
    if (body.type !== 'patient-list') return undefined;
    const { startDate, dateType } = body;
    const faults: Fault<RuleName>[] = [];
    const time = readDtm(startDate?.value);
    if (startDate && time?.digits !== 14)
      faults.push({ rule: 'start-date', at: startDate.node, actual: startDate.value });
    if (dateType && !/^LAST(?:AUTORIZATION|DOC)$/.test(dateType.value))
      faults.push({ rule: 'date-type', at: dateType.node, actual: dateType.value });
    return faults;
  },
  answer({ body }) {
    if (body.type !== 'patient-list-response') return body.type === 'fault' ? outcomeFaults(body) : undefined;
    const unnamed = body.patients.filter(({ ids }) => !ids.some(({ id, oid }) => id?.value && oid?.value));
    return [...outcomeFaults(body), ...unnamed.map(({ node }) => ({ rule: 'unnamed-patient' as const, at: node }))];
  },
});

/** The list of the DMPs that a user may open (TD0.4) is asked since a date of a known kind, and names patients by an identifier. */
export const patientList = defineSetCheck({
  id: 'dmp/patient-list',
  on: 'soap',
  rules: {
    ...outcomeRules(1),
    'start-date': messageRule('warning', 'observed', `${WSDL}, messages d'exemple`, 0, 1),
    'date-type': messageRule('error', 'primary', WSDL, 0, 1),
    'unnamed-patient': messageRule('warning', 'primary', WSDL, 0, 1),
  },
  examples: [
    {
      rule: 'refused',
      base: 'dmp-exchanges',
      part: 'patientsAnswer',
      good: '<pat:status>DMPOk<',
      bad: '<pat:status>DMPInvalidRequest<',
    },
    {
      rule: 'outcome',
      base: 'dmp-exchanges',
      part: 'patientsAnswer',
      good: '<pat:status>DMPOk</pat:status>',
      bad: '',
    },
    {
      rule: 'start-date',
      base: 'dmp-exchanges',
      part: 'patients',
      good: '<startDate>20260101000000<',
      bad: '<startDate>2026-01-01<',
    },
    {
      rule: 'date-type',
      base: 'dmp-exchanges',
      part: 'patients',
      good: '<dateType>LASTDOC<',
      bad: '<dateType>LASTDOCUMENT<',
    },
    {
      rule: 'unnamed-patient',
      base: 'dmp-exchanges',
      part: 'patientsAnswer',
      good: '<pat:nationalId>285076311399048</pat:nationalId>',
      bad: '',
    },
  ],
  keep,
  run: (kept) => judgeExchanges(kept),
});
