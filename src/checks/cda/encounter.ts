import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { PROFESSIONAL_OID } from '../../identity/national-ids.js';
import type { ValueSet } from '../../terminology/value-set.js';
import { ENCOUNTER_PARTICIPATION_TYPE_CISIS } from '../../terminology/value-sets/encounter-participation-type-cisis.js';
import { TYPE_RENCONTRE_CISIS } from '../../terminology/value-sets/type-rencontre-cisis.js';
import { XDS_HEALTHCARE_FACILITY_TYPE_CODE_CISIS } from '../../terminology/value-sets/xds-healthcare-facility-type-code-cisis.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt } from '../found.js';
import { structural } from '../sources/structural.js';
import { codeFault } from './codes/code-fault.js';
import { isNull } from './header/is-null.js';

type RuleName =
  | 'missing'
  | 'time'
  | 'facility'
  | 'coding'
  | 'unknown-code'
  | 'code-system'
  | 'disposition'
  | 'responsible'
  | 'participant-type';
type Found = RawFinding<RuleName>;

const ENCOUNTER = '§3.5.5.25 componentOf';

/** Types of discharge of the French PAM. */
const DISPOSITIONS = '1.2.250.1.213.2.14';

/** Authorities of the ids of professionals: PS_IdNat, AM number. */
const PROFESSIONALS = [PROFESSIONAL_OID, '1.2.250.1.215.300.5'];

/** How and where the patient was taken in charge. */
export const encounter = defineCheck({
  id: 'cda/encounter',
  on: 'cda',
  rules: {
    missing: structural(ENCOUNTER, 0, 94),
    time: structural(`${ENCOUNTER}, effectiveTime`, 0, 94),
    facility: structural(`${ENCOUNTER}, healthCareFacility/code`, 0, 94),
    coding: structural(`${ENCOUNTER}, code`, 0, 94),
    'unknown-code': structural(`${ENCOUNTER}, code (JDV_J142, JDV_J02)`, 0, 94, { severity: 'warning' }),
    'code-system': structural(`${ENCOUNTER}, code (JDV_J142, JDV_J02)`, 0, 94),
    disposition: structural(`${ENCOUNTER}, dischargeDispositionCode`, 0, 94),
    responsible: structural(`${ENCOUNTER}, responsibleParty`, 0, 94),
    'participant-type': structural(`${ENCOUNTER}, encounterParticipant (JDV_J140)`, 0, 94, { severity: 'warning' }),
  },
  examples: [
    {
      rule: 'missing',
      base: 'cda-n1',
      part: 'cda',
      good: '<encompassingEncounter>',
      bad: '<encompassingEncounter nullFlavor="UNK">',
    },
    {
      rule: 'time',
      base: 'cda-n1',
      part: 'cda',
      good: '      <effectiveTime>\n        <low value="20260316090000+0100"/>\n        <high value="20260316092000+0100"/>\n      </effectiveTime>\n      <responsibleParty>',
      bad: '      <responsibleParty>',
    },
    {
      rule: 'facility',
      base: 'cda-n1',
      part: 'cda',
      good: '<healthCareFacility>\n          <code code="SA07"',
      bad: '<healthCareFacility>\n          <code nullFlavor="UNK"',
    },
    {
      rule: 'coding',
      base: 'cda-n1',
      part: 'cda',
      good: '<code code="SA07" displayName="Cabinet individuel" ',
      bad: '<code code="SA07" ',
    },
    { rule: 'unknown-code', base: 'cda-n1', part: 'cda', good: '<code code="SA07"', bad: '<code code="CABINET"' },
    {
      rule: 'code-system',
      base: 'cda-n1',
      part: 'cda',
      good: 'displayName="Ambulatoire (hors établissement)" codeSystem="2.16.840.1.113883.5.4"',
      bad: 'displayName="Ambulatoire (hors établissement)" codeSystem="1.2.250.1.213.1.1.4.2.291"',
    },
    {
      rule: 'disposition',
      base: 'cda-n1',
      part: 'cda',
      good: '      <responsibleParty>',
      bad: '      <dischargeDispositionCode code="R" displayName="Retour au domicile" codeSystem="1.2.250.1.213.2.41"/>\n      <responsibleParty>',
    },
    {
      rule: 'responsible',
      base: 'cda-n1',
      part: 'cda',
      good: '      <responsibleParty>\n        <assignedEntity>\n          <id root="1.2.250.1.71.4.2.1"',
      bad: '      <responsibleParty>\n        <assignedEntity>\n          <id root="1.2.250.1.71.4.2.2"',
    },
    {
      rule: 'participant-type',
      base: 'cda-n1',
      part: 'cda',
      good: '      <location>\n        <healthCareFacility>',
      bad: '      <encounterParticipant typeCode="PRF">\n        <assignedEntity><id root="1.2.250.1.71.4.2.1" extension="899700000011"/></assignedEntity>\n      </encounterParticipant>\n      <location>\n        <healthCareFacility>',
    },
  ],
  run(cda) {
    const links = cda.content.root.childrenNamed('componentOf');
    const encounters = links.flatMap((link) => link.childrenNamed('encompassingEncounter'));
    const [only, twin] = encounters;
    if (!only || twin || links.length !== 1 || isNull(links[0]) || isNull(only)) {
      const at = twin ?? links[1] ?? only ?? links[0] ?? cda.content.root;
      return { evaluated: 1, findings: [foundAt(cda, 'missing', at, { args: { count: encounters.length } })] };
    }
    const findings = [
      ...judgeCode(cda, only.first('code'), TYPE_RENCONTRE_CISIS),
      ...judgeTime(cda, only),
      ...judgePeople(cda, only),
      ...judgeFacility(cda, only),
    ];
    return { evaluated: 4, findings };
  },
});

