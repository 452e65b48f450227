/** The same address under another name of its machine. */
export function urlUnder(host: string | undefined, url: string): string {
  if (host === undefined || url === '') return url;
  const other = new URL(url);
  other.hostname = host;
  return other.origin;
}
