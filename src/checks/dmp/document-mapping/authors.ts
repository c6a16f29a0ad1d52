import { type CdaCode, readCode, readId } from '../../../artifacts/cda/values.js';
import { groupBy } from '../../../artifacts/group-by.js';
import type { XdsObject, XdsValue } from '../../../artifacts/xds/metadata.js';
import type { XmlElement } from '../../../artifacts/xml/tree.js';
import { readHl7Code, readHl7Organization, readHl7Person } from '../../../identity/hl7-name.js';
import { nameKey } from '../../../identity/names.js';
import { isProfessionalId, isStructureId } from '../../../identity/national-ids.js';
import { bareOid } from '../../../identity/oids.js';
import { compareCode, compareSystem } from './coded-values.js';
import {
  attributeOf,
  type Compared,
  type ComparedEntry,
  compareValue,
  differs,
  missing,
  NOTHING,
  together,
} from './compared-entry.js';

type XdsAuthor = XdsObject['authors'][number];

/** The authors of the entry, one for each of the document, and who answers for it. */
export function comparePeople(compared: ComparedEntry): Compared {
  const { root } = compared.cda.content;
  const [signed] = compared.entry.slot('legalAuthenticator');
  const authenticator = root.first('legalAuthenticator', 'assignedEntity');
  return together([authors(compared), comparePerson(compared, 'legalAuthenticator', signed, authenticator)]);
}

function authors(compared: ComparedEntry): Compared {
  const { entry, cda } = compared;
  const said = cda.content.root.all('author', 'assignedAuthor');
  const found = entry.authors;
  const [first] = found;
  const [author] = said;
  // No author at all is a worse fault, which other checks tell.
  if (!first || !author) return NOTHING;
  const value = `${said.length}`;
  if (found.length !== said.length) {
    const extra = found[said.length] ?? found.at(-1) ?? first;
    const other = said[found.length] ?? said.at(-1) ?? author;
    const at = { node: extra.node, value: '' };
    const count = { count: found.length };
    return { evaluated: 1, findings: [differs(compared, 'author-count', 'author', at, { node: other, value }, count)] };
  }
  const pairs = pairedById(found, said);
  return together(pairs.flatMap(([each, own]) => compareAuthor(compared, each, own)));
}

/** Each author of the entry with that of the document who has the same identifier; those that are left, in their order. */
function pairedById(found: readonly XdsAuthor[], said: readonly XmlElement[]): [XdsAuthor, XmlElement][] {
  const left = groupBy([...said].reverse(), (each) => each.first('id')?.attribute('extension')?.trim() ?? '');
  const pairs = found.map((each) => ({ each, own: left.get(readHl7Person(each.persons[0]?.value ?? '').id)?.pop() }));
  const others = [...left.values()].flat();
  return pairs.flatMap(({ each, own }): [XdsAuthor, XmlElement][] => {
    const other = own ?? others.pop();
    return other ? [[each, other]] : [];
  });
}

/** @param said `author/assignedAuthor` */
function compareAuthor(compared: ComparedEntry, found: XdsAuthor, said: XmlElement): Compared[] {
  const [institution] = found.institutions;
  const [role] = found.roles;
  const [specialty] = found.specialties;
  const organization = said.first('representedOrganization');
  const author = said.parentNode;
  const functionCode = 'first' in author ? attributeOf(author.first('functionCode'), 'displayName') : undefined;
  const code = said.first('code');
  const coded = attributeOf(code, 'code');
  return [
    comparePerson(compared, 'authorPerson', found.persons[0], said),
    institution?.value
      ? compareInstitution(compared, institution, organization)
      : organization && organizationOf(organization).replace(/\^/g, '')
        ? missing(compared, 'authorInstitution', found.node, {
            node: organization,
            value: organizationOf(organization),
          })
        : NOTHING,
    role?.value
      ? compareValue(
          compared,
          'text',
          'authorRole',
          role,
          functionCode,
          (one, other) => nameKey(one) === nameKey(other),
        )
      : functionCode
        ? missing(compared, 'authorRole', found.node, functionCode)
        : NOTHING,
    specialty?.value
      ? compareSpecialty(compared, specialty, code && readCode(code))
      : coded
        ? missing(compared, 'authorSpecialty', found.node, coded)
        : NOTHING,
  ];
}

