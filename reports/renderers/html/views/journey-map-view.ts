import type { JourneyMap, MapTrack } from '../../journey/map.ts';
import type { PageJourney } from '../../journey/page-journey.ts';
import type { Sign } from '../../journey/signs.ts';
import type { Point } from '../../labels.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

/** Id of the outlines that all maps of a page share. */
export const OUTLINES_ID = 'outlines';

/** The map of a journey: what was planned under what was travelled, signs on top. */
export function journeyMapView(
  { texts }: View,
  { map, reference, tracks, alerts }: PageJourney,
  at: number,
): Markup {
  const { width, height, outlines, countries, corridor, labels, signs } = map;
  const words = texts.journey;
  const [title, said, window] = [`map-${at}-title`, `map-${at}-desc`, `map-${at}-window`];
  return html`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${title}" aria-describedby="${said}">
    <title id="${title}">${words.heading} ${reference}</title><desc id="${said}">${words.map(reference, tracks.length, alerts.length)}</desc>
    <clipPath id="${window}"><rect width="${width}" height="${height}"/></clipPath>
    <g clip-path="url(#${window})"><rect class="ground" width="${width}" height="${height}"/>
    <use class="outlines" href="#${OUTLINES_ID}" transform="${outlines}"/>
    <g class="country">${countries.map(({ x, y, ...name }) => html`<text x="${x}" y="${y + 4}" text-anchor="middle">${name[texts.language]}</text>`)}</g>
    ${corridor !== '' && html`<path class="corridor" d="${corridor}"/>`}
    ${map.handOvers.map((path) => html`<path class="travel hand-over" d="${path}"/>`)}
    ${map.tracks.map(trackView)}
    ${placesView(map)}
    ${map.beyond.map((point) => html`<path class="beyond" d="M0 -6l5 10h-10z" transform="${moved(point)}"/>`)}
    ${labels.map(({ text, from, to, y, anchor }) => html`<text class="name" x="${(anchor === 'start' ? from : to).toFixed(1)}" y="${(y + 4).toFixed(1)}" text-anchor="${anchor}">${text}</text>`)}
    ${signs.map((sign) => html`<line class="lead" x1="${sign.x}" y1="${sign.y}" x2="${sign.at.x}" y2="${sign.at.y}"/><circle class="spot" cx="${sign.x}" cy="${sign.y}" r="2.5"/>${signView({ ...sign, ...sign.at })}`)}</g>
    <rect class="rim" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}"/>
  </svg>`;
}

const moved = ({ x, y }: Point): string => `translate(${x} ${y})`;

const trackView = ({ stretches, form, marks }: MapTrack, at: number): Markup =>
  html`<g>${stretches.map(({ kind, path }) => html`<path class="travel ${kind} t${at % 4}" d="${path}"/>`)}${marks.map((mark) => html`<path class="mark t${at % 4}" d="${form}" transform="${moved(mark)}"/>`)}</g>`;

/** Offices are squares with their codes as a title, other points of the road small rings. */
const placesView = ({ places }: JourneyMap): Markup[] =>
  places.map(({ x, y, name, offices }) =>
    offices.length > 0
      ? html`<rect class="office" x="${x - 5}" y="${y - 5}" width="10" height="10"><title>${name} (${offices.join(', ')})</title></rect>`
      : html`<circle class="waypoint" cx="${x}" cy="${y}" r="2.5"><title>${name}</title></circle>`,
  );

/** The number of an alert, or of several that stand at one spot. */
export const signView = ({ x, y, width, text }: Sign): Markup =>
  html`<g class="sign" transform="${moved({ x, y })}"><rect x="${-width / 2}" y="-8" width="${width}" height="16" rx="8"/><text y="4" text-anchor="middle">${text}</text></g>`;
