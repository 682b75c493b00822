// Makes the browser's two files, dist/assets/app.<hash>.css and app.<hash>.js, and manifest.json that names them.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const BUDGET = 45_000; // bytes of CSS and JS together, gzipped (portal.md 8)

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const require = createRequire(import.meta.url);
const govuk = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist');
const moj = dirname(require.resolve('@ministryofjustice/frontend/package.json'));
const sources = join(here, 'src/assets');
const out = process.argv[2] ?? join(root, 'dist/assets');

const css = sass.compile(join(sources, 'app.scss'), {
  loadPaths: [govuk, moj, root, sources], // the root, because MOJ's own files ask for node_modules/…
  style: 'compressed',
  quietDeps: true,
  logger: sass.Logger.silent,
}).css;
const built = await esbuild.build({
  entryPoints: [join(sources, 'client.mjs')], bundle: true, minify: true, format: 'esm', target: 'es2020', write: false, logLevel: 'error', legalComments: 'none',
});
const js = built.outputFiles[0].text;

const weight = gzipSync(css).length + gzipSync(js).length;
if (weight > BUDGET) throw new Error(`CSS and JS weigh ${weight} bytes gzipped, the budget is ${BUDGET}.`);

const named = (kind, text) => `app.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.${kind}`;
const files = { css: named('css', css), js: named('js', js) };
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
writeFileSync(join(out, files.css), css);
writeFileSync(join(out, 'app.css'), css); // for pages that are made elsewhere (the built-in issuer) and do not know the hash
writeFileSync(join(out, files.js), js);
writeFileSync(join(out, 'manifest.json'), JSON.stringify({ ...files, weight }));
copyFileSync(join(sources, 'icon.svg'), join(out, 'icon.svg'));
