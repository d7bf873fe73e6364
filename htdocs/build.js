/* SPDX-License-Identifier: ISC */
/*
 * Compiles src/ into assets/HASH/, where HASH is taken from the content of
 * everything in that folder, so that a web server may let browsers keep the
 * files for a year.  assets/current holds the HASH in force, one line; the
 * programs read it to form Site.assets.
 *
 * A folder appears under its name only when it is complete, and older folders
 * stay until `--clean`, so that pages already open keep their style.  The
 * typeface stands beside the folders under a hash of its own: a release that
 * changes a style does not send it to everybody again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'sass';
import subset from 'subset-font';

const here = dirname(fileURLToPath(import.meta.url));
const src = join(here, 'src');
const assets = join(here, 'assets');

/** Of a style sheet those rules whose classes some page may have: a template, a script or a program
 * says the name, or its beginning up to a hyphen that something is put behind. */
function used(css) {
	const root = join(here, '..');
	const texts = [
		...['templates', 'cgi-bin', 'htdocs/src/js'].map((folder) => [folder, /\.(cs|c|h|js)$/]),
		...['password-input', 'service-navigation', 'skip-link'].map((part) =>
			[`htdocs/node_modules/govuk-frontend/dist/govuk/components/${part}`, /\.mjs$/]),
	].flatMap(([folder, names]) => readdirSync(join(root, folder), { recursive: true })
		.filter((name) => names.test(name))
		.map((name) => readFileSync(join(root, folder, name), 'utf8')));
	const names = new Set(texts.flatMap((text) => text.match(/[a-z][\w!-]*/g) ?? []));
	const beginnings = [...names].filter((name) => /-$/.test(name));
	const known = (name) => names.has(name) || beginnings.some((one) => name.startsWith(one) && one.length > 7);
	const wanted = (selector) => (selector.match(/\.(govuk|matang)-[\w!\\-]*/g) ?? [])
		.every((name) => known(name.slice(1).replaceAll('\\', '')));
	/* Commas of :is() and :not() belong to their selector. */
	const some = (selectors) => selectors.split(/,(?![^(]*\))/).filter(wanted).join(',');

	function rules(from) {
		let at = from, kept = '';

		while (at < css.length && css[at] !== '}') {
			const end = css.slice(at).search(/[{;}]/) + at;
			const head = css.slice(at, end);

			if (css[end] !== '{') {		/* a statement */
				kept += css[end] === ';' ? `${head};` : head;
				at = css[end] === ';' ? end + 1 : end;
			} else if (/^@(media|supports|container)/.test(head)) {
				const [inside, after] = rules(end + 1);
				kept += inside && !/^@supports not \(text-wrap/.test(head) ? `${head}{${inside}}` : '';
				at = after + 1;
			} else {
				const after = css.indexOf('}', end) + 1;
				const selectors = head[0] === '@' ? head : some(head);
				const rule = css.slice(end, after);
				kept += selectors && rule !== '{}' ? `${selectors}${rule}` : '';
				at = after;
			}
		}
		return [kept, at];
	}
	return rules(0)[0];
}

const files = new Map();	/* name -> content */
const short = (content) => createHash('sha256').update(content).digest('hex').slice(0, 12);

/* ---- the typeface: of Inter what Indonesian and names of the Latin alphabet are written with, in the
 * weights from regular to bold, with tabular figures; one cut for all sizes ---- */

const range = (first, last) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at));
const inter = join(here, 'node_modules/inter-ui');
const typeface = await subset(readFileSync(join(inter, 'variable/InterVariable.woff2')),
	`${range(0x20, 0x7e)}${range(0xa0, 0x17f)}‐‑–—‘’‚“”„†•…‰‹›€−×÷≤≥≠≈→←↑↓↻✓✗□Σʼ`, {
		targetFormat: 'woff2',
		variationAxes: { opsz: 14, wght: { min: 400, max: 700 } },
		keepFeatures: ['kern', 'mark', 'ccmp', 'tnum'],
		noHinting: true,
	});
const typefaceName = `inter-${short(typeface)}.woff2`;
files.set('LICENSE_INTER', readFileSync(join(inter, 'LICENSE.txt')));

/* GOV.UK Frontend says each of its colours as a property and once more for browsers that know no
 * properties; here they have short names, and are said once.  It says the typeface with each of its
 * rules; here everything has it of the page (scss/_shell.scss). */
