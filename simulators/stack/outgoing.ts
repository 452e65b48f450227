/** The body of an answer, or null when it is longer than it may be, in bytes; what is behind is not read. */
export async function readShort(body: AsyncIterable<Buffer>, longest: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > longest) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Why a call had no answer, in the words of the platform. */
export function faultOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message ?? 'link broken';
}
