/** A JSON value that a double may answer with, `0`, `false` and `''` included. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** How a connection ends instead of an answer, by WireMock's own names. */
export type Break = 'CONNECTION_RESET_BY_PEER' | 'EMPTY_RESPONSE' | 'MALFORMED_RESPONSE_CHUNK';

/** Which requests a stub answers. */
export interface StubRequest {
  readonly method: 'GET' | 'PUT' | 'DELETE' | 'POST' | 'ANY';
  /** Path and query as sent, percent-encoded; or, with `pattern`, a regular expression on the path alone. */
  readonly url: string;
  readonly pattern?: boolean;
  /** Headers that must have exactly this value. */
  readonly headers?: Readonly<Record<string, string>>;
  /** JSONPath that must find something in the body, e.g. `$[?(@.amount == 5)]`. */
  readonly bodyPath?: string;
  /** JSON that the body must equal. */
  readonly body?: Json;
}

/** What a stub answers. */
export interface StubAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON body; absent: none. */
  readonly body?: Json;
  /** A body that is not JSON, as it is. */
  readonly text?: string;
  readonly delayMs?: number;
  /** The connection breaks instead. */
  readonly broken?: Break;
}

/** A step of a state machine: the stub answers in state `in` only, after it the state is `to`. Every machine begins at {@link STARTED}. */
export interface StubState {
  readonly machine: string;
  readonly in: string;
  readonly to?: string;
}

/** One canned answer. */
export interface Stub {
  readonly request: StubRequest;
  readonly answer: StubAnswer;
  readonly state?: StubState;
  /** The lowest number that fits answers; 5 when absent. */
  readonly priority?: number;
}

/** The state in which WireMock begins every machine. */
export const STARTED = 'Started';

/** An answer that is held back so long is none: nobody waits for it by the profile. Real time, ms. */
export const SILENCE_MS = 60_000;

/** Priority of a stub that names none, as WireMock has it. */
export const ORDINARY = 5;
