import {
  alertCodes,
  type CodeList,
  deviceActions,
  lockStates,
} from '../../../../profile/code-lists/code-lists.ts';
import type { Assignment, Gap, TrackPoint } from '../../journey/journey.ts';
import type { NamedPlace, PageAlert, PageJourney, PageTrack } from '../../journey/page-journey.ts';
import { journeyMapView, signView } from './journey-map-view.ts';
import { journeyStripView } from './journey-strip-view.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

/** The road that a truck travelled: map, legend and alerts beside it, the strip of its time under it, and all as a table. */
export function journeyView(view: View, journey: PageJourney, at: number): Markup {
  const words = view.texts.journey;
  const { more, strip } = journey;
  const notes = [
    more.unreadable > 0 && words.more.unreadable(more.unreadable),
    more.devices > 0 && words.more.devices(more.devices),
    more.ahead > 0 && words.more.ahead(more.ahead),
    strip.outside > 0 && words.more.outside(strip.outside),
  ].filter((note) => note !== false);
  return html`<div class="travelled">
    <figure class="scroller chart" tabindex="0" aria-label="${words.heading} ${journey.reference}">${journeyMapView(view, journey, at)}</figure>
    <div class="told">${legendView(view, journey)}${alertsView(view, journey)}${timesView(view, journey)}</div>
  </div>
  <figure class="scroller timeline" tabindex="0" aria-label="${words.strip}">${journeyStripView(view, journey, at)}</figure>
  ${notes.map((note) => html`<p class="cut">${note}</p>`)}
  ${tableView(view, journey)}
  <p class="cut">${words.outlines}</p>`;
}

/** Meaning of a code in the language of the page; what is in no list is shown as it is. */
const meaning = ({ texts }: View, list: CodeList, code: string): string =>
  (Object.hasOwn(list, code) ? list[code]?.[texts.language] : undefined) ?? code;

/** `2026-11-21 08:30`, UTC: the seconds of a truck say nothing. */
const shortInstant = (atMs: number): string => new Date(atMs).toISOString().slice(0, 16).replace('T', ' ');

const swatch = (content: Markup): Markup =>
  html`<svg class="swatch" viewBox="0 0 34 14" width="34" height="14" aria-hidden="true">${content}</svg>`;

function legendView({ texts }: View, { tracks, map }: PageJourney): Markup {
  const words = texts.journey;
  const signs: readonly (readonly [Markup, string, boolean])[] = [
    [html`<line class="corridor" x1="4" y1="7" x2="30" y2="7"/>`, words.corridor, map.corridor !== ''],
    [html`<rect class="office" x="12" y="2" width="10" height="10"/>`, words.office, hasOffices(map)],
    [html`<line class="travel plain" x1="1" y1="7" x2="33" y2="7"/>`, words.live, hasKind(map, 'live')],
    [
      html`<line class="travel plain stored" x1="1" y1="7" x2="33" y2="7"/>`,
      words.stored,
      hasKind(map, 'stored'),
    ],
    [html`<line class="travel silent" x1="1" y1="7" x2="33" y2="7"/>`, words.silent, hasKind(map, 'silent')],
    [
      html`<line class="travel hand-over" x1="1" y1="7" x2="33" y2="7"/>`,
      words.handOver,
      map.handOvers.length > 0,
    ],
    [html`<path class="beyond" d="M17 2l5 10h-10z"/>`, words.beyond, map.beyond.length > 0],
    [signView({ x: 17, y: 7, width: 14, text: '1', numbers: [1] }), words.alert, map.signs.length > 0],
  ];
  return html`<ul class="legend">${tracks.map((track, at) => trackView(texts.journey, track, at))}${signs.map(([sign, name, shown]) => shown && html`<li>${swatch(sign)} <span>${name}</span></li>`)}</ul>`;
}

const hasOffices = ({ places }: PageJourney['map']): boolean =>
  places.some(({ offices }) => offices.length > 0);
const hasKind = ({ tracks }: PageJourney['map'], kind: 'live' | 'stored' | 'silent'): boolean =>
  tracks.some(({ stretches }) => stretches.some((stretch) => stretch.kind === kind));

const trackView = (
  words: View['texts']['journey'],
  { platform, deviceId, form, reports, stored }: PageTrack,
  at: number,
): Markup =>
  html`<li>${swatch(html`<line class="travel live t${at % 4}" x1="1" y1="7" x2="33" y2="7"/><path class="mark t${at % 4}" d="${form}" transform="translate(17 7)"/>`)} <span><b>${words.device(platform, deviceId)}</b> <small>${words.reports(reports, stored)}</small></span></li>`;

