/** How an error reaches the sender: HTTP problem details, the answer to the submission, or a FunctionalError. */
export type ErrorLayer = 'transport' | 'answer' | 'functional';

/** One error of the catalogue. Codes are stable; the reason sentence is free, the code and pointer are not. */
export interface ErrorDefinition {
  readonly layer: ErrorLayer;
  /** HTTP status of the answer for `transport` and `answer`. */
  readonly status?: number;
  /**
   * Of `answer`: the round of judging in which it is told. 1 version and type, alone; 2 form; 3, when 2 finds nothing,
   * reference data and rules. A digest that differs is told before all of them. @source exchange rules section 8
   */
  readonly round?: '1' | '2' | '3' | '2 or 3';
  readonly fr: string;
  readonly en: string;
  /** Where the pointer points. */
  readonly pointer: string;
  /** Counterpart in NCTS (CL180 functional, CL030 XML) and eTIR. */
  readonly ncts?: string;
  readonly etir?: string;
}
