// In a clone: stack traces of dist/ name the lines that people edit. Node can do that too, but it reads the map of every
// file as it loads it, half a second a command; this reads the maps of the files that a trace names.

const fs = require('node:fs');
const { SourceMap } = require('node:module');
const path = require('node:path');
const { mapOf } = require('./build.js');

/** What a line of `dist/` was compiled from: `[file, line, column]`, counted from 1; undefined when nothing is known. */
function originOf(root, maps, frame) {
  const file = frame.getFileName();
  const dist = path.join(root, 'dist') + path.sep;
  if (!file?.startsWith(dist) || !file.endsWith('.js')) return undefined;
  const source = `${file.slice(dist.length, -'.js'.length)}.ts`;
  if (!maps.has(source)) maps.set(source, readMap(path.join(root, mapOf(source))));
  const { originalLine, originalColumn } =
    maps.get(source)?.findEntry(frame.getLineNumber() - 1, frame.getColumnNumber() - 1) ?? {};
  if (originalLine === undefined) return undefined;
  return [path.join(root, source), originalLine + 1, originalColumn + 1];
}

function readMap(file) {
  try {
    return new SourceMap(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return undefined; // compiled before there were maps: the line of dist/ is told
  }
}

/** Makes every stack trace of this process name the sources of `root`. */
function nameSources(root) {
  const maps = new Map();
  Error.prepareStackTrace = (error, frames) => {
    const lines = frames.map((frame) => {
      const origin = originOf(root, maps, frame);
      const place = [frame.getFileName(), frame.getLineNumber(), frame.getColumnNumber()].join(':');
      return `\n    at ${origin ? String(frame).replace(place, origin.join(':')) : frame}`;
    });
    return `${error}${lines.join('')}`;
  };
}

module.exports = { nameSources };
