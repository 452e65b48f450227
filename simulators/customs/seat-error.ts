/** A seat cannot listen where it was told to: a stable `code`, what was seen in `message`, what to do in `hint`. */
export class SeatError extends Error {
  override readonly name = 'SeatError';
  readonly code = 'CANNOT_LISTEN';
  readonly hint = 'Choose another port, or 0 for any free one; end what listens there.';

  constructor(host: string, port: number, cause: Error) {
    const seen = (cause as NodeJS.ErrnoException).code ?? cause.message;
    super(`Failed to listen on ${host}:${port}: ${seen}. Choose another port, or 0 for any free one.`, {
      cause,
    });
  }
}
