// Which test files there are, and which of them share a process: to start one takes longer than most tests.

const fs = require('node:fs');
const path = require('node:path');

/** Those whose tests take longest first: nobody waits for one of them at the end. */
const ROOMS = ['cli', 'tools', 'simulators', 'reports', 'features', 'load', 'profile', 'fixtures'];
const FILES_A_PROCESS = 8;
const RUNS = path.join('reports', 'runs') + path.sep;

/** All test files, relative to the root. */
function testFiles(root) {
  const inRoom = (room) => {
    const folder = path.join(root, room);
    if (!fs.existsSync(folder)) return [];
    const files = fs.readdirSync(folder, { recursive: true }).sort();
    return files.map((file) => path.join(room, file));
  };
  return ROOMS.flatMap(inRoom).filter((file) => file.endsWith('.test.ts') && !file.startsWith(RUNS));
}

/** A suite for each file, so that what it sets up before its tests is ready then, and gone after them. */
const suiteOf = (root, file) =>
  `describe(${JSON.stringify(file)}, () => void require(${JSON.stringify(path.join(root, file))}));\n`;

/**
 * Writes what the runner gets, a file for each process.
 * @param folder where they are written
 */
function testProcesses(root, folder) {
  const files = testFiles(root);
  const count = Math.ceil(files.length / FILES_A_PROCESS);
  return Array.from({ length: count }, (_, nth) => {
    const own = files.slice(nth * FILES_A_PROCESS, (nth + 1) * FILES_A_PROCESS);
    const file = path.join(folder, `${String(nth).padStart(3, '0')}.test.js`);
    const suites = own.map((each) => suiteOf(root, each));
    fs.writeFileSync(file, `const { describe } = require('node:test');\n${suites.join('')}`);
    return file;
  });
}

module.exports = { testProcesses };
