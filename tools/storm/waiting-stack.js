// `node waiting-stack.js ARGUMENTS`: loads what `corridor` needs for a stack, waits for a word on its channel, and is then
// `corridor ARGUMENTS`. Most of a start is loading, and a storm has hundreds of starts.

const path = require('node:path');
require('node:module').enableCompileCache();

const root = path.resolve(__dirname, '..', '..');
for (const name of ['cli/program', 'simulators/stack/main', 'simulators/stack/start-stack'])
  require(path.join(root, 'dist', name));
require('fastify')(); // the first server loads its compilers
// when whoever launched it is gone, its channel closes and nothing is left to wait for: it ends
process.once('message', () => require(path.join(root, 'bin', 'corridor.js')));
