// @ts-check
import { readFileSync } from 'node:fs';

/** @typedef {{ rule: string, files: string[], fault: string }} Fault */

/** @type {readonly Fault[]} */
const FAULTS = JSON.parse(readFileSync(new URL('faults.json', import.meta.url), 'utf8'));

/**
 * Why an official sample breaks an error rule: a fault of its own, that was looked at and written in `faults.json`.
 *
 * @param {string} code of the rule
 * @param {string} path of the artifact
 * @returns {string | undefined} nothing when nobody traced it
 */
export function faultOf(code, path) {
  return FAULTS.find(({ rule, files }) => rule === code && files.some((each) => path.includes(each)))?.fault;
}
