import { contained } from '../../artifacts/artifact.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { archivesOf, holdsUnread } from '../mails/carried-documents.js';
import { isTransmission } from '../mails/sending.js';

const CLAUSE = 'Référentiel socle MSSanté #2 v1.0, ECO.2.1.1 (MSS/CONF.23)';

/** The documents of a mail travel in one IHE_XDM archive that holds CDA documents. */
export const xdmAttachment = defineCheck({
  id: 'mss/xdm-attachment',
  on: 'mail',
  rules: {
    'bare-cda': { severity: 'error', mark: 'primary', clause: CLAUSE, samples: null },
    'no-cda': { severity: 'error', mark: 'primary', clause: CLAUSE, samples: null },
    several: { severity: 'warning', mark: 'primary', clause: CLAUSE, samples: null },
    name: {
      severity: 'warning',
      mark: 'observed',
      clause: 'Volet Transmission au LPS de documents CDA, exemples',
      samples: null,
    },
  },
  examples: [
    {
      rule: 'bare-cda',
      base: 'mail',
      part: 'attachments',
      good: 'IHE_XDM.zip | application/zip | archive',
      bad: 'document.xml | text/xml | cda',
      trips: ['mss/ins-header', 'mss/codecda-header'],
    },
    {
      rule: 'no-cda',
      base: 'mail',
      part: 'archive',
      good: 'IHE_XDM/SUBSET01/DOC0001.XML cda',
      bad: 'IHE_XDM/SUBSET01/DOC0001.TXT readme',
      trips: ['dmp/xdm-documents', 'mss/ins-header', 'mss/codecda-header'],
    },
    {
      rule: 'several',
      base: 'mail',
      part: 'attachments',
      good: 'IHE_XDM.zip | application/zip | archive',
      bad: 'IHE_XDM.zip | application/zip | archive\nIHE_XDM.zip | application/zip | archive',
      trips: ['mss/pdf-copies', 'mss/subject-content'],
    },
    {
      rule: 'name',
      base: 'mail',
      part: 'attachments',
      good: 'IHE_XDM.zip | application/zip | archive',
      bad: 'documents.zip | application/zip | archive',
    },
  ],
  run(mail) {
    const archives = archivesOf(mail);
    const bare = mail.children.filter((child) => child.kind === 'cda');
    if (archives.length + bare.length === 0 || !isTransmission(mail))
      return { evaluated: 0, findings: [], applies: false };
    const findings: RawFinding<'bare-cda' | 'no-cda' | 'several' | 'name'>[] = [];
    if (archives.length === 0)
      findings.push({ rule: 'bare-cda', at: placeIn(mail), actual: bare.map((each) => nameOf(each.path)).join(', ') });
    if (archives.length > 1) findings.push({ rule: 'several', at: placeIn(mail), args: { count: archives.length } });
    for (const archive of archives) {
      if (contained(archive, 'cda').length === 0 && !holdsUnread(archive))
        findings.push({ rule: 'no-cda', at: placeIn(archive) });
      const name = nameOf(archive.path);
      if (!/^IHE_XDM\.ZIP(?:#\d+)?$/i.test(name)) findings.push({ rule: 'name', at: placeIn(archive), actual: name });
    }
    return { evaluated: archives.length + bare.length, findings };
  },
});

function nameOf(path: string): string {
  return path.split('!').at(-1) ?? path;
}
