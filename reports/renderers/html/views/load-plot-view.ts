import type { Texts } from '../../catalogue.ts';
import { type DrawnPlot, drawPlot, PLOT } from '../../load/draw-plot.ts';
import type { PlotData, Plots } from '../../load/series.ts';
import { numberText } from '../../load-text.ts';
import { html, type Markup } from './markup.ts';

const DAY_MS = 86_400_000;
/** Colours and dashes that tell lines apart; further lines begin again. */
const STYLES = 8;

/** Small multiples over one axis of time: what happened in each second, or in each of as many as a page shows. */
export function loadPlotsView(plots: Plots, texts: Texts): Markup {
  const { load, language } = texts;
  return html`<p class="hint">${load.plotsHint} ${load.bin(plots.binMs / 1_000)}</p>
    <div class="plots">${plots.plots.map((plot) => plotView(plot, plots, texts, `${language}-${plot.name}`))}</div>`;
}

function plotView(plot: PlotData, plots: Plots, texts: Texts, id: string): Markup {
  const drawn = drawPlot(plot, plots);
  const name = texts.load.plot[plot.name];
  return html`<figure class="plot"><figcaption id="${id}"><h3>${name}</h3> <small>${texts.load.unit[plot.name]}</small></figcaption>
    <svg viewBox="0 0 ${PLOT.width} ${PLOT.height}" width="${PLOT.width}" height="${PLOT.height}" role="img" aria-labelledby="${id} ${id}-legend">
      ${drawn.marks.map(({ y, value }) => html`<line class="grid" x1="${PLOT.left}" y1="${y}" x2="${PLOT.right}" y2="${y}"/><text class="axis" x="${PLOT.left - 6}" y="${y + 4}" text-anchor="end">${value.toLocaleString(texts.locale)}</text>`)}
      ${timeAxis(drawn, plots)}
      ${drawn.end !== undefined && html`<line class="end" x1="${drawn.end}" y1="${PLOT.top}" x2="${drawn.end}" y2="${PLOT.bottom}"/>`}
      ${drawn.limits.map(({ y }) => html`<line class="limit" x1="${PLOT.left}" y1="${y}" x2="${PLOT.right}" y2="${y}"/>`)}
      ${drawn.lines.map(({ path }, at) => html`<path class="series s${at % STYLES}" d="${path}"/>`)}
      ${columnsView(drawn, texts)}
    </svg>
    ${legendView(drawn, texts, `${id}-legend`)}</figure>`;
}

function timeAxis({ ticks }: DrawnPlot, { times, binMs }: Plots): Markup {
  const isLong = (times.at(-1) ?? 0) - (times[0] ?? 0) > DAY_MS;
  const text = (atMs: number): string => {
    const instant = new Date(atMs).toISOString();
    if (isLong) return `${instant.slice(5, 10)} ${instant.slice(11, 16)}`;
    return binMs < 60_000 ? instant.slice(11, 19) : instant.slice(11, 16);
  };
  return html`${ticks.map(({ x, atMs }) => html`<line class="tick" x1="${x}" y1="${PLOT.bottom}" x2="${x}" y2="${PLOT.bottom + 4}"/><text class="axis" x="${x}" y="${PLOT.bottom + 18}" text-anchor="middle">${text(atMs)}</text>`)}`;
}

/** A column that nobody sees tells its values to whoever points at it. */
const columnsView = ({ columns, lines }: DrawnPlot, { locale }: Texts): Markup =>
  html`${columns.map(({ x, width, atMs, values }) => {
    const told = values.flatMap((value, at) =>
      value === null ? [] : [`${lines[at]?.name} : ${numberText(value, locale)}`],
    );
    return (
      told.length > 0 &&
      html`<rect class="column" x="${x}" y="${PLOT.top}" width="${width}" height="${PLOT.bottom - PLOT.top}"><title>${[new Date(atMs).toISOString().slice(11, 19), ...told].join('\n')}</title></rect>`
    );
  })}`;

function legendView({ lines, limits, end }: DrawnPlot, { load, locale }: Texts, id: string): Markup {
  const sample = (style: string): Markup =>
    html`<svg width="26" height="10" aria-hidden="true"><line class="${style}" x1="1" y1="5" x2="25" y2="5"/></svg>`;
  return html`<ul class="key" id="${id}">${lines.map(
    ({ name, most }, at) =>
      html`<li>${sample(`series s${at % STYLES}`)}${name} <small>${most === null ? load.nothing : load.greatest(numberText(most, locale))}</small></li>`,
  )}${limits.map(
    ({ value, of }) =>
      html`<li>${sample('limit')}${load.series.limit}${of !== '' && ` ${of}`} <small>${numberText(value, locale)}</small></li>`,
  )}${end !== undefined && html`<li>${sample('end')}${load.series.end}</li>`}</ul>`;
}
