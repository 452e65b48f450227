/** The same UUID on every attempt at one request: a service knows a repetition by it. @source assumption */
export const REQUEST_ID_HEADER = 'Corridor-Request-Id';

/** Secret of a guarantee; never in a log, a journal or evidence. @source profile decision P21 */
export const ACCESS_CODE_HEADER = 'Corridor-Access-Code';

/** Longest answer of a service, bytes; a longer one is none. @source assumption */
export const MOST_ANSWER_BYTES = 64 * 1024;

/** Pauses before the second, third and fourth attempt of a request, seconds. @source assumption */
export const FIRST_PAUSES_S = [1, 2, 4] as const;

/** Failures in a row after which the breaker of a service opens. @source assumption */
export const BREAKER_FAILURES = 5;

/** An answer is kept for a day at most, seconds. @source assumption */
export const LONGEST_KEPT_S = 24 * 60 * 60;

/**
 * Whether a status is an answer, which is never asked for again; else the service failed and the request is repeated.
 * @param status HTTP status of the answer
 * @source assumption: RFC 9110 section 15.5; 408 and 429 ask for a repetition themselves
 */
export const isFinal = (status: number): boolean =>
  (status >= 200 && status < 300) || (status >= 400 && status < 500 && status !== 408 && status !== 429);
