/**
 * What the HTML report does in a browser: filters, shows the findings page by page, follows links to them, opens all for print. It makes elements
 * and texts, never HTML, so no value of an artifact can be more than text. Its types are checked by the `tsconfig.json` beside it.
 */

/**
 * @typedef {{ readonly first: number, readonly line: number, readonly lines: readonly string[], readonly column?: number }} Extract
 * @typedef {object} Data what `page-data.ts` writes
 * @property {boolean} files that the items of the page are files, not requirements
 * @property {{ readonly severities: Record<string, string>, readonly fields: Record<string, string>, readonly page: Record<string, string> }} texts
 * @property {readonly string[]} strings every text, once
 * @property {readonly (readonly number[])[]} findings by `COLUMNS`
 * @property {Record<string, Extract>} extracts by the number of the finding
 * @property {Record<string, readonly string[]>} opinions by fingerprint
 */

/** The first is a severity, two are numbers (-1: none), the others are ranks in `strings`. */
const COLUMNS = /** @type {const} */ ([
  'severity',
  'line',
  'column',
  'check',
  'message',
  'artifact',
  'path',
  'expected',
  'actual',
  'remedy',
  'clause',
  'requirements',
  'fingerprint',
]);
/** @type {readonly string[]} */
const SEVERITIES = ['error', 'warning', 'info'];
const TEXTS_FROM = 3;
const PAGE_SIZE = 50;
/** Findings that are printed: paper has no pages to turn. */
const PRINTED = 1000;
/** Milliseconds without a key before a search begins. */
const TYPING = 120;

const data = /** @type {Data} */ (JSON.parse(byId('data').textContent ?? ''));
const { texts, strings, findings } = data;
const form = /** @type {HTMLFormElement} */ (byId('filters'));
const items = [...document.querySelectorAll('.item')].filter((each) => each instanceof HTMLElement);
const itemOf = new Map(items.map((item) => [item.dataset.id ?? '', item]));
const groups = [...document.querySelectorAll('.group')].filter((each) => each instanceof HTMLElement);
const list = byId('finding-list');
const pager = byId('pager');

/** Ranks of the findings that the filters let through. */
let matching = findings.map((_, rank) => rank);
let page = 0;
/** Items by the rank of the string that names them. @type {Map<number, HTMLElement[]>} */
const owning = new Map();
/** @type {string[] | undefined} */
let folded;
/** @type {Map<Element, string> | undefined} */
let foldedItems;

document.documentElement.classList.add('scripted');
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', applyFilters);
byId('clear-filters').addEventListener('click', clearFilters);
let typing = 0;
byId('text').addEventListener('input', () => {
  clearTimeout(typing);
  typing = window.setTimeout(applyFilters, TYPING);
});
for (const [id, isOpen] of /** @type {const} */ ([
  ['open-all', true],
  ['close-all', false],
])) {
  byId(id).addEventListener('click', () => {
    for (const item of items) if (item instanceof HTMLDetailsElement) item.open = isOpen;
  });
}
byId('first').addEventListener('click', () => showPage(0));
byId('previous').addEventListener('click', () => showPage(page - 1));
byId('next').addEventListener('click', () => showPage(page + 1));
byId('last').addEventListener('click', () => showPage(Number.POSITIVE_INFINITY));
byId('page').addEventListener('change', () => showPage(Number(numberField().value) - 1));
window.addEventListener('hashchange', follow);
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  // A link to where one already is changes no address.
  if (link && link.getAttribute('href') === location.hash) follow();
});
const printing = matchMedia('print');
printing.addEventListener('change', () => (printing.matches ? unfold() : refold()));
window.addEventListener('beforeprint', unfold);
window.addEventListener('afterprint', refold);
// A page that is reloaded keeps what was typed in it.
form.reset();
applyFilters();
follow();
// Before anybody has typed a word.
window.requestIdleCallback?.(foldedStrings);

