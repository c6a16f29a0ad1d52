import { describe, expect, it } from 'vitest';
import { contactDetails } from '../../../src/checks/cda/contact-details.js';
import { nullFlavors } from '../../../src/checks/cda/null-flavors.js';
import type { Check } from '../../../src/checks/define.js';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { runOn } from '../../support/run-check.js';

async function rulesAfter(check: Check, good: string, bad: string, base: ExampleBase = 'cda-n1'): Promise<string[]> {
  return (await runOn(check, base, [['cda', good, bad]])).findings.map(({ rule }) => rule);
}

const ADDR = '<addr nullFlavor="UNK"/>';
const MAILBOX = '<telecom value="mailto:285076311399048@patient.mssante.fr"/>';

describe('cda/contact-details', () => {
  it.each([
    ['<addr use="H HP"><city>LYON</city></addr>', []],
    ['<addr use="H,HP"><city>LYON</city></addr>', ['addr-use']],
    ['<addr use=""><city>LYON</city></addr>', ['addr-use']],
    [`<addr>${'<streetAddressLine>LYON</streetAddressLine>'.repeat(7)}</addr>`, []],
    [`<addr>${'<streetAddressLine>LYON</streetAddressLine>'.repeat(8)}</addr>`, ['addr-form']],
    ['<addr><streetAddressLine>3 place du Banc</streetAddressLine><city>LYON</city></addr>', ['addr-form']],
    ['<addr>LYON <city>LYON</city></addr>', ['addr-form']],
    ['<addr> <!-- rien --> </addr>', ['addr-empty']],
    ['<addr><city>LYON</city><delimiter/><delimiter/></addr>', []],
    ['<addr><city>LYON</city><city>LYON</city><city>LYON</city></addr>', ['addr-part']],
  ])('judges %s', async (addr, rules) => {
    expect(await rulesAfter(contactDetails, ADDR, addr)).toEqual(rules);
  });

  it.each([
    ['<telecom use="MC EC" value="tel:+33-639980000"/>', []],
    ['<telecom value="tel:0639980000;ext=12"/>', []],
    ['<telecom value="fax:+33(0)473000001"/>', []],
    ['<telecom value="http://exemple.fr/"/>', []],
    ['<telecom value="ftp://exemple.fr/dossier/"/>', []],
    ['<telecom nullFlavor="MSK"/>', []],
    ['<telecom use="XX" value="tel:0639980000"/>', ['telecom-use']],
    ['<telecom value=""/>', ['telecom-empty']],
    ['<telecom value="tel:"/>', ['telecom-scheme']],
    ['<telecom value="https://exemple.fr/"/>', ['telecom-scheme']],
    ['<telecom value="TEL:0639980000"/>', ['telecom-scheme']],
    ['<telecom value="tel: 0639980000"/>', ['telecom-space']],
    ['<telecom value=" tel:0639980000"/>', ['telecom-space']],
    ['<telecom value="tel:à demander"/>', ['telecom-space']],
    ['<telecom value="tel:inconnu"/>', ['telecom-form']],
    ['<telecom value="mailto:a@b@c"/>', ['telecom-form']],
  ])('judges %s', async (telecom, rules) => {
    expect(await rulesAfter(contactDetails, MAILBOX, MAILBOX + telecom)).toEqual(rules);
  });

  it('shows no coordinates', async () => {
    const { findings } = await runOn(contactDetails, 'cda-n1', [
      ['cda', MAILBOX, `${MAILBOX}<telecom value="0639980000"/><telecom value="tel:06 39 98 00 00"/>`],
    ]);
    expect(JSON.stringify(findings.map(({ args, actual }) => [args, actual]))).not.toMatch(/39/);
  });

  it('does not look at the body', async () => {
    const rules = await rulesAfter(
      contactDetails,
      '<title>BIOCHIMIE</title>',
      '<title>BIOCHIMIE</title><author><assignedAuthor><telecom value="06"/></assignedAuthor></author>',
      'cda-n3',
    );
    expect(rules).toEqual([]);
  });
});

describe('cda/null-flavors', () => {
  const NEXT = '  <participant typeCode="REF">\n';

  it.each([
    ['<addr nullFlavor="NASK"/>', []],
    ['<addr nullFlavor="OTH"/>', ['reason']],
    ['<addr nullFlavor=""/>', ['reason']],
    ['<addr nullFlavor="unk"/>', ['reason']],
    ['<addr nullFlavor="MSK">LYON</addr>', ['beside']],
  ])('judges %s', async (addr, rules) => {
    expect(await rulesAfter(nullFlavors, ADDR, addr)).toEqual(rules);
  });

  it.each([
    ['<recordTarget>', '<recordTarget nullFlavor="UNK">', ['forbidden']],
    ['<patientRole>', '<patientRole nullFlavor="NI">', ['forbidden']],
    ['<patient>', '<patient nullFlavor="UNK">', ['forbidden']],
    ['<author>', '<author nullFlavor="UNK">', ['forbidden']],
    ['<custodian>', '<custodian nullFlavor="UNK">', ['forbidden']],
    ['<legalAuthenticator>', '<legalAuthenticator nullFlavor="UNK">', ['forbidden']],
    ['<versionNumber value="1"/>', '<versionNumber nullFlavor="NI"/>', []],
    ['<encompassingEncounter>', '<encompassingEncounter nullFlavor="NI">', []],
    ['<signatureCode code="S"/>', '<signatureCode code="S" nullFlavor="UNK"/>', ['beside']],
  ])('judges %s as %s', async (good, bad, rules) => {
    expect(await rulesAfter(nullFlavors, good, bad)).toEqual(rules);
  });

  it('takes NA for the time of a participant only, and words for a function without a code', async () => {
    const more =
      '<participant typeCode="INF"><functionCode nullFlavor="UNK"><originalText>Aide</originalText></functionCode><time nullFlavor="NA"/><associatedEntity classCode="AGNT"><addr nullFlavor="NA"/></associatedEntity></participant>\n';
    expect(await rulesAfter(nullFlavors, NEXT, more + NEXT, 'cda-n3')).toEqual(['reason']);
  });
});
