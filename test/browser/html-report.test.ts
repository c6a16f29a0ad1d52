import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { report as en } from '../../src/messages/en/report.js';
import { report as fr } from '../../src/messages/fr/report.js';
import type { Attachments } from '../../src/report/attachments.js';
import { toHtml } from '../../src/report/html.js';
import type { Report } from '../../src/report/report.js';
import { sampleCheckReport, sampleFinding, sampleReport, sampleRequirement } from '../report/sample-report.js';
import { attached } from '../support/attached.js';
import { BROWSER, NO_BROWSER, startBrowser } from '../support/browser.js';
import { DOSSIERS, segurCheck } from '../support/cli.js';
import { manyFindings } from '../support/many-findings.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ATTACK = '<script>alert(1)</script>';
if (BROWSER === undefined) console.info(NO_BROWSER);

describe.skipIf(BROWSER === undefined)('the HTML report in a browser', () => {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'segur-check-'));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page; whatever it asks of the network, logs as an error or throws is told. */
  async function open(
    path: string,
    options: BrowserContextOptions = {},
    hash = '',
  ): Promise<{ page: Page; told: string[] }> {
    const page = await browser.newPage(options);
    const told: string[] = [];
    page.on('pageerror', (error) => told.push(error.message));
    page.on('console', (message) => told.push(message.text()));
    page.on('dialog', (dialog) => {
      told.push(`dialog ${dialog.message()}`);
      dialog.dismiss().catch((error: unknown) => told.push(String(error)));
    });
    page.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) told.push(request.url());
    });
    await page.goto(pathToFileURL(path).href + hash);
    return { page, told };
  }

  async function written(report: Report, fields: Partial<Attachments> = {}): Promise<string> {
    const path = join(folder, 'report.html');
    writeFileSync(path, [...(await toHtml(report, report.language === 'en' ? en : fr, attached(fields)))].join(''));
    return path;
  }

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const found = await page.evaluate<{ id: string; html: string }[]>(
      `axe.run({ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })
        .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => ({ id, html }))))`,
    );
    return found.map(({ id, html }) => `${id}: ${html.slice(0, 200)}`);
  }

  const visible = (page: Page, selector: string) => page.locator(`:is(${selector}):visible`).count();

  test.each([
    ['run', 'fr', 'light'],
    ['run', 'en', 'dark'],
    ['check', 'en', 'light'],
    ['check', 'fr', 'dark'],
  ] as const)('axe finds nothing: %s, %s, %s', async (command, language, colorScheme) => {
    const path = join(folder, `${command}-${language}.html`);
    const dossier = join(DOSSIERS, 'lgc-failing');
    const what = command === 'run' ? [dossier, '--scenario=MSS*'] : [join(dossier, 'cda')];
    const { exitCode } = await segurCheck([command, ...what, `--lang=${language}`, `--report=html=${path}`, '--quiet']);
    expect(exitCode).not.toBe(2);
    const { page, told } = await open(path, { colorScheme });
    const items = page.locator('details.item');
    await page.evaluate(`for (const each of [...document.querySelectorAll('details')].slice(0, 12)) each.open = true;`);
    expect(await items.count()).toBeGreaterThan(5);
    expect(await page.locator('.extract mark').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    expect(told).toEqual([]);
    await page.close();
  });

  test('axe finds nothing with alarms, opinions, a partial run and images, on a narrow screen', async () => {
    const evidence = {
      id: 'X.01.01',
      kind: 'demonstration',
      status: 'present',
      verdict: 'to-review',
      review: 'Voir.',
      reason: null,
      value: 'https://example.invalid/',
    } as const;
    const files = [{ path: 'preuve.png', sha256: 'a'.repeat(64), bytes: 1 }];
    const requirement = sampleRequirement('X', [
      { id: 'X.01', title: 't', verdict: 'to-review', reason: null, steps: [], evidence: [{ ...evidence, files }] },
    ]);
    const opinion = {
      kind: 'opinion',
      on: { evidence: 'X.01.01' },
      decision: 'question',
      by: 'Ada',
      date: '2026-11-20',
      text: 'Où ?',
      until: null,
      current: true,
    } as const;
    const path = await written(
      sampleReport({
        requirements: [requirement],
        alarms: ['Alerte.'],
        partial: true,
        artifacts: [{ path: 'preuve.png', kind: 'image', sha256: 'a'.repeat(64), bytes: 1, readable: true }],
        opinions: [opinion, { ...opinion, on: { evidence: 'Y' }, current: false }],
      }),
      {
        images: async () =>
          new Map([['preuve.png', 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7']]),
      },
    );
    const { page, told } = await open(path, { viewport: { width: 320, height: 640 } });
    await page.click('#open-all');
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.querySelector("img").naturalWidth')).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect(told).toEqual([]);
    await page.close();
  });

  test('a value that is a script shows as text, wherever it stands', async () => {
    const value = `${ATTACK}"'><img src=x onerror=alert(2)></script><!--`;
    const text = JSON.stringify(sampleReport({ language: 'en', caveats: [value] }))
      .replaceAll('"Compte rendu"', JSON.stringify(value))
      .replaceAll('"mail/1.eml"', JSON.stringify(value))
      .replaceAll('"MSS/CONF.25"', JSON.stringify(value))
      .replaceAll('"Transmission documents"', JSON.stringify(value));
    const { page, told } = await open(
      await written(JSON.parse(text) as Report, {
        extracts: async () => new Map([['f1', { first: 1, line: 1, lines: [value], column: 0 }]]),
      }),
    );
    await page.click('#open-all');
    expect(told).toEqual([]);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.locator('#f1').textContent()).toContain(ATTACK);
    expect(await page.locator('#f1 .extract').textContent()).toContain(value);
    expect(await page.locator('.item h4').first().textContent()).toContain(ATTACK);
    expect(await page.locator('[aria-labelledby=caveats] li').first().textContent()).toBe(value);
    await page.fill('#text', ATTACK);
    await expect.poll(() => page.locator('#status').textContent()).not.toMatch(/^10 of 10/);
    expect(await page.locator('#f1').count()).toBe(1);
    await page.goto(`${page.url()}#${encodeURIComponent(ATTACK)}`);
    expect(told).toEqual([]);
    await page.close();
  });

  test('the policy refuses what a page was made to hold', async () => {
    const path = await written(sampleReport());
    const attacked = `${ATTACK}<p id="x" onclick="alert(2)">x</p><img src="https://example.invalid/x.png">`;
    writeFileSync(path, readFileSync(path, 'utf8').replace('<main', `${attacked}<main`));
    const { page, told } = await open(path);
    await page.click('#x');
    expect(told.filter((each) => /^dialog/.test(each))).toEqual([]);
    expect(told.filter((each) => /Content Security Policy/.test(each)).length).toBeGreaterThanOrEqual(3);
    await page.close();
  });

  test('filters narrow requirements and findings, and say how many are left', async () => {
    const { page } = await open(await written(manyFindings(3000)));
    const status = async () => (await page.locator('#status').textContent()) ?? '';
    expect(await status()).toBe('100 sur 100 exigences, 3000 sur 3000 constats');
    await page.selectOption('[name=severity]', 'warning');
    expect(await status()).toBe('100 sur 100 exigences, 1000 sur 3000 constats');
    await page.selectOption('[name=chapter]', '2');
    const [, shown, left] = /^(\d+) sur 100 exigences, (\d+) sur/.exec(await status()) ?? [];
    expect(Number(shown)).toBe(13);
    expect(await visible(page, '.item')).toBe(13);
    expect(Number(left)).toBeGreaterThan(0);
    await page.selectOption('[name=verdict]', 'nonconforming');
    expect(await visible(page, '.item')).toBe(13);
    await page.click('#clear-filters');
    expect(await status()).toBe('100 sur 100 exigences, 3000 sur 3000 constats');
    await page.fill('#text', 'ELEMENT 0000000000000007');
    await expect.poll(status).toBe('1 sur 100 exigences, 1 sur 3000 constats');
    expect(await page.locator('#range').textContent()).toBe('Constats 1 à 1 sur 1');
    await page.fill('#text', 'rien de tel');
    await expect.poll(status).toMatch(/^0 sur/);
    expect(await page.locator('#range').textContent()).toBe(fr.html.page.none);
    await page.close();
  });

  test('mandatory requirements alone, and the files of check', async () => {
    const run = await open(await written(sampleReport()));
    await run.page.check('[name=mandatory]');
    expect(await run.page.locator('#status').textContent()).toContain('9 sur 10 exigences');
    await run.page.close();
    const check = await open(await written(sampleCheckReport()));
    await check.page.selectOption('[name=verdict]', 'nonconforming');
    expect(await check.page.locator('#status').textContent()).toBe('1 sur 3 fichiers, 6 sur 7 constats');
    await check.page.close();
  });

  test('everything is reached and used with the keyboard', async () => {
    const { page, told } = await open(await written(manyFindings(500)));
    const focused = () =>
      page.evaluate<string>(
        'document.activeElement.id || document.activeElement.name || document.activeElement.tagName',
      );
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().left >= 0')).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('main');
    const reached: string[] = [];
    while (!reached.includes('close-all') && reached.length < 60) {
      await page.keyboard.press('Tab');
      reached.push(await focused());
    }
    expect(reached).toEqual(
      expect.arrayContaining(['text', 'verdict', 'chapter', 'severity', 'mandatory', 'clear-filters', 'open-all']),
    );
    await page.keyboard.press('Tab');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.getElementById("r1").open')).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // A link moves the focus once the browser has told of the new address.
    await expect.poll(focused).toBe('f1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.parentElement.id')).toBe('r1');
    await page.focus('#next');
    await page.keyboard.press('Enter');
    expect(await page.locator('#range').textContent()).toBe('Constats 51 à 100 sur 500');
    expect(await focused()).toBe('next');
    await page.focus('#page');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('10');
    await page.keyboard.press('Enter');
    expect(await page.locator('#range').textContent()).toBe('Constats 451 à 500 sur 500');
    expect(await page.locator('#next').getAttribute('aria-disabled')).toBe('true');
    expect(told).toEqual([]);
    await page.close();
  });

  test('a link to a finding opens its page, though a filter hid it', async () => {
    const { page } = await open(await written(manyFindings(500)), {}, '#f320');
    expect(await page.evaluate('document.activeElement.id')).toBe('f320');
    expect(await page.locator('#range').textContent()).toBe('Constats 301 à 350 sur 500');
    await page.selectOption('[name=severity]', 'info');
    await page.evaluate(`location.hash = 'f1'`);
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('f1');
    expect(await page.inputValue('[name=severity]')).toBe('');
    await page.close();
  });

  test('on paper all is open, black on white, without what only a screen can use', async () => {
    const { page } = await open(await written(sampleReport()), { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('details:not([open])').count()).toBe(0);
    expect(await visible(page, '.filters, nav, .skip')).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate('getComputedStyle(document.querySelector(".nonconforming")).color')).toBe(
      'rgb(0, 0, 0)',
    );
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(() => page.locator('details[open]').count()).toBe(0);
    await page.close();
  });

  test('without a script, the synthesis, the requirements and their findings in short are there', async () => {
    const { page } = await open(
      await written(sampleReport({ findings: sampleReport().findings.concat(sampleFinding('f8')) })),
      {
        javaScriptEnabled: false,
      },
    );
    expect(await visible(page, '.filters')).toBe(0);
    expect(await visible(page, 'noscript')).toBe(1);
    await page.click('#r1 summary');
    const text = await page.locator('#r1').textContent();
    expect(text).toContain('MSS/CONF.25.01');
    expect(text).toContain("L'objet ne commence pas par XDM/1.0/DDM+.");
    await page.close();
  });
});
