import type { Example } from '../../define.js';

/** What the archive of a mail says of the patient, edited: the document inside says otherwise. */
function inMetadata<R extends string>(rule: R, good: string, bad: string): Example<R> {
  return { rule, base: 'mail', part: 'metadata', good, bad };
}

/** One place edited of several that tell the patient; what is declared of the patient is in the tests. */
export const oneIdentityExamples = [
  {
    rule: 'matricule',
    base: 'mail',
    part: 'cda',
    good: '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>',
    bad: '<id root="1.2.250.1.213.1.4.10" extension="152026912399136"/>',
    trips: ['ins/document-identity', 'mss/ins-header', 'mss/one-patient'],
  },
  {
    rule: 'oid',
    base: 'mail',
    part: 'cda',
    good: '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>',
    bad: '<id root="1.2.250.1.213.1.4.11" extension="285076311399048"/>',
    trips: ['mss/one-patient'],
  },
  inMetadata('birth-name', 'PID-5|TEST-ALPHA^CAMILLE', 'PID-5|TEST-ALPHO^CAMILLE'),
  inMetadata('first-given', 'PID-5|TEST-ALPHA^CAMILLE^', 'PID-5|TEST-ALPHA^CAMILLE LOUISE^'),
  inMetadata('given-list', '^CAMILLE LOUISE ANNE^^^^L', '^CAMILLE LOUISE^^^^L'),
  inMetadata('sex', 'PID-8|F', 'PID-8|M'),
  inMetadata('birth-date', 'PID-7|19850714', 'PID-7|19850715'),
  inMetadata('birth-place', '^BDL^^63113', '^BDL^^63114'),
  {
    rule: 'used-name',
    base: 'cda-n1',
    part: 'cda',
    good: '<family qualifier="BR">TEST-ALPHA</family>',
    bad: '<family qualifier="BR">TEST-ALPHA</family>\n          <family qualifier="CL">AUTRE-USAGE</family>',
  },
  {
    rule: 'used-given',
    base: 'cda-n1',
    part: 'cda',
    good: '<given qualifier="BR">CAMILLE</given>',
    bad: '<given qualifier="BR">CAMILLE</given>\n          <given qualifier="CL">LOUISE</given>',
  },
  inMetadata(
    'another-person',
    'PID-5|TEST-ALPHA^CAMILLE^CAMILLE LOUISE ANNE^^^^L</rim:Value><rim:Value>PID-7|19850714</rim:Value><rim:Value>PID-8|F',
    'PID-5|TEST-OMEGA^PAUL^PAUL MARIE^^^^L</rim:Value><rim:Value>PID-7|19520229</rim:Value><rim:Value>PID-8|M',
  ),
  {
    rule: 'message-and-document',
    base: 'hl7v2-document',
    part: 'message',
    good: 'TEST-ALPHA^CAMILLE^CAMILLE LOUISE ANNE^^^^L||19850714|F',
    bad: 'TEST-OMEGA^PAUL^PAUL MARIE^^^^L||19520229|M',
  },
  {
    rule: 'unqualified',
    base: 'cda-unqualified',
    part: 'cda',
    good: '<id root="2.999.1.1" extension="10004"/>',
    bad: '<id root="1.2.250.1.213.1.4.10" extension="171041305599142"/>\n      <id root="2.999.1.1" extension="10004"/>',
    trips: ['ins/unqualified-document'],
  },
] as const satisfies readonly Example[];
