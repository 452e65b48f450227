/** A tool written in Go cannot be had: what was seen in `seen`, a clause without a full stop; its finder says how to get it. */
export class GoToolError extends Error {
  override readonly name = 'GoToolError';
  readonly code = 'GO_TOOL_MISSING';
  readonly seen: string;
  readonly hint = 'Install Go 1.25 or later.';

  constructor(tool: string, seen: string, cause?: unknown) {
    super(`Failed to find ${tool}: ${seen}.`, { cause });
    this.seen = seen;
  }
}
