import type { LoadTexts } from './catalogue-load.ts';

const someInEnglish = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** A load run, in English. */
export const loadInEnglish: LoadTexts = {
  title: 'Load report',
  reportedTo: 'Report',
  verdict: 'Verdict',
  limits: 'Limits of the plan',
  limit: 'What is measured',
  asked: 'Limit',
  seen: 'Seen',
  result: 'Result',
  nothing: 'nothing to measure',
  plots: 'Over time',
  plotsHint:
    'Times are UTC. Pointing at a plot gives its values; horizontal strokes are limits of the plan. At the foot of a logarithmic scale: this value or less.',
  percentiles: 'Answer times by message and country',
  percentilesHint:
    'In milliseconds, from the first byte of the submission to its answer, whatever that is. A repeated submission counts each time.',
  deliveries: 'Delivery delay by country',
  deliveriesHint:
    'In milliseconds, from the acknowledgement of the submission to the first time that the country has it; 0 when the message came before the acknowledgement.',
  leads: 'Lead of the notice before the truck, by country',
  leadsHint:
    'In hours of the road, from the first time that the country has the notice to the passage at entry; negative: the truck came before the notice.',
  played: 'What was played',
  plan: 'Plan',
  moment: 'Traffic made for',
  parts: 'Parts put together',
  playedFor: 'Length',
  shortened: 'Journeys shortened by',
  times: 'Times',
  bin: (seconds) => (seconds === 1 ? 'One point a second.' : `One point in ${seconds} seconds.`),
  greatest: (value) => `max. ${value}`,
  playedIn: (days, span) => `${someInEnglish(days, 'day')} played in ${span}`,
  dashboard: 'Dashboard of k6',
  message: 'Message',
  country: 'Country',
  attempts: 'Submissions',
  failed: 'Not acknowledged',
  refused: 'Of these refused',
  all: 'All messages',
  received: 'Deliveries',
  most: 'Maximum',
  movements: 'Movements',
  provenance: 'Provenance',
  sentence: {
    pass: (_, limits) =>
      `${limits === 1 ? 'The limit of the plan holds' : `All ${limits} limits of the plan hold`} and the books agree.`,
    fail: (failed, limits, booksAgree) =>
      failed === 0
        ? 'The limits measured hold, but some books do not agree.'
        : `${failed} of ${someInEnglish(limits, 'limit')} ${failed === 1 ? 'does' : 'do'} not hold${booksAgree ? '' : ', and some books do not agree'}.`,
    error: () => 'The harness failed: this is no verdict on the stack.',
    inconclusive: () => 'The load was not played or measured whole: nobody can tell.',
  },
  atMost: (value) => `at most ${value}`,
  atLeast: (value) => `at least ${value}`,
  achieved: (achieved, offered, share) => `${achieved} messages acknowledged of ${offered} due (${share})`,
  sent: (attempts, failed, refused) =>
    `Submissions: ${attempts}, of which ${failed} without an acknowledgement (${refused} refused)`,
  stopped: (count) => `${someInEnglish(count, 'movement')} stopped before the end.`,
  dropped: (count) => `${someInEnglish(count, 'movement')} never began: k6 had no free sender.`,
  cut: 'The load was cut: what was recorded is shown and reconciled as far as it goes.',
  k6Ended: (code) =>
    `k6 ended with code ${code}: it did not play the plan to its end, a fault of the harness.`,
  unreadable: (count) =>
    `${someInEnglish(count, 'exchange')} that k6 told could not be read: missing from the evidence, a fault of the harness.`,
  unread: (count) =>
    `${someInEnglish(count, 'line')} could not be read and ${count === 1 ? 'was' : 'were'} left out (a torn end, or a line that is no exchange).`,
  outside: (count) => `${someInEnglish(count, 'exchange')} dated far from the load: counted, and in no plot.`,
  plot: {
    rate: 'Offered and achieved rate',
    errors: 'Submissions not acknowledged',
    answers: 'Answer time',
    deliveries: 'Delivery delay, 99th percentile',
    pending: 'Messages pending by country',
    late: 'Senders behind schedule, 99th percentile',
    trackers: 'Trackers connected',
    processor: 'Processor',
    memory: 'Memory',
  },
  unit: {
    rate: 'per second',
    errors: 'per second',
    answers: 'ms, logarithmic scale',
    deliveries: 'ms, logarithmic scale',
    pending: 'messages',
    late: 'ms, logarithmic scale',
    trackers: 'trackers',
    processor: '% of a core',
    memory: 'MiB',
  },
  series: {
    offered: 'offered',
    achieved: 'achieved',
    failed: 'not acknowledged',
    refused: 'refused',
    connected: 'connected',
    limit: 'limit',
    late: 'behind',
    end: 'end of the plan',
  },
};
