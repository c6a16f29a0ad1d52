import { describe, expect, it } from 'vitest';
import type { DeliveryStatus } from '../../../src/artifacts/mail/delivery-status.js';
import type { DispositionNotification } from '../../../src/artifacts/mail/disposition-notification.js';
import { attachments } from '../../../src/artifacts/mail/mail.js';
import type { MailReport } from '../../../src/artifacts/mail/reports.js';
import { read } from '../../../src/artifacts/read.js';
import { caught } from '../../support/caught.js';
import { example, readWith } from './example.js';

const report = (type: string, fields: string, encoding = '7bit') =>
  readWith(
    `From: a\nTo: b\nContent-Type: multipart/report; boundary=b\n\n--b\n\nx\n--b\nContent-Type: message/${type}\nContent-Transfer-Encoding: ${encoding}\n\n${fields}\n--b--\n`,
  ).mail;
const notification = (fields: string, encoding?: string): DispositionNotification => {
  const [found] = report('disposition-notification', fields, encoding).reports;
  return found?.kind === 'disposition-notification' ? found : expect.fail('no notification');
};
const only = <K extends MailReport['kind']>(
  kind: K,
  reports: readonly MailReport[],
): Extract<MailReport, { kind: K }> => {
  expect(reports.map((each) => each.kind)).toEqual([kind]);
  return reports[0] as Extract<MailReport, { kind: K }>;
};

describe('a reading receipt', () => {
  it('says what was done with which mail', () => {
    const bytes = example('mail/mdn-processed.eml');
    const { mail, reserves } = readWith(bytes);
    const found = only('disposition-notification', mail.reports);
    expect(reserves).toEqual([]);
    expect(found).toMatchObject({
      part: { path: '2', mediaType: 'message/disposition-notification' },
      reportingUa: { text: 'integrateur.exemple.mssante.fr; Exemple LGC 4.2.0' },
      originalRecipient: { type: 'rfc822', value: 'jean.correspondant@exemple.mssante.fr' },
      finalRecipient: { type: 'rfc822', value: 'integration@exemple.mssante.fr' },
      originalMessageId: { text: '<20260316103000.1@exemple.mssante.fr>' },
      mdnGateway: undefined,
      failures: [],
      warnings: [],
      errors: [],
    });
    expect(found.disposition).toMatchObject({
      text: 'automatic-action/MDN-sent-automatically; processed',
      actionMode: 'automatic-action',
      sendingMode: 'mdn-sent-automatically',
      type: 'processed',
      modifiers: [],
    });
    const lines = bytes.toString('latin1').split('\r\n');
    for (const { line, source } of found.fields) expect(`${lines[line - 1]}\r\n`).toBe(source);
  });

  it.each(['mail/mdn-error-in-disposition.eml', 'mail/mdn-error-in-field.eml'])(
    'gives the code of an error as a text, wherever it is written: %s',
    (path) => {
      const found = only('disposition-notification', readWith(example(path)).mail.reports);
      expect(found.disposition).toMatchObject({ type: 'processed', modifiers: ['error'] });
      expect(found.errors).toMatchObject([{ text: '902^Patient inconnu', code: '902', label: 'Patient inconnu' }]);
    },
  );

  it.each<[string, object]>([
    ['manual-action/MDN-sent-manually;displayed', { actionMode: 'manual-action', type: 'displayed', modifiers: [] }],
    ['a/b; deleted/error,warning', { type: 'deleted', modifiers: ['error', 'warning'] }],
    ['processed', { text: 'processed', actionMode: undefined, sendingMode: undefined, type: undefined, modifiers: [] }],
    ['a/b;', { actionMode: 'a', sendingMode: 'b', type: undefined }],
  ])('reads the disposition %s', (text, expected) => {
    expect(notification(`Disposition: ${text}`).disposition).toMatchObject(expected);
  });

  it.each<[string, object]>([
    ['Error: 906^Autre, inconnu^e', { code: '906', label: 'Autre, inconnu^e' }],
    ['Error: panne', { code: undefined, label: 'panne' }],
    ['Error: ^panne', { code: undefined, label: 'panne' }],
    ['Disposition: a/b; processed/error: 901^Auteur, non', { code: '901', label: 'Auteur, non' }],
  ])('reads %s', (field, expected) => {
    expect(notification(field).errors).toMatchObject([expected]);
  });

  it('keeps every field, those that it does not know too', () => {
    const found = notification('Failure: a\nWarning: b\nX-Other: c\nFailure: d');
    expect(found.fields.map(({ name }) => name)).toEqual(['Failure', 'Warning', 'X-Other', 'Failure']);
    expect(found.failures.map(({ text }) => text)).toEqual(['a', 'd']);
    expect(found.warnings.map(({ text }) => text)).toEqual(['b']);
    expect(found.disposition).toBeUndefined();
  });

  it('is read out of base64, with the line where the part starts', () => {
    const found = notification(Buffer.from('\nDisposition: a/b; processed\n').toString('base64'), 'base64');
    expect(found.disposition).toMatchObject({ type: 'processed', header: { line: 12 } });
  });

  it('is no child of the mail, unless nothing of it could be read', async () => {
    const { artifact } = await read({ path: 'm.eml', bytes: example('mail/mdn-processed.eml'), declared: {} });
    expect(artifact?.children.map(({ path }) => path)).toEqual(['m.eml!part-2']);
    const hidden = report('disposition-notification', 'PK\x03\x04');
    expect(hidden.reports).toEqual([]);
    expect(attachments(hidden)).toHaveLength(1);
  });

  it('is refused with what forges a field, or with too many of them', async () => {
    expect(await caught(() => notification('Disposition: a\0'))).toMatchObject({
      code: 'read/mail',
      args: { reason: 'control-in-header' },
      location: { line: 12 },
    });
    expect(await caught(() => notification('a:\n'.repeat(10_001)))).toMatchObject({
      code: 'read/mail-limit',
      args: { limit: 'mailFields' },
    });
  });
});