/** @param {string} id */
function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element ${id}`);
  return element;
}

function numberField() {
  return /** @type {HTMLInputElement} */ (byId('page'));
}

/** @param {string} name */
function chosen(name) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked ? 'yes' : '';
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : '';
}

/** Without case nor accents. @param {string} text */
function fold(text) {
  const lower = text.toLowerCase();
  return /[^\0-\x7f]/.test(lower) ? lower.normalize('NFD').replace(/\p{Mn}/gu, '') : lower;
}

function applyFilters() {
  const verdict = chosen('verdict');
  const chapter = chosen('chapter');
  const severity = chosen('severity');
  const mandatory = chosen('mandatory');
  const words = fold(chosen('text')).split(/\s+/).filter(Boolean);
  const narrowed = verdict !== '' || chapter !== '' || mandatory !== '';
  const allowed = new Set(
    items.filter(
      ({ dataset }) =>
        (verdict === '' || dataset.verdict === verdict) &&
        (chapter === '' || dataset.chapter === chapter) &&
        (mandatory === '' || dataset.mandatory === 'yes'),
    ),
  );
  const wanted = SEVERITIES.indexOf(severity);
  const found = words.map(stringsWith);
  /** Items that a finding speaks for. @type {Set<Element>} */
  const told = new Set();
  matching = [];
  for (const [rank, row] of findings.entries()) {
    if (wanted >= 0 && row[0] !== wanted) continue;
    if (!found.every((set) => isIn(set, row))) continue;
    if (!narrowed && words.length === 0 && wanted < 0) {
      matching.push(rank);
      continue;
    }
    const owners = itemsOf(row);
    for (const item of owners) told.add(item);
    if (!narrowed || owners.some((item) => allowed.has(item))) matching.push(rank);
  }
  let shown = 0;
  for (const item of items) {
    const isShown =
      allowed.has(item) &&
      (wanted < 0 || told.has(item)) &&
      (words.length === 0 || told.has(item) || says(item, words));
    item.hidden = !isShown;
    if (isShown) shown++;
  }
  for (const group of groups) group.hidden = !group.querySelector('.item:not([hidden])');
  byId('status').textContent = [
    fill(data.files ? texts.page.shownFiles : texts.page.shownRequirements, { shown, all: items.length }),
    fill(texts.page.shownFindings, { shown: matching.length, all: findings.length }),
  ].join(', ');
  showPage(0);
}

/** @param {Uint8Array} set @param {readonly number[]} row */
function isIn(set, row) {
  for (let column = TEXTS_FROM; column < row.length; column++) if (set[row[column] ?? -1] === 1) return true;
  return false;
}

/** 1 for each string that has the word. @param {string} word */
function stringsWith(word) {
  const set = new Uint8Array(strings.length);
  for (const [rank, text] of foldedStrings().entries()) if (text.includes(word)) set[rank] = 1;
  return set;
}

function foldedStrings() {
  folded ??= strings.map(fold);
  return folded;
}

/** @param {Element} item @param {readonly string[]} words */
function says(item, words) {
  foldedItems ??= new Map(items.map((each) => [each, fold(each.textContent ?? '')]));
  const text = foldedItems.get(item) ?? '';
  return words.every((word) => text.includes(word));
}

/** The requirements of a finding, or its file. @param {readonly number[]} row */
function itemsOf(row) {
  const rank = row[COLUMNS.indexOf(data.files ? 'artifact' : 'requirements')] ?? -1;
  let owners = owning.get(rank);
  if (!owners) {
    const names = strings[rank] ?? '';
    owners = (data.files ? [names] : names.split(', ')).flatMap((name) => itemOf.get(name) ?? []);
    owning.set(rank, owners);
  }
  return owners;
}

/** @param {readonly number[]} row @param {typeof COLUMNS[number]} column */
function textOf(row, column) {
  return strings[row[COLUMNS.indexOf(column)] ?? -1] ?? '';
}

/** @param {number} wanted @param {number} [size] */
function showPage(wanted, size = PAGE_SIZE) {
  const pages = Math.max(1, Math.ceil(matching.length / PAGE_SIZE));
  page = Math.min(Math.max(0, Math.floor(wanted) || 0), pages - 1);
  if (wanted === Number.POSITIVE_INFINITY) page = pages - 1;
  const from = page * PAGE_SIZE;
  const ranks = matching.slice(from, from + size);
  list.replaceChildren(...ranks.map(findingElement));
  pager.hidden = matching.length <= PAGE_SIZE;
  numberField().value = String(page + 1);
  numberField().max = String(pages);
  byId('pages').textContent = fill(texts.page.pages, { pages });
  for (const id of ['first', 'previous']) byId(id).setAttribute('aria-disabled', String(page === 0));
  for (const id of ['next', 'last']) byId(id).setAttribute('aria-disabled', String(page === pages - 1));
  byId('range').textContent =
    ranks.length === 0
      ? (texts.page.none ?? '')
      : fill(texts.page.range, { from: from + 1, to: from + ranks.length, all: matching.length });
}

/** @param {number} rank */
function findingElement(rank) {
  const row = findings[rank] ?? [];
  const severity = SEVERITIES[row[0] ?? 0] ?? 'error';
  const [line = -1, column = -1] = row.slice(1);
  const place = [textOf(row, 'artifact'), ...[line, column].filter((each) => each >= 0)].join(':');
  const item = element('li', { id: `f${rank + 1}`, class: 'finding', tabindex: '-1' });
  item.append(
    element(
      'h3',
      {},
      element('span', { class: `v ${severity}` }, texts.severities[severity] ?? ''),
      ` f${rank + 1} — `,
      textOf(row, 'message'),
    ),
    facts([
      [
        texts.page.place,
        element('span', { class: 'path' }, place),
        textOf(row, 'path') && element('div', { class: 'path muted' }, textOf(row, 'path')),
      ],
      [texts.fields.expected, textOf(row, 'expected')],
      [texts.fields.actual, textOf(row, 'actual')],
      [texts.fields.remedy, textOf(row, 'remedy')],
      [texts.fields.clause, textOf(row, 'clause')],
      [texts.page.requirements, ...requirementLinks(row)],
      [texts.page.check, element('code', {}, textOf(row, 'check'))],
      [texts.page.fingerprint, element('code', {}, textOf(row, 'fingerprint'))],
    ]),
  );
  const extract = data.extracts[rank + 1];
  if (extract) item.append(extractElement(extract, place));
  for (const opinion of data.opinions[textOf(row, 'fingerprint')] ?? [])
    item.append(element('p', { class: 'opinion' }, opinion));
  return item;
}

/** @param {readonly number[]} row */
function requirementLinks(row) {
  const names = textOf(row, 'requirements').split(', ').filter(Boolean);
  return names.flatMap((name, index) => {
    const item = itemOf.get(name);
    return [index > 0 ? ', ' : '', item ? element('a', { href: `#${item.id}` }, name) : name];
  });
}

