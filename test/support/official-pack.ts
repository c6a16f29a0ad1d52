const NS = 'xmlns="http://purl.oclc.org/dsdl/schematron"';

/** A schema of our own with the queries of the official ones. */
const schema = (body: string, attributes = ''): string =>
  `<schema ${NS} queryBinding="xslt2"${attributes}>\n<ns prefix="cda" uri="urn:hl7-org:v3"/><ns prefix="svs" uri="urn:ihe:iti:svs:2008"/>\n${body}</schema>`;

const valueSet = (oid: string): string =>
  `<RetrieveValueSetResponse xmlns="urn:ihe:iti:svs:2008"><ValueSet id="${oid}"><ConceptList><Concept code="A" codeSystem="1.2"/></ConceptList></ValueSet></RetrieveValueSetResponse>`;

/** A pack laid out as the ANS lays its own out, complete. */
export const COMPLETE: Readonly<Record<string, string>> = {
  'schematrons/CI-SIS_ESSAI_2026.01.sch': schema(
    `<include href="include/code.sch"/><phase id="f"><active pattern="code"/></phase>`,
    ' defaultPhase="f"',
  ),
  'schematrons/include/code.sch': `<pattern ${NS} id="code"><rule context="cda:code"><assert test="@code=document('../jeuxDeValeurs/JDV_Codes.xml')//svs:Concept/@code">Code.</assert></rule></pattern>`,
  'schematrons/moteur/made.sch': schema('<broken'),
  'jeuxDeValeurs/JDV_Codes.xml': valueSet('1.2.3'),
  'infrastructure/cda/CDA.xsd': '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
  'ExemplesCDA/example.xml': '<ClinicalDocument xmlns="urn:hl7-org:v3"/>',
};

/** Every defect that a pack may have, one or two schemas each. */
export const SPOILT: Readonly<Record<string, string>> = {
  ...COMPLETE,
  'schematrons/a.sch': schema(
    `<include href="include/gone.sch"/><include href="include/CODE.sch"/><phase id="f"><active pattern="gone"/><active pattern="lost"/><active pattern="p"/></phase>
    <pattern id="p"><rule context="cda:id"><assert test="document('../jeuxDeValeurs/JDV_None.xml')">x</assert><assert test="@root">y</assert></rule>
    <rule context="cda:a["><assert test="b">z</assert></rule><rule context="cda:b"><assert test="1 +">z</assert></rule></pattern>`,
    ' defaultPhase="f"',
  ),
  'schematrons/b.sch': schema(
    `<pattern id="p"><rule context="cda:id"><assert test="document('../jeuxDeValeurs/jdv_codes.xml')//svs:Concept">x</assert><extends rule="none"/></rule>
    <rule context="cda:c"><assert test="doc('include/voc-1.2.3-DYNAMIC.xml')">x</assert><assert test="document('../jeuxDeValeurs/JDV_Bad.xml')">x</assert></rule></pattern>
    <pattern id="i" is-a="none"/>`,
  ),
  'schematrons/c.sch': schema('<pattern><rule/></pattern>'),
  'jeuxDeValeurs/JDV_Bad.xml': '<bad>',
  'jeuxDeValeurs/Empty.xml': '',
};

export function under(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}
