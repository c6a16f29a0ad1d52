import type { CdaContent } from '../../artifacts/cda/cda.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { defineCheck, type RawFinding } from '../define.js';
import { foundAt, type Told } from '../found.js';
import { structural } from '../sources/structural.js';
import { CI_SIS, HL7_FRANCE, templatesOf, voletTemplatesOf, XDS_SD } from './header/templates.js';

type RuleName = 'realm' | 'type-id' | 'common-template' | 'volet-template' | 'level-1-templates' | 'body';

const TYPE_ID = { root: '2.16.840.1.113883.1.3', extension: 'POCD_HD000040' };

/** What makes a CDA a French one: its realm, its type, the templates it claims, and a body. */
export const minimalStructure = defineCheck({
  id: 'cda/minimal-structure',
  on: 'cda',
  rules: {
    realm: structural('realmCode', 0, 94),
    'type-id': structural('typeId', 0, 94),
    'common-template': structural('templateId', 0, 94),
    'volet-template': structural('templateId', 0, 90),
    'level-1-templates': structural('templateId (document de niveau 1)', 0, 4),
    body: structural('component', 0, 94),
  },
  examples: [
    { rule: 'realm', base: 'cda-n1', part: 'cda', good: '<realmCode code="FR"/>', bad: '<realmCode code="US"/>' },
    { rule: 'type-id', base: 'cda-n1', part: 'cda', good: ' extension="POCD_HD000040"', bad: '' },
    {
      rule: 'common-template',
      base: 'cda-n3',
      part: 'cda',
      good: '<templateId root="1.2.250.1.213.1.1.1.1"/>',
      bad: '',
    },
    {
      rule: 'volet-template',
      base: 'cda-n3',
      part: 'cda',
      good: '<templateId root="1.3.6.1.4.1.19376.1.3.3"/>\n  <templateId root="1.2.250.1.213.1.1.1.55" extension="2024.01"/>',
      bad: '',
    },
    {
      rule: 'level-1-templates',
      base: 'cda-n1',
      part: 'cda',
      good: '<templateId root="1.3.6.1.4.1.19376.1.2.20"/>',
      bad: '<templateId root="1.3.6.1.4.1.19376.1.3.3"/>',
    },
    {
      rule: 'body',
      base: 'cda-n1',
      part: 'cda',
      good: '<nonXMLBody>\n      <text mediaType="application/pdf" representation="B64">\n{pdf}\n      </text>\n    </nonXMLBody>',
      bad: '',
      trips: ['cda/annex-3-coverage'],
    },
  ],
  run(cda) {
    const { content } = cda;
    const { root, body } = content;
    const findings: RawFinding<RuleName>[] = [];
    const add = (rule: RuleName, node: XmlElement | undefined, told: Told = {}): void => {
      findings.push(foundAt(cda, rule, node ?? root, told));
    };

    const realms = root.childrenNamed('realmCode');
    const realm = realms[1] ?? realms[0];
    if (realms.length !== 1 || realm?.attribute('code') !== 'FR')
      add('realm', realm, { actual: realm?.attribute('code') });

    const typeId = root.first('typeId');
    const sameType = typeId?.attribute('root') === TYPE_ID.root && typeId.attribute('extension') === TYPE_ID.extension;
    if (!sameType) add('type-id', typeId, { actual: typeId?.attribute('root') });

    for (const template of [HL7_FRANCE, CI_SIS]) {
      const claims = templatesOf(content).filter((each) => each.attribute('root') === template);
      if (claims.length !== 1) add('common-template', claims[1], { args: { template, count: claims.length } });
    }

    if (body?.level === 1) {
      if (!hasLevel1Templates(content)) {
        add('level-1-templates', templatesOf(content).at(-1), { args: { count: templatesOf(content).length } });
      }
    } else if (voletTemplatesOf(content).length === 0) add('volet-template', templatesOf(content).at(-1));

    const components = root.childrenNamed('component');
    if (!body || components.length > 1)
      add('body', components[1] ?? components[0], { args: { count: components.length } });
    return { evaluated: 6, findings };
  },
});

function hasLevel1Templates(content: CdaContent): boolean {
  const volet = voletTemplatesOf(content);
  return volet.length === 1 && volet[0]?.attribute('root') === XDS_SD;
}
