// node --require ./tools/typescript.js FILE.ts: loads TypeScript as the tests do. What swc made of a file is kept under its
// digest, and so is what V8 made of that: a test process starts in a third of the time that ts-node takes.

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const module_ = require('node:module');
const path = require('node:path');
const { compile, writeWhole } = require('./build.js');

const root = path.resolve(__dirname, '..');
const cache = path.join(root, 'node_modules', '.cache', 'corridor', 'typescript');
const { version } = require('@swc/core/package.json');
const compiler = `${version} ${fs.readFileSync(path.join(__dirname, 'build.js'), 'utf8')}`;

/** Compiled from the same text by the same compiler under the same name before, or now. */
function compiled(file) {
  const source = fs.readFileSync(file, 'utf8');
  const digest = createHash('sha256').update(compiler).update(file).update(source).digest('hex').slice(0, 32);
  const kept = path.join(cache, `${digest}.js`);
  try {
    return fs.readFileSync(kept, 'utf8');
  } catch {
    const { code } = compile(source, file, { forDist: false });
    writeWhole(kept, code);
    return code;
  }
}

require.extensions['.ts'] = (module, file) => module._compile(compiled(file), file);
module_.enableCompileCache(path.join(cache, 'v8'));
process.setSourceMapsEnabled(true);
