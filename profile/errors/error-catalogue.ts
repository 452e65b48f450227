import { answerErrors } from './answer-errors.ts';
import { functionalErrors } from './functional-errors.ts';
import { transportErrors } from './transport-errors.ts';

export type { ErrorDefinition, ErrorLayer } from './error-definition.ts';

/**
 * The error catalogue (P04): who detects it is the receiver in every case; `layer` says how it is told.
 * @source profile decision P04; draft message set section 7; NCTS CL180/CL030; eTIR error codes
 */
export const errorCatalogue = { ...transportErrors, ...answerErrors, ...functionalErrors } as const;

export type ErrorCode = keyof typeof errorCatalogue;
