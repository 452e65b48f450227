import type { PageExchange } from '../page-data.ts';
import { html, type Markup } from './markup.ts';
import { messageName, type View } from './view.ts';

/** What happened to a link, or to a message on it, in few words. */
export function linkText(view: View, { method, path, link }: PageExchange): string {
  const words = view.texts.links;
  if (path === '/struck') return words.struck[method] ?? words.faults[method] ?? method;
  const told = Object.entries(link?.values ?? {}).map(
    ([name, value]) => `${words.values[name] ?? name} ${value}`,
  );
  const values = told.length > 0 ? ` (${told.join(', ')})` : '';
  return `${path === '/ended' ? words.ended : words.begun} : ${words.faults[method] ?? method}${values}`;
}

/** The message that was struck, and what became of it afterwards. */
export function struckText(view: View, { path, link }: PageExchange): string {
  if (path !== '/struck') return '';
  const message = link?.type === undefined ? '' : messageName(view, link.type);
  const arrived = link?.answered === undefined ? '' : view.texts.links.arrived(link.answered);
  return [message, arrived].filter(Boolean).join(' · ');
}

/** Where things stand in the diagram. */
export interface DiagramPlaces {
  readonly rows: readonly PageExchange[];
  /** Top of each row, and of what comes after the last. */
  readonly tops: readonly number[];
  readonly centreOf: (seat: string) => number;
}

const BAND_INSET = 3;

/** How long each fault lasted: a band between the two lifelines, from its beginning to its end. */
export function linkBands({ rows, tops, centreOf }: DiagramPlaces): Markup[] {
  return rows.flatMap((row, at) => {
    if (row.kind !== 'link' || row.path !== '/begun') return [];
    const isEnd = (other: PageExchange, place: number): boolean =>
      place > at &&
      other.kind === 'link' &&
      other.path === '/ended' &&
      other.method === row.method &&
      other.from === row.from &&
      other.to === row.to;
    const end = rows.findIndex(isEnd);
    const [from, to] = [centreOf(row.from), centreOf(row.to)];
    const top = (tops[at] ?? 0) + BAND_INSET;
    const bottom = (tops[end < 0 ? rows.length : end + 1] ?? top) - BAND_INSET;
    const width = Math.abs(to - from);
    return [
      html`<rect class="outage" x="${Math.min(from, to)}" y="${top}" width="${width}" height="${Math.max(0, bottom - top)}"/>`,
    ];
  });
}

/** A row of the network: a broken line between the two, without an arrow, since nothing crossed. */
export function linkRow(
  { start, end, y }: { start: number; end: number; y: number },
  text: string,
  below: string,
): Markup {
  const middle = (start + end) / 2;
  return html`<text class="label" x="${middle}" y="${y - 7}" text-anchor="middle">⚡ ${text}</text>
    <line x1="${start}" y1="${y}" x2="${end}" y2="${y}"/>
    <text class="result" x="${middle}" y="${y + 16}" text-anchor="middle">${below}</text>`;
}
