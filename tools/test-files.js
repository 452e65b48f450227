// Which test files there are, and which of them share a process: to start one takes longer than most tests.

const fs = require('node:fs');
const path = require('node:path');

const ROOMS = ['profile', 'fixtures', 'simulators', 'features', 'reports', 'cli', 'load', 'tools'];
/** Tests that play whole runs: each file has a process of its own. */
const ALONE = ['cli', 'simulators/stack', 'reports/reconcile', 'reports/renderers'];
const RUNS = path.join('reports', 'runs') + path.sep;

/** All test files, relative to the root. */
function testFiles(root) {
  const inRoom = (room) => {
    const folder = path.join(root, room);
    if (!fs.existsSync(folder)) return [];
    return fs.readdirSync(folder, { recursive: true }).map((file) => path.join(room, file));
  };
  return ROOMS.flatMap(inRoom).filter((file) => file.endsWith('.test.ts') && !file.startsWith(RUNS));
}

const isAlone = (file) => ALONE.some((folder) => file.startsWith(path.join(folder, path.sep)));

/** The part of the house that a file stands in, such as `features/checks`. */
const partOf = (file) => path.dirname(file).split(path.sep).slice(0, 2).join('-');

/**
 * What the runner gets, a process each: the files that are alone, and for each part of the house a file that requires its tests.
 * @param folder where the latter are written
 */
function testProcesses(root, folder) {
  const files = testFiles(root);
  const shared = Map.groupBy(
    files.filter((file) => !isAlone(file)),
    partOf,
  );
  for (const [part, ofPart] of shared) {
    const lines = ofPart.map((file) => `require(${JSON.stringify(path.join(root, file))});\n`);
    fs.writeFileSync(path.join(folder, `${part}.test.js`), lines.join(''));
  }
  return [
    ...files.filter(isAlone),
    ...[...shared.keys()].map((part) => path.join(folder, `${part}.test.js`)),
  ];
}

module.exports = { testProcesses };
