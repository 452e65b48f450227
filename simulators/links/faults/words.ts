import { z } from 'zod';
import type { LinkAnswer } from '../link.ts';

/** An answer in a few words, for the evidence. */
export const outcome = (answer: LinkAnswer | undefined): string =>
  answer === undefined ? 'no answer' : `answer ${answer.status}`;

/** What of an exchange a fault spoils. */
export const side = z.enum(['request', 'answer']).default('request');