const style = used(compile(join(src, 'matang.scss'), {
	style: 'compressed',
	loadPaths: [join(here, 'node_modules')],
	quietDeps: true,
}).css
	.replace(/var\((--govuk-[a-z-]+-colour), ?#[0-9a-f]+\)/g, 'var($1)')
	.replace(/--govuk-([a-z-]+)-colour/g, '--$1')
	.replace(/font-family:inherit;?(-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale;?)?/g, ''));
files.set('matang.css', style.replace('../inter.woff2', `../${typefaceName}`));

const scripts = await build({
	entryPoints: readdirSync(join(src, 'js'))
		.filter((name) => name.startsWith('matang') && name.endsWith('.js'))
		.map((name) => join(src, 'js', name)),
	bundle: true,
	external: ['./matang-upload.js'],	/* fetched by matang-criteria.js when it is wanted */
	minify: true,
	format: 'esm',
	target: 'es2020',
	legalComments: 'none',
	outdir: 'unused',
	write: false,
});
for (const file of scripts.outputFiles)
	files.set(file.path.split('/').pop(), file.contents);

for (const name of readdirSync(join(src, 'images')))
	files.set(name, readFileSync(join(src, 'images', name)));

/* ---- what stands in the frame that shows documents: its own files, loaded by nobody else ---- */

const pdfjs = join(here, 'node_modules/pdfjs-dist');

files.set('frame.css', compile(join(src, 'frame/frame.scss'), { style: 'compressed' }).css);

/* A page in a frame of another site. */
files.set('embed.css', compile(join(src, 'frame/embed.scss'), { style: 'compressed' }).css);

/* The frame has no origin, so it can start a worker from a text only, and take scripts only that are
 * no modules. */
const bundled = async (entry, plugins = []) => (await build({
	entryPoints: [entry],
	bundle: true,
	minify: true,
	format: 'iife',
	target: 'es2020',
	legalComments: 'none',
	logOverride: { 'empty-import-meta': 'silent' },
	plugins,
	write: false,
})).outputFiles[0];

const worker = await bundled(join(pdfjs, 'legacy/build/pdf.worker.mjs'));
files.set('frame.js', (await bundled(join(src, 'frame/frame.js'), [{
	name: 'worker-source',
	setup(it) {
		it.onResolve({ filter: /^worker-source$/ }, () => ({ path: 'worker', namespace: 'text' }));
		it.onLoad({ filter: /./, namespace: 'text' }, () => ({ contents: worker.text, loader: 'text' }));
	},
}])).contents);

/* Fonts, decoders and character maps that PDF.js asks for by name, and the licences that they come
 * with. Programs that scan write the maps of Chinese, Japanese and Korean for any language. */
for (const folder of ['standard_fonts', 'wasm', 'cmaps'])
	for (const name of readdirSync(join(pdfjs, folder)))
		if (!/quickjs|nowasm|qcms/i.test(name))
			files.set(`pdf/${name === 'LICENSE' ? 'LICENSE_CMAPS' : name}`,
				readFileSync(join(pdfjs, folder, name)));
files.set('pdf/LICENSE', readFileSync(join(pdfjs, 'LICENSE')));

const digest = createHash('sha256');
for (const name of [...files.keys()].sort())
	digest.update(name).update('\0').update(files.get(name)).update('\0');
const hash = digest.digest('hex').slice(0, 12);

if (process.argv.includes('--clean'))
	rmSync(assets, { recursive: true, force: true });

const fresh = join(assets, `.new-${process.pid}`);
mkdirSync(join(fresh, 'pdf'), { recursive: true });
console.log(`${String(typeface.byteLength).padStart(8)}  assets/${typefaceName}`);
if (!existsSync(join(assets, typefaceName))) {
	writeFileSync(join(fresh, typefaceName), typeface);
	renameSync(join(fresh, typefaceName), join(assets, typefaceName));
}
for (const [name, content] of files) {
	writeFileSync(join(fresh, name), content);
	if (!name.includes('/'))
		console.log(`${String(Buffer.byteLength(content)).padStart(8)}  assets/${hash}/${name}`);
}
rmSync(join(assets, hash), { recursive: true, force: true });
renameSync(fresh, join(assets, hash));
writeFileSync(join(assets, 'current'), `${hash}\n`);
