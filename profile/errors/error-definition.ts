/** How an error reaches the sender: HTTP problem details, the answer to the submission, or a FunctionalError. */
export type ErrorLayer = 'transport' | 'answer' | 'functional';

/** One error of the catalogue. Codes are stable; the reason sentence is free, the code and pointer are not. */
export interface ErrorDefinition {
  readonly layer: ErrorLayer;
  /** HTTP status of the answer for `transport` and `answer`. */
  readonly status?: number;
  readonly fr: string;
  readonly en: string;
  /** Where the pointer points. */
  readonly pointer: string;
  /** Counterpart in NCTS (CL180 functional, CL030 XML) and eTIR. */
  readonly ncts?: string;
  readonly etir?: string;
}
