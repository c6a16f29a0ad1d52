import type { HarExchange } from '../../../artifacts/http/har.js';
import { isObject, parseJson } from '../../../artifacts/json/document.js';

const known = new WeakMap<HarExchange, { readonly object: Record<string, unknown> | undefined }>();

/** The JSON object that a response holds, undefined when it holds none or was not captured. Read once: every check asks for it. */
export function responseObject(exchange: HarExchange): Record<string, unknown> | undefined {
  const { object } = known.get(exchange) ?? { object: readObject(exchange) };
  known.set(exchange, { object });
  return object;
}

function readObject(exchange: HarExchange): Record<string, unknown> | undefined {
  if (!exchange.responseBody) return undefined;
  try {
    const { value } = parseJson(exchange.responseBody);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A member of a response that is a non-empty string. */
export function textIn(response: Record<string, unknown> | undefined, name: string): string | undefined {
  const value = response?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** True for an answer of success, with tokens or not. */
export function succeeded(exchange: HarExchange): boolean {
  return exchange.status >= 200 && exchange.status < 300;
}

/** The code by which an endpoint refused a request, or its status. */
export function refusalOf(exchange: HarExchange): string | undefined {
  const { status } = exchange;
  if (status < 400 || status >= 500) return undefined;
  return textIn(responseObject(exchange), 'error') ?? String(status);
}
