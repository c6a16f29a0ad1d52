import type { OfficialCode } from './codes.js';

/** An error of an XML schema, in a code and arguments that both languages can tell. */
interface XsdFault {
  readonly code: OfficialCode;
  readonly args: Readonly<Record<string, string>>;
}

/** What libxml2 says after the name of the node (`xmlschemas.c`), with names for the parts. */
const SAYINGS: readonly (readonly [code: OfficialCode, saying: RegExp])[] = [
  ['official/xsd-unexpected', /^This element is not expected\. Expected is (?:one of )?\( (?<wanted>.*) \)\.$/],
  ['official/xsd-no-more', /^This element is not expected\.$/],
  ['official/xsd-missing', /^Missing child element\(s\)\. Expected is (?:one of )?\( (?<wanted>.*) \)\.$/],
  ['official/xsd-attribute', /^The attribute '[^']*' is not allowed\.$/],
  ['official/xsd-attribute-missing', /^The attribute '(?<attribute>[^']*)' is required but missing\.$/],
  [
    'official/xsd-pattern',
    /^\[facet 'pattern'\] The value '(?<value>.*)' is not accepted by the pattern '(?<wanted>.*)'\.$/s,
  ],
  [
    'official/xsd-enumeration',
    /^\[facet 'enumeration'\] The value '(?<value>.*)' is not an element of the set \{(?<wanted>.*)\}\.$/s,
  ],
  ['official/xsd-value', /^'(?<value>.*)' is not a valid value of the (?:local )?\w+ type '(?<wanted>.*)'\.$/s],
  ['official/xsd-text', /^Character content (?:other than whitespace )?is not allowed/],
];

/**
 * Tells an error of libxml2, whose words are English, by what it says.
 * @returns `official/xsd` for what it seldom says: the words are quoted. `node` is the element, or the attribute as `element/@attribute`.
 */
export function faultOf(message: string): XsdFault {
  const [, element, attribute, said = ''] =
    /^Element '([^']*)'(?:, attribute '([^']*)')?: (.*)$/s.exec(message.replace(/\s+/g, ' ')) ?? [];
  if (element === undefined) return { code: 'official/xsd', args: {} };
  const node = attribute === undefined ? element : `${element}/@${attribute}`;
  for (const [code, saying] of SAYINGS) {
    const found = saying.exec(said);
    if (found) return { code, args: { node, ...found.groups } };
  }
  return { code: 'official/xsd', args: {} };
}
