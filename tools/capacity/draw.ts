import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import type { Point } from './measure.ts';

const WIDTH = 860;
const HEIGHT = 440;
const FRAME = { left: 70, right: 640, top: 56, bottom: 380 } as const;
const MARKS = [1, 10, 100, 1_000, 10_000, 100_000];

/** Told apart by colour, dash and mark: none of them alone. */
const LINES = [
  { key: 'answerP50Ms', name: 'answer, median', colour: '#0072b2', dash: '2 4' },
  { key: 'answerP99Ms', name: 'answer, p99', colour: '#0072b2', dash: '' },
  { key: 'deliveryP99Ms', name: 'delivery, p99', colour: '#009e73', dash: '8 4' },
  { key: 'lateP99Ms', name: 'sender behind schedule, p99', colour: '#d55e00', dash: '2 2' },
] as const;

/** The curve as a picture: times against the rate that was asked for, and the knee where the stack no longer follows. */
export function draw(points: readonly Point[], knee: Point | undefined, words: string): string {
  const most = Math.max(...points.map(({ offeredPerS }) => offeredPerS));
  const x = scaleLinear().domain([0, most]).nice().range([FRAME.left, FRAME.right]);
  const y = scaleLog().domain([1, 100_000]).range([FRAME.bottom, FRAME.top]).clamp(true);
  const path = line<Point>().x(({ offeredPerS }) => x(offeredPerS));
  const curves = LINES.map(({ key, name, colour, dash }, at) => {
    const d = path.y((one) => y(Math.max(1, one[key])))([...points]) ?? '';
    const dots = points.map(
      (one) =>
        `<circle cx="${round(x(one.offeredPerS))}" cy="${round(y(Math.max(1, one[key])))}" r="3" fill="${colour}"><title>${one.offeredPerS}/s: ${name} ${one[key].toFixed(1)} ms</title></circle>`,
    );
    const labelY = FRAME.top + 20 + at * 22;
    const legend = `<path d="M655 ${labelY - 4}h24" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/><text x="685" y="${labelY}">${name}</text>`;
    return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>${dots.join('')}${legend}`;
  });
  const rules = MARKS.map(
    (ms) =>
      `<path d="M${FRAME.left} ${round(y(ms))}H${FRAME.right}" stroke="#ddd"/><text x="${FRAME.left - 8}" y="${round(y(ms)) + 4}" text-anchor="end">${ms < 1_000 ? `${ms} ms` : `${ms / 1_000} s`}</text>`,
  );
  const ticks = x
    .ticks(8)
    .map(
      (rate) => `<text x="${round(x(rate))}" y="${FRAME.bottom + 20}" text-anchor="middle">${rate}</text>`,
    );
  const at = knee && round(x(knee.offeredPerS));
  const bend = knee
    ? `<path d="M${at} ${FRAME.top}V${FRAME.bottom}" stroke="#333" stroke-dasharray="4 4"/><text x="${at}" y="${FRAME.top - 8}" text-anchor="middle">knee: ${knee.offeredPerS}/s</text>`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" role="img">
<title>Capacity of the reference stack: times against messages a second</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${FRAME.left}" y="22" font-size="16">Capacity of the reference stack</text>
${rules.join('\n')}
${ticks.join('')}
<text x="${(FRAME.left + FRAME.right) / 2}" y="${FRAME.bottom + 42}" text-anchor="middle">messages submitted a second (each is delivered to one to three countries)</text>
${curves.join('\n')}
${bend}
<text x="${WIDTH - 12}" y="${HEIGHT - 10}" text-anchor="end" font-size="11" fill="#555">${words}</text>
</svg>
`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
