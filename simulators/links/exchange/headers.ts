/** Headers of one connection, and the length, which is counted again: a relay writes its own. @source RFC 9110, 7.6.1 */
const OURS = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The headers that a relay hands on: name, value, name, value ... */
export function endToEnd(raw: readonly (string | Buffer)[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = String(raw[at]);
    if (!OURS.has(name.toLowerCase())) kept.push(name, String(raw[at + 1]));
  }
  return kept;
}