/** Those that say something. @param {readonly (readonly (string | Node | undefined)[])[]} pairs */
function facts(pairs) {
  const whole = element('dl', { class: 'facts' });
  for (const [label, ...values] of pairs) {
    const given = values.filter((value) => value !== undefined && value !== '');
    if (given.some((value) => typeof value === 'string' || value?.textContent !== ''))
      whole.append(element('dt', {}, label ?? ''), element('dd', {}, ...given));
  }
  return whole;
}

/** @param {Extract} extract @param {string} place */
function extractElement({ first, line, lines, column }, place) {
  const rows = lines.map((text, index) => {
    const isMeant = first + index === line;
    const row = element('span', { class: isMeant ? 'row at' : 'row' });
    row.append(element('span', { class: 'number' }, `${isMeant ? '›' : ' '} ${first + index}`));
    if (isMeant) row.append(element('span', { class: 'hidden-text' }, ` (${texts.page.meant}) `));
    // As much as a word of it: where it begins is known, where it ends is not.
    const end = column === undefined ? 0 : column + (/^(?:<?[\w:.-]+|.)/u.exec(text.slice(column))?.[0].length ?? 0);
    if (!isMeant || column === undefined || end === column) row.append(text);
    else row.append(text.slice(0, column), element('mark', {}, text.slice(column, end)), text.slice(end));
    return row;
  });
  const name = fill(texts.page.extract, { place });
  return element(
    'figure',
    {},
    element('figcaption', {}, name),
    element('pre', { class: 'extract', tabindex: '0', role: 'group', 'aria-label': name }, ...rows),
  );
}

/** Shows what the address names: a finding on its page, a requirement opened. */
function follow() {
  const id = location.hash.slice(1);
  const finding = /^f(\d{1,9})$/.exec(id);
  if (finding) {
    const rank = Number(finding[1]) - 1;
    if (rank < 0 || rank >= findings.length) return;
    if (!matching.includes(rank)) clearFilters();
    showPage(Math.floor(matching.indexOf(rank) / PAGE_SIZE));
  }
  const target = document.getElementById(id);
  if (!target) return;
  if (target.hidden) clearFilters();
  if (target instanceof HTMLDetailsElement) target.open = true;
  target.scrollIntoView();
  const focused = target instanceof HTMLDetailsElement ? target.querySelector('summary') : target;
  if (focused instanceof HTMLElement) focused.focus();
}

function clearFilters() {
  form.reset();
  applyFilters();
}

/** What was closed before printing. @type {HTMLDetailsElement[]} */
let closed = [];

function unfold() {
  if (closed.length > 0) return;
  closed = [...document.querySelectorAll('details:not([open])')].filter((each) => each instanceof HTMLDetailsElement);
  for (const each of closed) each.open = true;
  showPage(page, PRINTED);
}

function refold() {
  for (const each of closed) each.open = false;
  closed = [];
  showPage(page);
}

/** @param {string | undefined} template @param {Record<string, number | string>} args */
function fill(template = '', args = {}) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => String(args[name] ?? whole));
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(string | Node | undefined)[]} children
 */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children.flatMap((child) => child ?? []));
  return made;
}
