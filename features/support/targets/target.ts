import type { StreamEngineFactory } from '../../../simulators/links/index.ts';
import type { ToldLink } from './database-link.ts';
import type { SmallDisk } from './small-disk.ts';

/** A stack under test as described by a target file; the reference stack describes itself. */
export interface TargetDescription {
  readonly name: string;
  /** The file that describes it, as it was named on the command line; for the replay line. */
  readonly file?: string;
  readonly environment: 'test' | 'preproduction' | 'production';
  /** Base address of the hub. */
  readonly hub: string;
  /** Seats played by the real system; the other countries are simulated. `hub` is always one in 0.1. */
  readonly seatsUnderTest: readonly string[];
  /** Address under which the stack reaches the simulated countries; default 127.0.0.1. */
  readonly host?: string;
  /** Address on which the simulated countries listen, where it is not `host`. */
  readonly listen?: string;
  /** Port on which a simulated country listens, by country; 0 or absent: any free one. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Certificates towards the hub, paths of PEM files; used under load. */
  readonly tls?: {
    readonly ca?: string | undefined;
    readonly cert?: string | undefined;
    readonly key?: string | undefined;
  };
  /** Signs each submission: path of a private key (JWK, P-256), and the header that carries the signature (P07); used under load. */
  readonly signing?: { readonly key: string; readonly header: string };
  /** Program and arguments that kill the stack and start it again on the same data and address; absent: we may not. */
  readonly restart?: readonly string[];
}

/** What a scenario needs of a stack of its own beyond the ordinary. */
export interface StackNeeds {
  /** Base address of each national service that the stack shall call, by name (class `services`). */
  readonly services?: Readonly<Record<string, string>>;
  /** The stack reaches its database over a link that can be made to fail. */
  readonly databaseLink?: boolean;
  /** How long the stack waits for a word of its database, milliseconds, where it can be told; absent: as long as it does. */
  readonly databaseAnswerMs?: number;
  /** The tables lie on a disk so small that it can be filled. */
  readonly smallDisk?: boolean;
}

/** One stack that scenarios can talk to. */
export interface StackUnderTest extends AsyncDisposable {
  readonly description: TargetDescription;
  /** Only of our own process: resolves when one of its lives ends and nobody asked for that, with the reason. */
  readonly exited?: Promise<string | undefined>;
  /** Only of our own process: address of its database. */
  readonly database?: string;
  /** Kills and starts the stack again on the same database and address; absent where we may not. */
  readonly restart?: () => Promise<void>;
  /** Kills the stack as a power cut would; its database stays. Absent where we may not. */
  readonly kill?: () => Promise<void>;
  /** Starts a killed stack again, on the same database and address. */
  readonly start?: () => Promise<void>;
  /** Between the stack and its database, for a scenario that needs it. */
  readonly databaseLink?: ToldLink;
  /** Under the tables of the stack, for a scenario that needs it. */
  readonly disk?: Pick<SmallDisk, 'fill' | 'free'>;
}

/** Where something stands beside the stack. */
export interface PartAddress {
  readonly here: { readonly host: string; readonly port: number };
  readonly inside: { readonly host: string; readonly port: number };
}

/** Where stacks come from. */
export interface Target extends AsyncDisposable {
  /** The stack that most scenarios share. */
  readonly main: StackUnderTest;
  /**
   * A stack with nobody else on it; undefined where only one exists.
   * @throws NotApplicableError when this machine cannot give what is needed
   */
  readonly fresh?: (needs?: StackNeeds) => Promise<StackUnderTest>;
  /** What else stands around the stack, by name (`wiremock`, `toxiproxy` ...): as we reach it, and as the stack does. */
  readonly parts?: Readonly<Record<string, PartAddress>>;
  /** What carries the links around the stack, where the target brings it. */
  readonly linksBy?: StreamEngineFactory | undefined;
}