function judgeTime(cda: Artifact<'cda'>, encounter: XmlElement): Found[] {
  const times = encounter.childrenNamed('effectiveTime');
  return times.length === 1 ? [] : [foundAt(cda, 'time', times[1] ?? encounter, { args: { count: times.length } })];
}

function judgeFacility(cda: Artifact<'cda'>, encounter: XmlElement): Found[] {
  const [location, ...others] = encounter.childrenNamed('location');
  const facility = location?.first('healthCareFacility');
  const code = facility?.first('code');
  if (others.length > 0 || [location, facility, code].some(isNull))
    return [foundAt(cda, 'facility', others[0] ?? code ?? facility ?? location ?? encounter)];
  return judgeCode(cda, code, XDS_HEALTHCARE_FACILITY_TYPE_CODE_CISIS);
}

function judgeCode(cda: Artifact<'cda'>, code: XmlElement | undefined, set: ValueSet): Found[] {
  if (!code || isNull(code)) return [];
  const lacking = ['code', 'codeSystem', 'displayName'].filter((attribute) => !code.attribute(attribute)?.trim());
  if (lacking.length > 0)
    return lacking.map((attribute) => foundAt(cda, 'coding', code, { args: { attribute, set: set.name } }));
  const wrong = codeFault(code, set);
  return wrong ? [foundAt(cda, wrong.fault === 'unknown' ? 'unknown-code' : 'code-system', code, wrong.told)] : [];
}

function judgePeople(cda: Artifact<'cda'>, encounter: XmlElement): Found[] {
  const found: Found[] = [];
  const disposition = encounter.first('dischargeDispositionCode');
  const system = disposition?.attribute('codeSystem');
  if (disposition && system !== undefined && system !== DISPOSITIONS)
    found.push(foundAt(cda, 'disposition', disposition, { actual: system }));
  const ids = encounter.all('responsibleParty', 'assignedEntity', 'id').filter((id) => !isNull(id));
  if (ids[0] && !ids.some((id) => PROFESSIONALS.includes(id.attribute('root') ?? '')))
    found.push(foundAt(cda, 'responsible', ids[0], { actual: ids[0].attribute('root') ?? '' }));
  const { name, version } = ENCOUNTER_PARTICIPATION_TYPE_CISIS;
  for (const participant of encounter.childrenNamed('encounterParticipant')) {
    const type = participant.attribute('typeCode') ?? '';
    if (!ENCOUNTER_PARTICIPATION_TYPE_CISIS.has(type))
      found.push(foundAt(cda, 'participant-type', participant, { args: { set: name, version }, actual: type }));
  }
  return found;
}
