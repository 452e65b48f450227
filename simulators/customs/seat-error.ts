/** A seat cannot listen where it was told to: a stable `code`, what was seen in `message`, what to do in `hint`. */
export class SeatError extends Error {
  override readonly name = 'SeatError';
  readonly code = 'CANNOT_LISTEN';
  readonly hint: string;

  constructor(host: string, port: number, cause: Error) {
    const code = (cause as NodeJS.ErrnoException).code ?? cause.message;
    const address = addressFault(host, code);
    const hint = address ? ANOTHER_ADDRESS : ANOTHER_PORT;
    super(`Failed to listen on ${host}:${port}: ${address ?? code}. ${hint}`, { cause });
    this.hint = hint;
  }
}

const ANOTHER_PORT = 'Choose another port, or 0 for any free one; end what listens there.';
const ANOTHER_ADDRESS =
  'Correct "host" in the target file: an address of this machine under which the stack reaches it, such as 127.0.0.1, or 172.17.0.1 for a stack in a container on Linux.';

/** What is wrong with the address itself, whatever the port; undefined when it is another fault. */
function addressFault(host: string, code: string): string | undefined {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `"${host}" does not resolve here (${code})`;
  return code === 'EADDRNOTAVAIL' ? `"${host}" is no address of this machine (${code})` : undefined;
}