function alertsView(view: View, { alerts, more }: PageJourney): Markup {
  const words = view.texts.journey;
  if (alerts.length === 0) return html`<p class="no-alert">${words.noAlert}</p>`;
  return html`<h6>${words.alerts}</h6><ol class="alerts">${alerts.map((alert) => alertView(view, alert))}</ol>${more.alerts > 0 && html`<p class="cut">${words.more.alerts(more.alerts)}</p>`}`;
}

const alertView = (view: View, { atMs, code, place }: PageAlert): Markup =>
  html`<li><b>${meaning(view, alertCodes, code)}</b> <code>${code}</code><br><time>${shortInstant(atMs)}</time> · ${placeText(view, place)}</li>`;

function placeText({ texts }: View, place: NamedPlace | undefined): string {
  if (!place) return texts.journey.noPlace;
  const { near, km } = place;
  return near === undefined || km === undefined ? degrees(place) : texts.journey.at(km, near);
}

const degrees = ({ latitudeDeg, longitudeDeg }: Pick<NamedPlace, 'latitudeDeg' | 'longitudeDeg'>): string =>
  `${latitudeDeg.toFixed(4)}, ${longitudeDeg.toFixed(4)}`;

/** Assignments, hand-overs and dead zones, as times. */
function timesView(view: View, { assignments, handOvers, deadZones, more }: PageJourney): Markup {
  const words = view.texts.journey;
  return html`${assignments.length > 0 && html`<h6>${words.devices}</h6><ul class="times">${assignments.map((one) => assignmentView(view, one))}</ul>`}
    ${more.assignments > 0 && html`<p class="cut">${words.more.assignments(more.assignments)}</p>`}
    ${spansView(view, words.handOvers, handOvers)}${spansView(view, words.deadZones, deadZones)}`;
}

function assignmentView(
  view: View,
  { atMs, action, platform, deviceId, office, replaces }: Assignment,
): Markup {
  const words = view.texts.journey;
  const said = [
    meaning(view, deviceActions, action),
    words.device(platform, deviceId),
    replaces !== undefined && words.relieves(replaces),
    office !== undefined && words.officeOf(office),
  ].filter((part) => part !== false);
  return html`<li><time>${shortInstant(atMs)}</time> · ${said.join(', ')}</li>`;
}

const SPANS_SHOWN = 12;

const spansView = (view: View, heading: string, spans: readonly Gap[]): Markup | false =>
  spans.length > 0 &&
  html`<h6>${heading}</h6><ul class="times">${spans.slice(0, SPANS_SHOWN).map((span) => spanView(view, span))}${spans.length > SPANS_SHOWN && html`<li>+ ${spans.length - SPANS_SHOWN}</li>`}</ul>`;

const spanView = (view: View, { fromMs, untilMs }: Gap): Markup =>
  html`<li><time>${shortInstant(fromMs)}</time> → ${untilMs === undefined ? view.texts.journey.lasts : html`<time>${shortInstant(untilMs)}</time>`}</li>`;

/** The same as the pictures, as a table: for screen readers, for searching, for exact values. */
function tableView(view: View, { rows, more }: PageJourney): Markup {
  const words = view.texts.journey;
  const { time, device, place, speed, battery, lock, network } = words.columns;
  return html`<details class="messages"><summary>${words.table(rows.length + more.rows)}</summary><div class="scroller" tabindex="0"><table>
    <thead><tr>${[time, device, place, speed, battery, lock, network].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => rowView(view, row))}</tbody></table></div>${more.rows > 0 && html`<p class="cut">${words.more.rows(more.rows)}</p>`}</details>`;
}

function rowView(
  view: View,
  { atMs, deviceId, place, gnss, speedKmh, batteryPct, lock, stored }: TrackPoint,
): Markup {
  const words = view.texts.journey;
  const where = place && gnss === 'FIX' ? degrees(place) : words.noPlace;
  return html`<tr><td><time>${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')}</time></td><td>${deviceId}</td><td>${where}</td><td>${speedKmh ?? '–'}</td><td>${batteryPct === undefined ? '–' : `${batteryPct} %`}</td><td>${lock === undefined ? '–' : meaning(view, lockStates, lock)}</td><td>${stored ? words.afterwards : words.atOnce}</td></tr>`;
}
