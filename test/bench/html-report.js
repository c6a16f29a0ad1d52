// @ts-check
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { french } from '../../dist/messages/fr/index.js';
import { toHtml } from '../../dist/report/html.js';
import { BROWSER, NO_BROWSER, startBrowser } from '../support/browser.js';

const FINDINGS = 100_000;
const REQUIREMENTS = 150;
const RUNS = 5;

/**
 * Writes the HTML report of a hundred thousand findings, opens it in the browser of this machine, and measures when something is first seen, and
 * how long each filter takes until what it leaves is drawn. Without a browser it measures the file alone.
 *
 * @param {string} work
 * @param {(what: string, value: string, budget: string) => void} print
 */
export async function htmlReport(work, print) {
  const path = join(work, 'report.html');
  const made = report();
  const begun = performance.now();
  writeFileSync(path, [...(await toHtml(made, french.report))].join(''));
  print(
    `HTML report, ${FINDINGS} findings`,
    `${(statSync(path).size / 1e6).toFixed(1)} MB, written in ${(performance.now() - begun).toFixed(0)} ms`,
    '48 MB',
  );
  if (BROWSER === undefined) {
    console.log(NO_BROWSER);
    return;
  }
  const browser = await startBrowser();
  try {
    /** @type {number[][]} */
    const times = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(path).href);
      const painted = await page.evaluate(PAINTED);
      const filters = [];
      for (const filter of FILTERS) filters.push(await page.evaluate(timed(filter)));
      times.push([painted, ...filters].map(Number));
      await page.close();
    }
    for (const [index, what] of [
      'first paint',
      'ready',
      'filter by severity',
      'search, first',
      'search, then',
    ].entries())
      print(
        `HTML report, ${FINDINGS} findings, ${what}`,
        `${median(times.map((each) => each[index] ?? 0)).toFixed(0)} ms`,
        '2000 ms',
      );
  } finally {
    await browser.close();
  }
}

/** Milliseconds from the start of the page. */
const PAINTED = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()`;

/** What is done to the page, then the sign that it was heard. */
const FILTERS = [
  // When the script has read the findings and shown the first.
  `return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd`,
  `form.severity.value = 'warning'; form.severity.dispatchEvent(new Event('change', { bubbles: true }))`,
  `form.severity.value = ''; form.text.value = 'element 1234'; form.text.dispatchEvent(new Event('change', { bubbles: true }))`,
  `form.text.value = 'element 4321'; form.text.dispatchEvent(new Event('change', { bubbles: true }))`,
];

/**
 * Milliseconds until the frame after it is drawn, or what it returns.
 *
 * @param {string} filter
 */
function timed(filter) {
  return `(async () => {
    const { elements: form } = document.getElementById('filters');
    const before = performance.now();
    const own = (() => { ${filter} })();
    if (own !== undefined) return own;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - before;
  })()`;
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @returns {import('../../dist/report/report.js').Report} */
function report() {
  const findings = Array.from({ length: FINDINGS }, (_, index) => ({
    id: `f${index + 1}`,
    check: `cda/check-${index % 60}`,
    pack: 'builtin',
    severity: /** @type {const} */ (['error', 'warning', 'info'])[index % 3] ?? 'error',
    code: `cda/check-${index % 60}/form`,
    args: {},
    message: `La valeur « ${index * 7919} » de l'élément ${index % 4999} n'est pas celle que la nomenclature attend.`,
    artifact: `cda/lot-${index % 10}/document-${index % 1000}.xml`,
    location: {
      line: 1 + (index % 900),
      column: 1 + (index % 80),
      path: `/ClinicalDocument/component[${index % 300}]/entry`,
    },
    expected: `Un code de la nomenclature ${index % 60}.`,
    actual: String(index * 7919),
    remedy: `Prendre le code dans le jeu de valeurs ${index % 60}, tel que le publie son auteur.`,
    requirements: [`CDA/CONF.${index % REQUIREMENTS}`],
    clause: `Volet ${index % 60}, 3.2`,
    fingerprint: index.toString(16).padStart(16, '0'),
  }));
  const requirements = Array.from({ length: REQUIREMENTS }, (_, rank) => ({
    id: `CDA/CONF.${rank}`,
    title: `Ce que demande l'exigence ${rank}`,
    chapter: `Chapitre ${rank % 12}`,
    function: null,
    wave: /** @type {const} */ (2),
    nature: /** @type {const} */ ('exigence'),
    mandatory: true,
    criticality: null,
    profiles: ['Général'],
    clause: null,
    correction: null,
    verdict: /** @type {const} */ ('nonconforming'),
    reason: null,
    scenarios: [
      {
        id: `CDA/CONF.${rank}.01`,
        title: 'Produire les documents',
        verdict: /** @type {const} */ ('nonconforming'),
        reason: null,
        steps: [
          {
            number: 1,
            title: 'Produire les documents',
            verdict: /** @type {const} */ ('nonconforming'),
            reasons: [],
            checks: [
              {
                id: `cda/check-${rank % 60}`,
                verdict: /** @type {const} */ ('nonconforming'),
                artifacts: [],
                evaluated: FINDINGS / REQUIREMENTS,
                findings: findings.filter((_, index) => index % REQUIREMENTS === rank).map(({ id }) => id),
              },
            ],
          },
        ],
        evidence: [],
      },
    ],
  }));
  const none = {
    undetermined: 0,
    nonconforming: 0,
    missing: 0,
    'to-review': 0,
    'not-tested': 0,
    conforming: 0,
    'not-applicable': 0,
  };
  return {
    schema: 'segur-check/report/1',
    language: 'fr',
    command: 'run',
    tool: { name: 'segur-check', version: '0' },
    packs: [],
    base: { source: 'bench', date: '2026-01-01' },
    candidate: null,
    partial: false,
    alarms: [],
    caveats: [],
    summary: {
      verdict: 'nonconforming',
      exit: 1,
      requirements: { ...none, nonconforming: REQUIREMENTS },
      steps: { ...none, nonconforming: REQUIREMENTS },
      findings: { error: FINDINGS / 3, warning: FINDINGS / 3, info: FINDINGS / 3 },
      chapters: [],
      otherCorridors: 0,
    },
    requirements,
    files: [],
    dossier: [],
    artifacts: [],
    findings,
  };
}
