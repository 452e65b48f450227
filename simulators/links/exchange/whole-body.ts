/**
 * Reads a body whole.
 * @returns undefined when it breaks off, or is larger than `most` bytes; the stream is destroyed then
 */
export async function wholeBody(body: AsyncIterable<Buffer>, most: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of body) {
      size += part.length;
      if (size > most) return undefined;
      parts.push(part);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(parts);
}
