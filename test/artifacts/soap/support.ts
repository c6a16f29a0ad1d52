import { readFileSync } from 'node:fs';
import { type Artifact, isKind } from '../../../src/artifacts/artifact.js';
import { type Reading, read } from '../../../src/artifacts/read.js';
import type { SoapBody } from '../../../src/artifacts/soap/body.js';
import type { SoapMessage } from '../../../src/artifacts/soap/soap.js';

/** An example of `fixtures/artifacts/soap`. */
export function example(name: string): Buffer {
  return readFileSync(new URL(`../../../fixtures/artifacts/soap/${name}`, import.meta.url));
}

export function readAs(path: string, bytes: string | Uint8Array): Promise<Reading> {
  return read({ path, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, declared: {} });
}

export async function soapOf(path: string, bytes: string | Uint8Array = example(path)): Promise<Artifact<'soap'>> {
  const { artifact, unreadable } = await readAs(path, bytes);
  if (!artifact || !isKind(artifact, 'soap'))
    throw new Error(`${path}: ${artifact?.kind} ${JSON.stringify(unreadable)}`);
  return artifact;
}

/** The only message of an example. */
export async function messageOf(path: string, bytes?: string | Uint8Array): Promise<SoapMessage> {
  const { messages } = (await soapOf(path, bytes)).content;
  const [message] = messages;
  if (!message || messages.length > 1) throw new Error(`${path} has ${messages.length} messages`);
  return message;
}

export async function bodyOf<T extends SoapBody['type']>(
  path: string,
  type: T,
): Promise<SoapBody & { readonly type: T }> {
  const { body } = await messageOf(path);
  if (body.type !== type) throw new Error(`${path} is ${body.type}`);
  return body as SoapBody & { readonly type: T };
}
