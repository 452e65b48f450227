import { z } from 'zod';
import type { CodeList } from './code-lists.ts';

/** A zod schema for one code of a list. */
export const code = <Code extends string>(list: CodeList<Code>) =>
  z.enum(Object.keys(list) as [Code, ...Code[]]);
