import type { Example } from '../../define.js';
import type { ExampleBase } from '../../example-base.js';
import type { ResourceRule } from './resource-identity-rules.js';

const TEST = `"code": "INS-NIR-TEST"
          }
        ]
      },
      "system": "urn:oid:1.2.250.1.213.1.4.10",
      "value": "285076311399048"`;

export const RESOURCE_IDENTITY_EXAMPLES: readonly Example<ResourceRule>[] = [
  example('matricule-form', '"285076311399048"', '"2850763113990"'),
  example(
    'matricule-key',
    TEST,
    TEST.replace('-TEST', '').replace('4.10', '4.8').replace('285076311399048', '285076311399049'),
  ),
  example('matricule-key-test', '"285076311399048"', '"285076311399049"'),
  example('matricule-unusual', '"285076311399048"', '"285206311399062"'),
  example(
    'ins-c',
    TEST,
    TEST.replace('INS-NIR-TEST', 'INS-C').replace('4.10', '4.2').replace('285076311399048', '0123456789012345678901'),
  ),
  example(
    'several-ins',
    '"urn:oid:2.999.1.1",\n      "value": "10001"',
    '"urn:oid:1.2.250.1.213.1.4.10",\n      "value": "202112A00499202"',
  ),
  example('name-form', '"family": "TEST-ALPHA"', '"family": "Test-Alpha"'),
  example('first-given', '"CAMILLE"\n', '"LOUISE"\n'),
  example('birth-date', '"1985-07-14"', '"1985-07"'),
  example('birth-place', '"63113"', '"6311"'),
  example('birth-place-unknown', '"63113"', '"99999"'),
  example('identifier-slice', '"use": "official",\n      "type"', '"use": "usual",\n      "type"'),
  example('identifier-incomplete', '"use": "official",\n      "type"', '"type"'),
  example('element-missing', '  "birthDate": "1985-07-14",\n', ''),
  example(
    'trait-missing',
    'fr-core-patient-ins"\n    ]\n  },\n  "gender": "female",\n',
    'fr-core-patient"\n    ]\n  },\n',
  ),
  example('official-name', '"CAMILLE"\n', '"CAMILLE",\n        "LOUISE"\n'),
  example('sex', '"gender": "female"', '"gender": "other"'),
  example('sex-unknown', '"gender": "female"', '"gender": "unknown"'),
  example('status-system', 'fr-core-cs-v2-0445', 'fr-core-vs-identity-reliability'),
  example('status-missing', '"url": "identityStatus"', '"url": "statut"'),
  example('status-unqualified', '"code": "QUAL"', '"code": "VALI"', 'fhir-patient-2-2'),
  example(
    'validated-without-ins',
    TEST,
    TEST.replace('INS-NIR-TEST', 'PI').replace('1.2.250.1.213.1.4.10', '2.999.1.2'),
  ),
  example(
    'qualified-without-ins',
    TEST,
    TEST.replace('INS-NIR-TEST', 'PI').replace('1.2.250.1.213.1.4.10', '2.999.1.2'),
    'fhir-patient-2-2',
  ),
  example('several-official', '"use": "usual"', '"use": "official"'),
  example('attribute-status', '"code": "HOMA"', '"code": "DOUT"', 'fhir-patient-2-2'),
  example(
    'attribute-combination',
    '"code": "HOMA"',
    '"code": "FICT"\n              },\n              {\n                "code": "DOUT"',
    'fhir-patient-2-2',
  ),
];

function example(
  rule: ResourceRule,
  good: string,
  bad: string,
  base: ExampleBase = 'fhir-patient',
): Example<ResourceRule> {
  return { rule, base, part: 'resource', good, bad };
}
