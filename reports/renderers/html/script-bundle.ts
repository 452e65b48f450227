import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const REQUIRE = /require\("(\.[^"]+)"\)/g;

/**
 * The script of the page: `page/main.ts` and all that it takes, as one text for a `<script>`. The views are the same
 * modules that wrote the page, so what is drawn again in another language is what was drawn first.
 * Modules are read as `tools/build.js` compiled them, or compiled here when the sources run uncompiled.
 */
export function bundleScript(): string {
  bundled ??= bundle(join(__dirname, 'page', 'main'));
  return bundled;
}

let bundled: string | undefined;

function bundle(entry: string): string {
  const modules = new Map<string, string>();
  collect(entry, modules);
  const nameOf = (path: string): string => relative(__dirname, path).replaceAll('\\', '/');
  const texts = [...modules].map(([path, code]) => {
    const linked = code.replace(
      REQUIRE,
      (_, to: string) => `require(${JSON.stringify(nameOf(resolved(path, to)))})`,
    );
    return `${JSON.stringify(nameOf(path))}: function (exports, require) {\n${linked}\n}`;
  });
  const script = `(function () {
const modules = {${texts.join(',\n')}};
const loaded = {};
function require(name) {
  if (!(name in loaded)) modules[name](loaded[name] = {}, require);
  return loaded[name];
}
require(${JSON.stringify(nameOf(entry))});
})();`;
  // Inside a script element only this could end it.
  return script.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--');
}

/** Modules in the order in which they are met; paths are without extension. */
function collect(path: string, modules: Map<string, string>): void {
  if (modules.has(path)) return;
  const code = compiled(path);
  modules.set(path, code);
  for (const [, to = ''] of code.matchAll(REQUIRE)) collect(resolved(path, to), modules);
}

const resolved = (from: string, to: string): string => join(dirname(from), to).replace(/\.[jt]s$/, '');

function compiled(path: string): string {
  if (existsSync(`${path}.js`)) return readFileSync(`${path}.js`, 'utf8');
  const { transformSync }: typeof import('@swc/core') = createRequire(__filename)('@swc/core');
  return transformSync(readFileSync(`${path}.ts`, 'utf8'), {
    filename: path,
    swcrc: false,
    module: { type: 'commonjs', strictMode: true },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  }).code;
}
