import { expect, it } from 'vitest';
import { CLASS_OF_TYPE_CISIS, CLASS_OF_TYPE_DMP } from '../../src/terminology/class-of-type.js';
import { XDS_CLASS_CODE_CISIS } from '../../src/terminology/value-sets/xds-class-code-cisis.js';
import { XDS_CLASS_CODE_DMP } from '../../src/terminology/value-sets/xds-class-code-dmp.js';
import { XDS_TYPE_CODE_CISIS } from '../../src/terminology/value-sets/xds-type-code-cisis.js';
import { XDS_TYPE_CODE_DMP } from '../../src/terminology/value-sets/xds-type-code-dmp.js';

it('knows the class of every type of the DMP', () => {
  for (const { code } of XDS_TYPE_CODE_DMP.codes)
    expect(XDS_CLASS_CODE_DMP.has(CLASS_OF_TYPE_DMP.classOf(code)), code).toBe(true);
});

it('knows no class outside of the classes of the CI-SIS, and agrees with the DMP', () => {
  for (const { code } of XDS_TYPE_CODE_CISIS.codes) {
    const known = CLASS_OF_TYPE_CISIS.classOf(code);
    if (known !== undefined) expect(XDS_CLASS_CODE_CISIS.has(known), code).toBe(true);
    if (known !== undefined) expect([undefined, known], code).toContain(CLASS_OF_TYPE_DMP.classOf(code));
  }
});

it('knows nothing of another type', () => {
  expect(CLASS_OF_TYPE_DMP.classOf('99999-9')).toBeUndefined();
});
