/** Why the doubles of the services cannot do what was asked. */
export type ServiceFault =
  | 'NO_WIREMOCK'
  | 'NO_JAVA'
  | 'WIREMOCK_NOT_STARTED'
  | 'WIREMOCK_SILENT'
  | 'WIREMOCK_GONE'
  | 'STUB_REFUSED'
  | 'WIREMOCK_REFUSED'
  | 'MAPPING_UNREADABLE'
  | 'DOUBLE_WRONG'
  | 'PORT_IN_USE'
  | 'PORT_NOT_OURS';

/** What concerns the command line or a file that it names; all else is a fault of ours or of the machine. */
const WRONG_USAGE: ReadonlySet<ServiceFault> = new Set([
  'MAPPING_UNREADABLE',
  'NO_WIREMOCK',
  'PORT_IN_USE',
  'PORT_NOT_OURS',
]);

/** A failure of the doubles: a stable `code`, what was seen in `message`, what to do in `hint`. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ServiceFault;
  readonly hint: string;
  /** 4: wrong usage; 3: harness fault. */
  readonly exitCode: 3 | 4;
  constructor(code: ServiceFault, message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.hint = hint;
    this.exitCode = WRONG_USAGE.has(code) ? 4 : 3;
  }
}
