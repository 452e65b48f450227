import { type Capabilities, conformanceClasses } from '../../profile/capabilities.ts';
import type { Clock } from '../../profile/clock.ts';
import { PROFILE_VERSION } from '../../profile/envelope/envelope.ts';
import { messages } from '../../profile/messages/messages.ts';
import type { ReferenceData } from '../../profile/reference-data.ts';
import { timers } from '../../profile/timers/timers.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import type { HubClientOptions, HubTls } from './hub-client.ts';
import type { MessageIds } from './message-ids.ts';

/** What a simulated national customs system is started with. */
export interface CustomsOptions {
  /** ISO 3166-1 alpha-2, e.g. `BF`: its seat. */
  readonly country: string;
  /** Base address of the hub. */
  readonly hub: string;
  /** Name of the stack in the evidence, where one process starts several; default: the base address of the hub. */
  readonly stack?: string;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly ids: MessageIds;
  /** Without it offices, countries and itineraries of deliveries are not looked up. */
  readonly reference?: ReferenceData;
  /** Default: loopback. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Address under which the hub reaches this seat; default: where it listens. */
  readonly publicUrl?: string;
  /** The same without the port, which is then the one that it listens on. */
  readonly publicHost?: string;
  /** Name of the system, as registered. */
  readonly system?: string;
  /** Differences from what this simulator claims. */
  readonly capabilities?: Partial<Capabilities>;
  /** Registers itself with the hub at start; default true. */
  readonly register?: boolean;
  /** Answers AT10 and AT12 by its own book; default true. */
  readonly autoAnswer?: boolean;
  /** References that end in a magic number trigger branches, for testers by hand; default false. */
  readonly magicReferences?: boolean;
  /** Wait for an answer of the hub, milliseconds; default: timer `acknowledgement`. */
  readonly answerTimeoutMs?: number;
  /** Certificates towards a hub over TLS, as PEM texts: who signs its own, and what we show it. */
  readonly tls?: HubTls;
  /** Connections to the hub kept alive, at most; default 16. */
  readonly connections?: number;
  /** Messages, answers and movements kept in memory; default all, a number under load. */
  readonly keep?: number;
}

/** How long an answer of the hub is waited for unless told otherwise: what the profile allows. */
const DEFAULT_ANSWER_TIMEOUT_MS = timers.acknowledgement.seconds * 1000;
/** Connections to the hub kept alive unless told otherwise. @source assumption */
const DEFAULT_CONNECTIONS = 16;

/** How a seat with these options reaches its hub. */
export const wayToHub = (options: CustomsOptions): HubClientOptions => ({
  seat: options.country,
  hub: options.hub,
  stack: options.stack ?? options.hub,
  clock: options.clock,
  journal: options.journal,
  answerTimeoutMs: options.answerTimeoutMs ?? DEFAULT_ANSWER_TIMEOUT_MS,
  connections: options.connections ?? DEFAULT_CONNECTIONS,
  tls: options.tls,
});

/** What a simulated seat says of itself. @source ITU-T X.290 (ICS) */
export const defaultCapabilities: Capabilities = {
  profileVersions: [PROFILE_VERSION],
  classes: conformanceClasses.filter((name) => name !== 'tracking' && name !== 'security'),
  messages: Object.keys(messages),
  testClock: false,
  mergedArrival: true,
  signatures: false,
  guaranteeRegister: false,
  environment: 'test',
};
