import type { z } from 'zod';
import type { Random } from '../../fixtures/random.ts';
import type { Clock } from '../../profile/clock.ts';
import type { LinkLimits } from './limits.ts';

/** Where something listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * A fault by the name of its file, with its values: `{ name: 'latency', ms: 400 }`. Values that are left out have their
 * defaults; names and units stand in the file of the fault. Times are milliseconds of real time.
 */
export interface LinkFault {
  readonly name: string;
  readonly [value: string]: string | number;
}

/**
 * What happened on a link. `begun` and `ended` are about the fault itself, `struck` about one message that it met:
 * `became` says in a few words what became of it.
 */
export interface LinkEvent {
  /** Milliseconds since the epoch, by the clock of the link. */
  readonly at: number;
  /** Name of the link. */
  readonly link: string;
  readonly fault: LinkFault;
  readonly what: 'begun' | 'ended' | 'struck';
  readonly became?: string;
  readonly request?: StruckRequest;
  readonly facts?: StruckFacts;
}

/** The request that a fault of messages met, as it came. */
export interface StruckRequest {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
}

/** A fault that lasts until it is ended; faults of one link combine and overlap. */
export interface RunningFault {
  readonly fault: LinkFault;
  /** Messages that it met so far; always 0 for a fault of the stream, which counts none. */
  readonly struck: number;
  /** Ends it; what was held back goes on its way now. May be called twice. */
  end(): Promise<void>;
}

/** What stands between a caller and whom it calls, and fails on purpose. Disposed: nothing listens, every connection is closed. */
export interface Link extends AsyncDisposable {
  readonly name: string;
  /** Where the caller connects, instead of `to`. */
  readonly address: Address;
  /** @throws LinkError for a fault that does not exist, a value that is wrong, or a fault of messages on a link of kind `stream` */
  begin(fault: LinkFault): Promise<RunningFault>;
}

/** What is needed to stand between two. */
export interface LinkOptions {
  /** For the evidence and for Toxiproxy, such as `hub-NE`. */
  readonly name: string;
  /** Who is called. */
  readonly to: Address;
  /** Where to listen; default: any free port of 127.0.0.1. */
  readonly listen?: Address;
  /** `stream` carries any bytes and knows the faults of streams only; `exchange` carries HTTP and knows all faults. */
  readonly kind: 'stream' | 'exchange';
  /** For the instants of events; durations are real time. */
  readonly clock: Clock;
  readonly random: Random;
  /** A running Toxiproxy that does the faults of the stream; default: the embedded link. Those of messages are always ours. */
  readonly by?: StreamEngineFactory | undefined;
  readonly onEvent?: ((event: LinkEvent) => void) | undefined;
  /** Of a link that reads messages; what is not named has its default. */
  readonly limits?: Partial<LinkLimits> | undefined;
}

/** Undoes what was begun. */
export type Undo = () => Promise<void>;

/** `there`: bytes of the caller. `back`: bytes of the one who is called. */
export type Way = 'there' | 'back';

/** Bytes on one way of one connection, and when they may go on (milliseconds, monotonic). No bytes and `ends`: the end of the stream. */
export interface Piece {
  readonly bytes: Buffer;
  readonly at: number;
  readonly ends?: true;
}

/** What one way of one connection does with bytes: lets them go on, later or in parts; swallows them (none); or resets the connection. */
export type Shape = (piece: Piece) => readonly Piece[] | 'reset';

/** A toxic of Toxiproxy. @source Toxiproxy 2.5.0, README, "Toxics" */
export interface Toxic {
  readonly type: 'latency' | 'bandwidth' | 'timeout' | 'reset_peer';
  readonly attributes: Readonly<Record<string, number>>;
}

/** How bytes are bent, in the words of both engines. */
export interface Bend {
  readonly ways: readonly Way[];
  /** A fresh one for each way of each connection. */
  readonly shape: () => Shape;
  readonly toxic: Toxic;
  /** The streams cannot be mended: connections that met the fault are closed when it ends. */
  readonly breaks?: true;
}

/** What carries the bytes: the embedded proxy, or Toxiproxy. */
export interface StreamEngine extends AsyncDisposable {
  readonly address: Address;
  /** Bends the bytes of all connections, open and to come, until undone. */
  bend(bend: Bend): Promise<Undo>;
  /** Refuses new connections and closes the open ones, until undone; overlapping ones last until the last is undone. */
  close(): Promise<Undo>;
}

/** Opens what carries the bytes between two. */
export interface StreamEngineFactory {
  (options: { readonly name: string; readonly to: Address; readonly listen: Address }): Promise<StreamEngine>;
  /** Where what stands behind it must listen, and under which name it finds that; absent: loopback of this machine. */
  readonly reaches?: { readonly listen: string; readonly host: string };
}

/** A request on its way through a link, read whole. */
export interface LinkRequest {
  readonly method: string;
  readonly path: string;
  /** Name, value, name, value ... as they came. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** An answer on its way back, read whole. */
export interface LinkAnswer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** Sends a request on its way; undefined: no answer, the connection broke. Never rejects. */
export type Onward = (request: LinkRequest) => Promise<LinkAnswer | undefined>;

/** What the evidence must know of a request that was struck, beyond the words. */
export interface StruckFacts {
  /** The body that arrived in place of the one that was sent, where the fault changed it. */
  readonly arrived?: Buffer;
  /** Status of the answer that never came to whoever asked. */
  readonly answered?: number | undefined;
}

/** Tells what became of a request. */
export type Became = (what: string, facts?: StruckFacts) => void;

/** One request met by a fault: what is answered, or undefined to break the connection of the caller. */
export type Pass = (request: LinkRequest, onward: Onward, became: Became) => Promise<LinkAnswer | undefined>;

/** A fault of messages at work. */
export interface MessageFaultAtWork {
  readonly pass: Pass;
  /** Told of each request that it did not meet, once it has passed and before its sender hears so. */
  readonly passed?: () => Promise<void>;
  /** Lets go of what it holds. */
  readonly end?: () => Promise<void>;
}

interface Definition<Values> {
  /** Name of its file, and of the fault in commands, evidence and tables. */
  readonly name: string;
  /** What is said in a scenario after "la liaison avec le Niger ...", values in braces: `est lente de {ms} ms`. */
  readonly french: readonly string[];
  /** As long as it lasts, nothing gets through: whoever waits for a message would wait in vain. */
  readonly blocks: boolean;
  /** Its values with their defaults; what is not named is refused. */
  readonly values: z.ZodType<Values>;
}

/** A fault of the stream: both engines do it, by the same name. */
export interface StreamFault<Values = never> extends Definition<Values> {
  readonly kind: 'stream';
  begin(engine: StreamEngine, values: Values, random: Random): Promise<Undo>;
}

/** A fault of messages: which of them it meets (`probability`, `count`, `of`) is decided for all of them in one place. */
export interface MessageFault<Values = never> extends Definition<Values> {
  readonly kind: 'message';
  begin(values: Values, random: Random, limits: LinkLimits): MessageFaultAtWork;
}

export type FaultDefinition = StreamFault | MessageFault;