function compareSpecialty(compared: ComparedEntry, { value, node }: XdsValue, said: CdaCode | undefined): Compared {
  const { code, system } = readHl7Code(value);
  const { evaluated, findings } = compareCode(compared, 'authorSpecialty', { value: code, node }, said);
  const found = { value: code, scheme: system, node };
  return { evaluated, findings: [...findings, ...compareSystem(compared, 'authorSpecialty', found, said)] };
}

/**
 * A person or a system: identifier under its authority, and names, which are compared whatever their case and their accents.
 * @param entity `assignedAuthor` or `assignedEntity`
 */
function comparePerson(
  compared: ComparedEntry,
  attribute: string,
  found: XdsValue | undefined,
  entity: XmlElement | undefined,
): Compared {
  if (!found?.value || !entity) return NOTHING;
  const { id, oid, family, given, idType } = readHl7Person(found.value);
  // An identifier that has not the form of its kind is for the checks of metadata alone.
  const isFormless = idType === 'IDNPS' && !isProfessionalId(id);
  const ids = entity.childrenNamed('id').map(readId);
  const named = namesOf(entity);
  const isSame =
    (isFormless || isOneOf(ids, id, oid)) &&
    (sameName(family, named.family) ?? true) &&
    (sameName(given, named.given) ?? true);
  return {
    evaluated: 1,
    findings: isSame
      ? []
      : [differs(compared, 'person', attribute, found, { node: ids[0]?.node ?? entity, value: personOf(entity) })],
  };
}

/** True when one side has no identifier: that is for other checks. */
function isOneOf(ids: readonly ReturnType<typeof readId>[], id: string, oid: string): boolean {
  const told = ids.filter(({ extension }) => extension?.trim());
  if (id === '' || told.length === 0) return true;
  return told.some(
    ({ root, extension }) => extension?.trim() === id && (oid === '' || !root || bareOid(oid) === bareOid(root)),
  );
}

/** Undefined when one side tells no name. */
function sameName(one: string, other: string): boolean | undefined {
  return one && other ? nameKey(one) === nameKey(other) : undefined;
}

/** The names of a person, or those of a system: what it is called, and its model. */
function namesOf(entity: XmlElement): { family: string; given: string } {
  const name = entity.first('assignedPerson', 'name');
  const device = entity.first('assignedAuthoringDevice');
  const text = (node: XmlElement | undefined): string => node?.normalizedText ?? '';
  return device
    ? { family: text(device.first('softwareName')), given: text(device.first('manufacturerModelName')) }
    : { family: text(name?.first('family')), given: text(name?.first('given')) };
}

/** The beginning of the XCN that the document tells. */
function personOf(entity: XmlElement): string {
  const { family, given } = namesOf(entity);
  return [entity.first('id')?.attribute('extension') ?? '', family, given].join('^');
}

function compareInstitution(compared: ComparedEntry, found: XdsValue, organization: XmlElement | undefined): Compared {
  if (!organization) return NOTHING;
  const { name, oid, id, idType } = readHl7Organization(found.value);
  const isFormless = idType === 'IDNST' && !isStructureId(id);
  const ids = organization.childrenNamed('id').map(readId);
  const own = organization.first('name');
  if ((isFormless || isOneOf(ids, id, oid)) && (sameName(name, own?.normalizedText ?? '') ?? true))
    return { evaluated: 1, findings: [] };
  const said = { node: ids[0]?.node ?? own ?? organization, value: organizationOf(organization) };
  return { evaluated: 1, findings: [differs(compared, 'institution', 'authorInstitution', found, said)] };
}

/** The name and the identifier of the XON that the document tells. */
function organizationOf(organization: XmlElement): string {
  const name = organization.first('name')?.normalizedText ?? '';
  return [name, organization.first('id')?.attribute('extension') ?? ''].filter(Boolean).join(' ^ ');
}
