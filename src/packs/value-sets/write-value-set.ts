import type { ValueSet } from './value-sets-in.js';

/** A value set as a file in one of the two forms that rules read: `art-decor` for `voc-OID-….xml`, `svs` for the others. */
export function writeValueSet({ oid, name, concepts }: ValueSet, form: 'svs' | 'art-decor'): Uint8Array {
  const names = form === 'svs' ? SVS : ART_DECOR;
  const rows = concepts.map((each) => {
    const [code = '', codeSystem = '', displayName = ''] = ['code', 'codeSystem', 'displayName'].map((attribute) =>
      escaped(each.attribute(attribute) ?? ''),
    );
    return `<${names.concept} code="${code}" codeSystem="${codeSystem}" displayName="${displayName}"/>`;
  });
  const set = `<${names.set} id="${escaped(oid)}" displayName="${escaped(name)}"><${names.list}>\n${rows.join('\n')}\n</${names.list}></${names.set.split(' ')[0]}>`;
  return Buffer.from(`<${names.root}>${set}</${names.root.split(' ')[0]}>`);
}

const SVS = {
  root: 'RetrieveValueSetResponse xmlns="urn:ihe:iti:svs:2008"',
  set: 'ValueSet',
  list: 'ConceptList',
  concept: 'Concept',
};
/** Its root is of HL7 v3, all the rest of no namespace. */
const ART_DECOR = {
  root: 'valueSets xmlns="urn:hl7-org:v3"',
  set: 'valueSet xmlns=""',
  list: 'conceptList',
  concept: 'concept',
};

function escaped(value: string): string {
  return value.replace(/[&<"\s]/g, (each) => (each === ' ' ? each : `&#${each.charCodeAt(0)};`));
}
