import { DARK, LIGHT, PAPER, type Palette } from './palette.js';

/** The style of the page: no font and no image is fetched. */
export const STYLE = `
:root { color-scheme: light; ${variables(LIGHT)} }
@media (prefers-color-scheme: dark) { :root { color-scheme: dark; ${variables(DARK)} } }
@media print { :root { color-scheme: light; ${variables(PAPER)} } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--background); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", "DejaVu Sans", Arial, sans-serif;
}
.page { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0; font-weight: 600; text-wrap: balance; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.3rem; margin: 2.75rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
h4, h5 { font-size: 1rem; }
p, ul, ol, dl, table, figure { margin: .5rem 0; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
code, pre, .path { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace; font-size: .875em; }
code, .path, dd, td, .break { overflow-wrap: anywhere; }
.muted { color: var(--muted); }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--background); padding: .5rem 1rem; z-index: 1; }
.hidden-text { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
nav.contents ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
.lead { font-size: 1.05rem; }
.outcome { border: 2px solid currentColor; border-radius: 6px; padding: .75rem 1rem; margin: 1rem 0; }
.outcome p { margin: 0; }
.alarms { background: var(--alarm); border: 2px solid var(--bad); border-radius: 6px; padding: .25rem 1rem .5rem; margin: 1rem 0; }
.alarms h2 { border: 0; margin: .5rem 0; padding: 0; color: var(--bad); }
.v { font-weight: 600; white-space: nowrap; }
.undetermined { color: var(--failed); }
.nonconforming, .error { color: var(--bad); }
.missing, .not-tested, .warning { color: var(--doubtful); }
.to-review, .info { color: var(--review); }
.conforming { color: var(--good); }
.not-applicable { color: var(--muted); }
.table { overflow-x: auto; }
table { border-collapse: collapse; min-width: 24rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--muted); font-size: .9rem; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
dl.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; }
dl.facts dt { color: var(--muted); }
dl.facts dd { margin: 0; }
.columns { display: flex; flex-wrap: wrap; gap: 0 3rem; align-items: flex-start; }
.filters { display: none; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; margin: 1rem 0; }
.scripted .filters { display: block; }
.filters fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; }
.filters legend { font-weight: 600; padding: 0 0 .5rem; }
.filters label { display: block; font-size: .9rem; max-width: 100%; }
.filters input[type=search] { width: 18rem; max-width: 100%; }
select { max-width: min(20rem, 100%); }
input[type=search], input[type=number], select, button {
  font: inherit; color: var(--text); background: var(--background);
  border: 1px solid var(--control); border-radius: 4px; padding: .35rem .6rem; min-height: 2.25rem;
}
button { cursor: pointer; }
button[aria-disabled=true] { color: var(--muted); border-style: dashed; cursor: default; }
.check { display: flex !important; gap: .5rem; align-items: center; min-height: 2.25rem; }
.check input { width: 1.15rem; height: 1.15rem; }
.status { min-height: 1.5em; margin: .75rem 0 0; }
details > summary { cursor: pointer; padding: .35rem 0; }
.item { border-bottom: 1px solid var(--line); }
.item > summary { display: flex; gap: .25rem .75rem; align-items: baseline; }
.item > summary::before { content: "▸"; color: var(--muted); }
.item[open] > summary::before { content: "▾"; }
.item > summary::-webkit-details-marker { display: none; }
.item > summary h4 { flex: 1; font-weight: 400; min-width: 0; overflow-wrap: anywhere; }
.item > summary > span { white-space: nowrap; }
.item > .body { padding: 0 0 1rem 1.4rem; }
.id { font-weight: 600; }
.note { font-size: .925rem; color: var(--muted); }
.scenario { margin: .9rem 0 0; padding-left: 1rem; border-left: 3px solid var(--line); }
.scenario h5 { font-weight: 600; }
.plain { list-style: none; padding-left: 0; }
.plain .plain { padding-left: 1.25rem; }
.plain > li { margin: .3rem 0; }
.official { white-space: normal; border-left: 3px solid var(--control); padding-left: .75rem; margin: .5rem 0; max-width: 60rem; }
.opinion { border: 1px solid var(--control); border-radius: 4px; padding: .4rem .75rem; margin: .4rem 0; }
.thumbnail { display: block; max-width: 20rem; max-height: 14rem; border: 1px solid var(--line); margin: .3rem 0; }
.findings { list-style: none; padding: 0; }
.finding { border-top: 1px solid var(--line); padding: .9rem 0; scroll-margin-top: 1rem; }
.finding h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
.finding:target, .finding:focus { outline: 2px solid var(--link); outline-offset: 4px; }
.finding dl.facts { margin: .5rem 0; }
.extract { background: var(--surface); border: 1px solid var(--line); border-radius: 4px; padding: .5rem 0; overflow-x: auto; margin: .25rem 0 0; }
.extract .row { display: block; padding: 0 .75rem; white-space: pre; }
.extract .at { background: var(--lit); font-weight: 600; }
.extract .number { display: inline-block; min-width: 4.5em; color: var(--muted); user-select: none; }
.extract .at .number { color: var(--text); }
mark { background: var(--struck); color: var(--text); padding: .1em 0; }
figcaption { font-size: .9rem; color: var(--muted); }
.pager { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .75rem 0; }
.pager input { width: 6.5rem; }
[hidden] { display: none !important; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; color: var(--muted); }
@media (max-width: 40rem) {
  .item > summary { flex-wrap: wrap; }
  dl.facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dl.facts dd { margin-bottom: .4rem; }
}
@media print {
  @page { margin: 15mm; }
  body { font-size: 10pt; }
  .page { max-width: none; padding: 0; }
  nav, .filters, .scripted .filters, .pager, .skip, .screen { display: none !important; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .item > summary::before { content: none; }
  h2, h3, h4, h5, summary { break-after: avoid; }
  .finding, .extract, tr, .thumbnail, .opinion { break-inside: avoid; }
  h2.sheet { break-before: page; }
  thead { display: table-header-group; }
  .extract .row { white-space: pre-wrap; }
  a[href^="https:"]::after { content: " (" attr(href) ")"; }
  a { text-decoration: none; }
}
`;

function variables(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');
}
