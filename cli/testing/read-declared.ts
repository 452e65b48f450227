import assert from 'node:assert/strict';
import type { z } from 'zod';

/**
 * The one document of stdout, by the shape that is published for it. Readers ignore members that they do not know; here an
 * undeclared member is red, so that shape and page say all that is printed.
 */
export function readDeclared<Shape extends z.ZodType>(shape: Shape, stdout: string): z.infer<Shape> {
  const printed: unknown = JSON.parse(stdout);
  const declared = shape.parse(printed);
  assert.deepEqual(declared, printed, 'printed, and not declared in profile/export/cli-shapes.ts');
  return declared;
}
