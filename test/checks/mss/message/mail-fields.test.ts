import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageIdForm } from '../../../../src/checks/mails/message-id-form.js';
import { mailDateForm } from '../../../../src/checks/mss/message/mail-date.js';

describe('a Message-ID', () => {
  it.each([
    '<20260316103000.1@exemple.mssante.fr>',
    '<1@[192.168.0.1]>',
    '<1@[]>',
    "<CAF=a+b_c!#$%&'*-/=?^`{|}~@mail.exemple>",
    '<1@localhost>',
    '(avant) <1@exemple.fr> (après (et encore))',
  ])('%j is right', (id) => {
    expect(messageIdForm(id)).toBe('right');
  });

  it.each(['<"a b"@exemple.fr>', '<a . b@exemple . fr>', '< a@exemple.fr >', '<"a@b".c@exemple.fr>'])(
    '%j is of before',
    (id) => {
      expect(messageIdForm(id)).toBe('obsolete');
    },
  );

  it.each([
    '1@exemple.fr',
    '<199509200019.12345>',
    '<a@b@c>',
    '<a..b@exemple.fr>',
    '<.a@exemple.fr>',
    '<a@exemple.fr.>',
    '<@exemple.fr>',
    '<a@>',
    '<>',
    '<a@b> <c@d>',
    '<a@[x>',
    '<é@exemple.fr>',
    `<${'a'.repeat(3000)}@b>`,
  ])('%j is wrong', (id) => {
    expect(messageIdForm(id)).toBe('wrong');
  });
});

describe('the date of a mail', () => {
  it.each([
    'Mon, 16 Mar 2026 10:30:00 +0100',
    '16 Mar 2026 10:30 +0100',
    'Mon,16 Mar 2026 10:30:00 +0100 (CET)',
    'mon, 16 mar 2026 10:30:00 -0000',
    'Sat, 29 Feb 2020 23:59:60 +1400',
    ' Mon,\t 6 Apr 2026  10:30:00 +0200',
    'Mon, 06 Apr 2026 10:30:00 +0200 (heure d’été (Paris))',
  ])('%j is right', (date) => {
    expect(mailDateForm(date)).toBe('right');
  });

  it.each([
    'Mon, 16 Mar 26 10:30:00 +0100',
    '16 Mar 2026 10:30:00 GMT',
    '16 Mar 2026 10 : 30 +0100',
    '21 Nov 97 09:55:06 EST',
  ])('%j is of before', (date) => {
    expect(mailDateForm(date)).toBe('obsolete');
  });

  it.each([
    '',
    'lun., 16 mars 2026 10:30:00 +0100',
    '2026-03-16T10:30:00+01:00',
    'Mon, 16 Mar 2026 10:30:00',
    'Mon, 16 Mar 2026 10:30:00 +01:00',
    'Mon, 16 Mar 2026 10:30:00 CET',
    'Mon, 30 Feb 2026 10:30:00 +0100',
    'Mon, 0 Mar 2026 10:30:00 +0100',
    'Mon, 16 Mar 2026 24:30:00 +0100',
    'Mon, 16 Mar 2026 10:60:00 +0100',
    'Lun, 16 Mar 2026 10:30:00 +0100',
    '16 Mai 2026 10:30:00 +0100',
    '16 Mar 2026 10:30:00 +0199',
  ])('%j is wrong', (date) => {
    expect(mailDateForm(date)).toBe('wrong');
  });

  it('has the day of the week of its own date', () => {
    expect(mailDateForm('Tue, 16 Mar 2026 10:30:00 +0100')).toBe('weekday');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          expect(mailDateForm(date.toUTCString().replace('GMT', '+0000'))).toBe('right');
        },
      ),
    );
  });
});
