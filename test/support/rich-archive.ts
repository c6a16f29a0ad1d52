import { type Recipe, recipe } from '../../fixtures/make/recipe.js';

/** Another author of the same document, as the fixtures write the first one. */
const SECOND = [
  [/899700100029/g, '899700100037'],
  [/BERNARD/g, 'DUBOIS'],
  [/Hugo/g, 'Inès'],
  [/G15_10\/SM03/g, 'G15_10/SM26'],
  [/Médecin - Biologie médicale \(SM\)/g, 'Médecin - Qualifié en Médecine Générale (SM)'],
  [/Laboratoire des Essais/g, 'Hôpital des Essais'],
  [/1990000028/g, '1990000036'],
] as const;

const second = (text: string): string => SECOND.reduce((made, [from, to]) => made.replace(from, to), text);

/** An archive whose document fills every attribute: acts and translations, two authors with a role, an order. */
export function richArchive(): Recipe {
  const made = recipe('xdm', { code: '11502-2' });
  const { cda = '', metadata = '' } = made.parts;
  return { ...made, parts: { ...made.parts, cda: richDocument(cda), metadata: richMetadata(metadata) } };
}

function richDocument(cda: string): string {
  const role = '<functionCode code="PCP" displayName="Médecin traitant" codeSystem="2.16.840.1.113883.5.88"/>';
  const order =
    '<inFulfillmentOf>\n    <order>\n      <id root="2.999.8" extension="D42"/>\n    </order>\n  </inFulfillmentOf>';
  return cda
    .replace(
      / {2}<author>[\s\S]*?<\/author>\n/,
      (author) => `${author.replace('<author>', `<author>\n    ${role}`)}${second(author)}`,
    )
    .replace('  <documentationOf>', `  ${order}\n  <documentationOf>`)
    .replace(
      /<code code="18719-5"([^>]*)\/>/,
      '<code code="18719-5"$1>\n        <translation code="18725-2" displayName="Microbiologie" codeSystem="2.16.840.1.113883.6.1"/>\n      </code>',
    );
}

function richMetadata(metadata: string): string {
  const [before = '', entry = ''] = metadata.split(/(?=<rim:ExtrinsicObject)/);
  const role =
    '<rim:Slot name="authorRole"><rim:ValueList><rim:Value>Médecin traitant</rim:Value></rim:ValueList></rim:Slot>';
  const order =
    '<rim:Slot name="urn:ihe:iti:xds:2013:referenceIdList"><rim:ValueList><rim:Value>D42^^^&amp;2.999.8&amp;ISO^urn:ihe:iti:xds:2013:order</rim:Value></rim:ValueList></rim:Slot>';
  const renamed = (text: string): string => text.replace(/ id="urn:uuid:......../, ' id="urn:uuid:00000002');
  const made = entry
    .replace('<rim:Slot name="size">', `${order}\n      <rim:Slot name="size">`)
    .replace(
      / {6}<rim:Classification [^>]*93606bcf[\s\S]*?<\/rim:Classification>\n/,
      (author) =>
        author.replace('        <rim:Slot name="authorSp', `        ${role}\n        <rim:Slot name="authorSp`) +
        renamed(second(author)),
    )
    .replace(
      / {6}<rim:Classification [^>]*2c6b8cb7[\s\S]*?<\/rim:Classification>\n/,
      (act) => act + renamed(act).replace('18719-5', '18725-2').replace('Biochimie', 'Microbiologie'),
    );
  return before + made;
}
