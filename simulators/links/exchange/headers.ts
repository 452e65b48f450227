/** Headers of one connection, and the length, which is counted again: a relay writes its own. @source RFC 9110, 7.6.1 */
const OURS: readonly string[] = [
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * The headers that a relay hands on: name, value, name, value ... Those that `Connection` names are not among them.
 * @param withLength the length too, where it is told of a body that does not follow
 */
export function endToEnd(raw: readonly (string | Buffer)[], withLength = false): string[] {
  const fields: (readonly [name: string, value: string])[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) fields.push([String(raw[at]), String(raw[at + 1])]);
  const named = fields
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.split(',').map((each) => each.trim().toLowerCase()));
  const ours = new Set([...OURS, ...named, ...(withLength ? [] : ['content-length'])]);
  return fields.flatMap(([name, value]) => (ours.has(name.toLowerCase()) ? [] : [name, value]));
}
