import { isObject } from '../json/document.js';
import { type Members, number, objects, text, texts } from './members.js';
import type { CodedValue, OidcContent, OtherId, Practice } from './openid.js';

type UserInfo = Omit<Extract<OidcContent, { type: 'userinfo' }>, 'json'>;

/** Claims that tell whose document this is; a bare `sub` could be anyone's. */
const TELLING = ['SubjectNameID', 'preferred_username', 'given_name', 'family_name', 'SubjectRefPro', 'email'];

/** The answer of a userinfo endpoint, or undefined. Claims of a token (`exp`) are not one, even saved as JSON. */
export function userInfo(value: Members): UserInfo | undefined {
  const subject = text(value, 'sub');
  if (subject === undefined || value.exp !== undefined || !TELLING.some((name) => name in value)) return undefined;
  const professional = isObject(value.SubjectRefPro) ? value.SubjectRefPro : {};
  return {
    type: 'userinfo',
    subject,
    nationalId: text(value, 'SubjectNameID'),
    preferredUsername: text(value, 'preferred_username'),
    givenName: text(value, 'given_name'),
    familyName: text(value, 'family_name'),
    sector: texts(value, 'Secteur_Activite').map(codedValue)[0],
    roles: texts(value, 'SubjectRole').map(codedValue),
    organization: text(value, 'SubjectOrganization'),
    organizationId: text(value, 'SubjectOrganizationID'),
    civility: text(value, 'codeCivilite') ?? text(professional, 'codeCivilite'),
    authenticationMode: text(value, 'authMode'),
    otherIds: objects(value, 'otherIds').flatMap(otherId),
    practices: objects(professional, 'exercices').map(practice),
  };
}

function codedValue(written: string): CodedValue {
  const [code = '', system] = written.split('^');
  return { code, system };
}

function otherId(value: Members): OtherId[] {
  const identifier = text(value, 'identifiant');
  if (identifier === undefined) return [];
  return [{ value: identifier, origin: text(value, 'origine'), quality: number(value, 'qualite') }];
}

function practice(value: Members): Practice {
  return { members: textMembers(value), activities: objects(value, 'activities').map(textMembers) };
}

function textMembers(value: Members): ReadonlyMap<string, string> {
  const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return new Map(entries.filter(([, each]) => each !== ''));
}
