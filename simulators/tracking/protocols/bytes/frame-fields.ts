import { z } from 'zod';
import { FieldError, type FrameContent } from '../protocol.ts';

/** Unsigned numbers of one, two and four bytes, as they stand in `fields`. @source assumption: the shape is ours */
export const u8 = z.int().min(0).max(0xff);
/** A whole number of 16 bits, unsigned. */
export const u16 = z.int().min(0).max(0xffff);
/** A whole number of 32 bits, unsigned. */
export const u32 = z.int().min(0).max(0xffffffff);

/** Bytes in hexadecimal. @source assumption: the shape is ours */
export const hexBytes = z.string().regex(/^(?:[0-9a-f]{2})*$/i, 'bytes in hexadecimal are expected');

/** Text of which each character is one byte. @source assumption: the shape is ours */
export const latin1Text = z
  .string()
  .refine((text) => [...text].every((letter) => letter < '\u0100'), 'each character must be one byte');

/**
 * Reads the fields of a frame that is to be written.
 * @throws FieldError with the JSON Pointer of the first field that is not as the schema says
 * @source assumption: the shape is ours
 */
export function parseFields<Output>(schema: z.ZodType<Output>, { fields }: FrameContent): Output {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).map((step) => `/${String(step)}`).join('');
  throw new FieldError(`/fields${path}`, issue?.message ?? 'not as expected');
}

/**
 * Takes a whole number of a report into the range of its field.
 * @throws FieldError when the report does not say it, or says more than the field can hold
 * @source assumption: rounded to the nearest that the protocol can say
 */
export function whole(value: number | null, least: number, most: number, field: string): number {
  if (value === null) throw new FieldError(field, 'the protocol cannot leave it out');
  const rounded = Math.round(value);
  if (rounded >= least && rounded <= most) return rounded;
  throw new FieldError(field, `${value} is not between ${least} and ${most}`);
}
