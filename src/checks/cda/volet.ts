import type { Artifact } from '../../artifacts/artifact.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { NEWEST_VOLET_READ, VOLETS_VERSION, type Volet, voletOf } from '../../terminology/volets.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { foundAt } from '../found.js';
import { templatesOf, voletTemplatesOf, XDS_SD } from './header/templates.js';

type RuleName = 'unknown' | 'several' | 'type' | 'companion';
type Found = RawFinding<RuleName>;

const OF_THE_VOLET: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: 'CI-SIS, schématron du volet (TestContenuCDA-3-0, mars 2025), en-tête',
  samples: { broken: 0, of: 90, corpus: 'TestContenuCDA-3-0' },
};

const ASS_A11: Rule = {
  severity: 'warning',
  mark: 'primary',
  clause: 'ANS, ASS_A11-CorresModeleCDA-XdsFormatCode-CISIS',
  samples: { broken: 0, of: 90, corpus: 'TestContenuCDA-3-0' },
};

/** A structured document is of one volet of the CI-SIS, with the type and the templates that the volet wants. */
export const volet = defineCheck({
  id: 'cda/volet',
  on: 'cda',
  rules: { unknown: ASS_A11, several: ASS_A11, type: OF_THE_VOLET, companion: OF_THE_VOLET },
  examples: [
    {
      rule: 'unknown',
      base: 'cda-n3',
      part: 'cda',
      good: '<templateId root="1.3.6.1.4.1.19376.1.3.3"/>\n  <templateId root="1.2.250.1.213.1.1.1.55" extension="2024.01"/>',
      bad: '<templateId root="1.2.250.1.213.1.1.1.999" extension="2024.01"/>',
    },
    {
      rule: 'several',
      base: 'cda-n3',
      part: 'cda',
      good: '<templateId root="1.3.6.1.4.1.19376.1.3.3"/>',
      bad: '<templateId root="1.3.6.1.4.1.19376.1.3.3"/>\n  <templateId root="1.2.250.1.213.1.1.1.32"/>',
    },
    {
      rule: 'type',
      base: 'cda-n3',
      part: 'cda',
      good: '<code code="11502-2"',
      bad: '<code code="11488-4"',
      trips: ['cda/annex-3-type', 'cda/annex-3-coverage'],
    },
    {
      rule: 'companion',
      base: 'cda-n3',
      part: 'cda',
      good: '<templateId root="1.3.6.1.4.1.19376.1.3.3"/>',
      bad: '',
    },
  ],
  run(cda) {
    const { content } = cda;
    const claims = voletTemplatesOf(content).filter((each) => each.attribute('root') !== XDS_SD);
    // Without any claim, cda/body-n3 says so.
    if (content.body?.level !== 3 || claims.length === 0) return { evaluated: 0, findings: [], applies: false };
    const known = claims.flatMap((node) => {
      const volet = voletOf(node.attribute('root'));
      return volet ? [{ node, volet }] : [];
    });
    const [last] = claims.slice(-1);
    if (known.length === 0 && last) {
      const told = { args: { version: VOLETS_VERSION }, actual: last.attribute('root') ?? '' };
      return { evaluated: 1, findings: [foundAt(cda, 'unknown', last, told)] };
    }
    const formats = new Map(known.map((each) => [each.volet.formatCode, each]));
    const [one, other] = [...formats.values()];
    if (one && other) {
      const args = { one: one.volet.name, other: other.volet.name };
      return { evaluated: 1, findings: [foundAt(cda, 'several', other.node, { args })] };
    }
    return { evaluated: known.length, findings: known.flatMap(({ node, volet }) => judge(cda, node, volet)) };
  },
});

function judge(cda: Artifact<'cda'>, node: XmlElement, { name, types, companions }: Volet): Found[] {
  // What a version newer than those that were read wants is not known.
  if ((node.attribute('extension') ?? '') > NEWEST_VOLET_READ) return [];
  const { code } = cda.content;
  const claimed = new Set(templatesOf(cda.content).map((each) => each.attribute('root')));
  const found: Found[] = companions
    .filter((companion) => !claimed.has(companion))
    .map((template) => foundAt(cda, 'companion', node, { args: { name, template } }));
  if (code?.code && types && !types.includes(code.code))
    found.push(foundAt(cda, 'type', code.node, { args: { name, types: types.join(', ') }, actual: code.code }));
  return found;
}
