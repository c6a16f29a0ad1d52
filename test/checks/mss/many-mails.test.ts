import { expect, it } from 'vitest';
import type { Declaration } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { SetCheck } from '../../../src/checks/define.js';
import { deletionNotice } from '../../../src/checks/mss/deletion-notice.js';
import { traceAndMail } from '../../../src/checks/mss/trace-and-mail.js';

const COLUMNS = { instant: 'date', actor: 'user', action: 'action', mailbox: 'bal', message: 'id' };

// What compares each mail with all the rows, or with all the mails, takes minutes here.
it('compares a mailbox of thousands of mails with a trace of thousands of rows', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => {
    const time = new Date(Date.UTC(2026, 2, 1) + index * 1000).toISOString();
    return `${time};899700100011;envoi;a@b.mssante.fr;<${index}@b.fr>\n`;
  });
  const trace = await kept(traceAndMail, 'a.csv', `date;user;action;bal;id\n${rows.join('')}`, { columns: COLUMNS });
  const mail = await kept(traceAndMail, 'a.eml', mailText('Compte rendu', 'x'), { role: 'outgoing' });
  const outcome = traceAndMail.run([trace, ...Array(20_000).fill(mail)], NOTHING_DECLARED);
  expect(outcome.findings).toEqual([]);
});

it('compares thousands of deletion notices with thousands of mails', async () => {
  const text = 'Le compte rendu du 12/01/2026 a été supprimé.';
  const notice = await kept(deletionNotice, 'a.eml', mailText('Suppression', text), {});
  const sent = { path: 'b.eml', messageId: '1@b.fr', recipients: ['c@b.mssante.fr'], documents: [] };
  const named = { ...sent, documents: [{ id: '', names: [' compte rendu '], days: [], patient: '' }] };
  const outcome = deletionNotice.run([...Array(5000).fill(notice), ...Array(5000).fill(named)], NOTHING_DECLARED);
  expect(outcome.findings).toEqual([]);
  expect(outcome.evaluated).toBeGreaterThan(0);
});

function mailText(subject: string, text: string): string {
  return `From: <a@b.mssante.fr>\r\nTo: <c@b.mssante.fr>\r\nDate: Sun, 1 Mar 2026 12:00:00 +0000\r\nMessage-ID: <z@b.fr>\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n${text}\r\n`;
}

async function kept(check: SetCheck, path: string, text: string, declared: Declaration): Promise<unknown> {
  const { artifact } = await read({ path, bytes: Buffer.from(text), declared });
  if (!artifact) throw new Error(`${path} is not read`);
  return check.keep(artifact);
}
