import type { Texts } from './catalogue.ts';
import { booksInEnglish } from './catalogue-books.ts';
import { compareInEnglish } from './catalogue-compare.ts';
import { exchangeInEnglish } from './catalogue-exchange.ts';
import { journeyInEnglish } from './catalogue-journey.ts';
import { linksInEnglish } from './catalogue-links.ts';
import { loadInEnglish } from './catalogue-load-en.ts';
import { machinesInEnglish } from './catalogue-machines.ts';
import { peopleInEnglish } from './catalogue-people.ts';
import { serviceSeats } from './service-seats.ts';
import { stageTitles } from './stage-titles.ts';

const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What reports say in English. Scenario texts stay French: they are the specification. */
export const english: Texts = {
  language: 'en',
  otherLanguage: 'Français',
  locale: 'en-GB',
  title: 'Conformance report',
  subtitle: 'Interconnection of the customs systems of the AES states and Togo',
  skip: 'Skip to content',
  verdict: {
    pass: 'Conformant',
    fail: 'Not conformant',
    inconclusive: 'Inconclusive',
    'not-applicable': 'Not applicable',
    error: 'Harness error',
  },
  counted: {
    pass: () => 'conformant',
    fail: () => 'not conformant',
    inconclusive: () => 'inconclusive',
    'not-applicable': () => 'not applicable',
    error: () => 'in error',
  },
  coverage: {
    pass: 'met',
    fail: 'not met',
    inconclusive: 'inconclusive',
    error: 'harness error',
    'not-applicable': 'not applicable',
    reasoned: 'not tested, with reason',
    unjudged: 'cited, not judged',
    missing: 'no scenario',
  },
  sentence: {
    pass: (judged) => `${some(judged, 'scenario judged: conformant', 'scenarios judged: all conformant')}.`,
    fail: (judged, count) =>
      `${some(count, 'scenario shows', 'scenarios show')} a non-conformity, of ${judged} judged.`,
    error: (_, count) =>
      `${some(count, 'scenario', 'scenarios')} failed through a fault of the harness: nothing can be concluded.`,
    inconclusive: () => 'The link or the environment did not allow a judgement: nobody can conclude.',
  },
  facts: {
    target: 'Target',
    environment: 'Environment',
    started: 'Started',
    duration: 'Duration',
    seed: 'Seed',
    salt: 'Salt',
    seedAndSalt: 'Seed and salt',
    run: 'Run',
    hub: 'Address of the hub',
    versions: 'Versions',
  },
  deviating: (deviation) => `stack made to go wrong on purpose: ${deviation}`,
  environments: { test: 'test', preproduction: 'pre-production', production: 'production' },
  replay: 'Replay the run',
  replayOne: 'Replay this scenario',
  copy: 'Copy',
  nav: {
    label: 'Sections of the report',
    verdict: 'Verdict',
    scope: 'Scope',
    failures: 'To examine',
    coverage: 'Requirements',
    results: 'Results',
    scenarios: 'Scenarios',
    machines: 'States visited',
    unexpected: 'Unexpected traffic',
  },
  scope: {
    heading: 'Scope and limits',
    underTest: 'Seats under test',
    simulated: 'Seats simulated by Corridor',
    none: 'none',
    classes: 'Conformance classes',
    classesClaimed: 'claimed by the target',
    classesUnclaimed: 'not claimed',
    untested: (count) => `${some(count, 'requirement', 'requirements')} not tested, with reason`,
    uncovered: (count) => `${some(count, 'requirement', 'requirements')} without judgement in this run`,
    assumptions: (count) => `${some(count, 'requirement rests', 'requirements rest')} on an assumption`,
    skipped: (count) => `${some(count, 'scenario', 'scenarios')} not applicable to this target`,
    notEvidence: 'What this report is not evidence of',
    limits: [
      'It says nothing of the simulated seats: their behaviour is that of Corridor.',
      'It holds for the requirements and scenarios listed here, with this seed, on this date, against this version of the target.',
      'It measures neither load nor availability; a load run does.',
      'It does not replace a security audit.',
      'The data are fictitious: offices, traders and goods do not exist.',
    ],
    reason: 'Reason',
  },
  notes: {
    heading: 'Reservations about the evidence',
    interrupted: (count) =>
      count > 0
        ? `The run was interrupted: ${some(count, 'planned scenario was', 'planned scenarios were')} not played.`
        : 'The run was interrupted before its end.',
    torn: (file, line) => `The last line of ${file} (line ${line}) is torn; it is not counted.`,
    absent: (file) => `The file ${file} is absent.`,
    chainBroken: (file, line) =>
      `The chain of evidence of ${file} breaks at line ${line}: the file was changed after the run.`,
    chainCut: (file) =>
      `The chain of evidence of ${file} does not end where the run closed it: lines are missing or were added.`,
    noRegister: 'No requirements register was given: coverage is not established.',
    verdictDiffers: (recorded) =>
      `The recorded verdict (${recorded}) differs from what the evidence shows; the graver one is kept.`,
  },
  ...peopleInEnglish,
  failures: {
    heading: 'To examine',
    none: 'Nothing to examine: no scenario is non-conformant, inconclusive or in error.',
    more: (count) =>
      `${some(count, 'more scenario', 'more scenarios')} to examine: see the list of scenarios.`,
    requirement: 'Requirement',
    expected: 'Expected',
    observed: 'Observed',
    pointer: 'Field at fault',
    message: 'Message at fault',
    messageConcerned: 'Message concerned',
    reason: 'Reason',
    open: 'See the scenario and its messages',
    wholeMessage: 'the whole message',
  },
  matrix: {
    heading: 'Requirement coverage',
    caption: 'Requirements and the seats they bind',
    filter: 'Filter requirements',
    filterHint: 'id or a word of the text',
    status: 'Status',
    all: 'all',
    id: 'Requirement',
    text: 'Text',
    level: 'Level',
    source: 'Source',
    seat: 'Seat',
    total: 'Total',
    scenarios: (count) => some(count, 'scenario', 'scenarios'),
    unknown: 'Requirements not in the register',
    summary: (judged, total) => `${judged} of ${total} requirements judged.`,
    class: (name) => `Class “${name}”`,
    simulated: 'simulated',
    noRow: 'No requirement matches the filter.',
  },
  seats: {
    hub: 'Hub',
    customs: 'National customs',
    tracking: 'Tracking',
    unknown: 'unknown',
    database: 'Database',
    ...serviceSeats.en,
  },
  classes: {
    base: 'base',
    extended: 'extended',
    guarantee: 'guarantee',
    tracking: 'tracking',
    'reference-data': 'reference data',
    security: 'security',
  },
  results: {
    heading: 'Results',
    byStage: 'By stage',
    byCorridor: 'By corridor',
    bySeat: 'By seat',
    bySeatNote: 'A scenario counts for each seat that exchanged a message.',
    none: 'no corridor',
    noSeat: 'no exchange',
    share: 'Share',
    total: 'Total',
  },
  stages: stageTitles.en,
  list: {
    heading: 'Scenarios',
    search: 'Search',
    searchHint: 'name, requirement, reason…',
    verdict: 'Verdict',
    stage: 'Stage',
    corridor: 'Corridor',
    seat: 'Seat',
    requirement: 'Requirement',
    all: 'all',
    reset: 'Clear filters',
    shown: (count, total) => `${count} of ${total} scenarios`,
    none: 'No scenario matches the filters.',
    keys: 'Keyboard: j and k next and previous, Enter open, Esc close, / search, l language.',
    unknown: (id) => `Scenario “${id}” is not in this report.`,
  },
  detail: {
    loading: 'Reading…',
    unreadable: 'This browser cannot decompress the details; take a version less than three years old.',
    text: 'Text of the scenario (French)',
    judged: 'What was judged',
    crossed: 'What really crossed',
    nothing: 'No message crossed.',
    messages: 'Messages, in order',
    road: 'The road',
    roadNote: 'Positions by latitude and longitude, without base map.',
    link: 'Link to this scenario',
    trace: 'Technical detail',
    service: (count) => some(count, 'service exchange', 'service exchanges'),
    cutDiagram: (shown, total) => `The first ${shown} of ${total} exchanges; all are in exchange.ndjson.`,
    tags: 'Tags',
  },
  steps: {
    passed: 'done',
    failed: 'failed',
    skipped: 'not played',
    pending: 'to be written',
    undefined: 'undefined',
    ambiguous: 'ambiguous',
    unknown: 'unknown',
    missing: 'not played',
  },
  exchange: exchangeInEnglish,
  journey: journeyInEnglish,
  machines: machinesInEnglish,
  links: linksInEnglish,
  compare: compareInEnglish,
  load: loadInEnglish,
  unexpected: {
    heading: 'Unexpected traffic',
    none: 'No message came unexpected.',
    some: (count) => `${some(count, 'message', 'messages')} came that no scenario expected.`,
    more: (count) => `${count} more in exchange.ndjson.`,
  },
  books: booksInEnglish,
  footer: (count) =>
    `${some(count, 'exchange', 'exchanges')} recorded in exchange.ndjson. Secrets are masked before recording.`,
  noScript:
    'Without JavaScript this report shows verdict, scope, coverage and what is to be examined; the messages of each scenario need JavaScript.',
  console: {
    underTest: 'Under test',
    simulated: 'simulated',
    scope: (covered, total) => `for ${some(covered, 'requirement', 'requirements')} of ${total}`,
    requirements: (covered, total, reasoned) => {
      const left = total - covered - reasoned;
      const unplayed = left > 0 ? `; ${left} not played in this run` : '';
      return `Requirements judged: ${covered} of ${total}; ${reasoned} not tested, with reason${unplayed}.`;
    },
    unexpected: (count) => `Unexpected traffic: ${count}.`,
    report: 'Report',
    more: (count) => `… and ${count} more: see the report.`,
    sameReason: (count) => `… and ${count} more for the same reason`,
  },
};