describe('a delivery status', () => {
  it('says what became of the mail for each recipient', () => {
    const { mail, reserves } = readWith(example('mail/dsn-failed.eml'));
    const found: DeliveryStatus = only('delivery-status', mail.reports);
    expect(reserves).toEqual([]);
    expect(found).toMatchObject({
      reportingMta: { type: 'dns', value: 'mta.exemple.mssante.fr' },
      arrivalDate: { text: 'Mon, 16 Mar 2026 10:30:00 +0100' },
      originalEnvelopeId: undefined,
      dsnGateway: undefined,
      receivedFromMta: undefined,
    });
    expect(found.recipients).toMatchObject([
      {
        originalRecipient: { type: 'rfc822', value: '285076311399048@patient.mssante.fr' },
        finalRecipient: { value: '285076311399048@patient.mssante.fr', header: { line: 20 } },
        action: 'failed',
        status: { text: '5.1.1' },
        remoteMta: { type: 'dns', value: 'mx.exemple.mssante.fr' },
        diagnosticCode: { type: 'smtp', value: '550 5.1.1 unknown  mailbox' },
        willRetryUntil: undefined,
      },
      { action: 'delayed', status: { text: '4.4.1' }, willRetryUntil: { text: 'Wed, 18 Mar 2026 10:30:00 +0100' } },
    ]);
  });

  it('has a value without a type as it is', () => {
    const [found] = report('delivery-status', 'Reporting-MTA: here\n\nAction: FAILED').reports;
    expect(found).toMatchObject({ reportingMta: { type: '', value: 'here' }, recipients: [{ action: 'failed' }] });
  });

  it.each(['', '\n', '\n\n\n'])('may hold the head of the mail as a message without content (%j)', async (end) => {
    const bytes = `From: a\nTo: b\nContent-Type: multipart/report; boundary=b\n\n--b\n\nx\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; a\n\nAction: delivered\n--b\nContent-Type: message/rfc822\n\nFrom: a\nTo: c\nContent-Type: multipart/mixed; boundary=d\n${end}--b--\n`;
    const { artifact, unreadable } = await read({ path: 'a.eml', bytes: Buffer.from(bytes), declared: {} });
    expect(unreadable).toEqual([]);
    expect(artifact?.children).toEqual([]);
  });
});
