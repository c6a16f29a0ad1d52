import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const dist = fileURLToPath(new URL('../', import.meta.url));

/**
 * Libraries that stay where they are installed: those that read files of their own (WebAssembly, threads), those that few commands
 * load, whole, and saxes, which is published without the text of its licence.
 */
const APART =
  /^(?:@hyzyla\/pdfium|@medplum\/core|ajv|fontoxpath|hucre|iconv-lite|json-p3|libxml2-wasm|piscina|re2js|saxes|yaml|zxing-wasm)(?:\/|$)/;

/** A package that the bundle holds, as `node_modules/NAME` or `node_modules/@SCOPE/NAME`. */
const PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** The licence of a package whose code the bundle holds, with its text. Throws when the package has none. */
function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license: string;
  };
  const texts = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
  if (texts.length === 0) throw new Error(`${folder} has no licence text: it can't be bundled`);
  const text = texts.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  return `${name} ${version} (${license})\n\n${text}\n`;
}

/**
 * A step of the build. Puts the command and its threads into a few files, with the small libraries they use:
 * reading hundreds of modules takes longer than most of what they do.
 */
const { output } = await build({
  input: {
    main: `${dist}cli/main.js`,
    'batch-worker': `${dist}cli/batch/batch-worker.js`,
    worker: `${dist}extract/worker.js`,
  },
  platform: 'node',
  external: APART,
  output: { dir: `${dist}bundle`, chunkFileNames: '[name]-[hash].js' },
});
// Which the HTML report reads as a text.
cpSync(`${dist}report/html/page-script.js`, `${dist}bundle/html/page-script.js`);
const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
const packages = new Set(modules.flatMap((id) => PACKAGE.exec(id) ?? []));
writeFileSync(`${dist}bundle/LICENSES.txt`, [...packages].sort().map(licenceOf).join('\n---\n\n'));
