/** What can go wrong with the evidence itself; none of these is a verdict on anybody's system. */
export type EvidenceFault =
  | 'NO_SPACE'
  | 'NOT_WRITABLE'
  | 'ALREADY_WRITTEN'
  | 'WRITE_FAILED'
  | 'NOT_READABLE'
  | 'NOT_A_RECORD';

/** Evidence that cannot be written or read: a stable `code`, what was seen in `message`, what to do in `hint`. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';
  readonly code: EvidenceFault;
  readonly hint: string;
  /** Line of the evidence file concerned, 1-based, where there is one. */
  readonly line: number | undefined;

  constructor(
    code: EvidenceFault,
    message: string,
    hint: string,
    options: { line?: number; cause?: unknown } = {},
  ) {
    super(`${message} ${hint}`, { cause: options.cause });
    this.code = code;
    this.hint = hint;
    this.line = options.line;
  }
}

const REMEDIES: Readonly<Record<string, readonly [EvidenceFault, string]>> = {
  ENOSPC: [
    'NO_SPACE',
    'Free space on the disk, or choose another folder; what was written before stays readable.',
  ],
  EDQUOT: [
    'NO_SPACE',
    'Raise the disk quota, or choose another folder; what was written before stays readable.',
  ],
  EFBIG: [
    'NO_SPACE',
    'Raise the largest size of a file (ulimit -f), or choose another disk; what was written before stays readable.',
  ],
  EACCES: ['NOT_WRITABLE', 'Give this user the right to write there, or choose another folder.'],
  EPERM: ['NOT_WRITABLE', 'Give this user the right to write there, or choose another folder.'],
  EROFS: ['NOT_WRITABLE', 'The disk is read-only: choose another folder.'],
  EISDIR: ['NOT_WRITABLE', 'This is a folder: give the path of a file.'],
  ENOENT: ['NOT_WRITABLE', 'Create the folder first.'],
};

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file has reached the largest size allowed',
};

/** The typed error for a failed write of `path`, from what the platform reported. */
export function writeFault(path: string, cause: unknown): EvidenceError {
  const platformCode = (cause as { code?: string } | null)?.code ?? 'unknown fault';
  const [code, hint] = REMEDIES[platformCode] ?? [
    'WRITE_FAILED',
    'See the cause; what was written before stays readable.',
  ];
  const words = WORDS[platformCode];
  const seen = words === undefined ? platformCode : `${words} (${platformCode})`;
  return new EvidenceError(code, `Failed to write the evidence file ${path}: ${seen}.`, hint, { cause });
}
