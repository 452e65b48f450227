/** A link cannot do what was asked: a stable `code`, what was seen in `message`, what to do in `hint`. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
  readonly code:
    | 'UNKNOWN_FAULT'
    | 'FAULT_VALUES'
    | 'FAULT_NEEDS_EXCHANGE'
    | 'LINK_CLOSED'
    | 'CANNOT_LISTEN'
    | 'TOXIPROXY_MISSING'
    | 'TOXIPROXY_FAILED';
  readonly hint: string;

  constructor(code: LinkError['code'], seen: string, hint: string, cause?: unknown) {
    super(`${seen} ${hint}`, { cause });
    this.code = code;
    this.hint = hint;
  }
}
