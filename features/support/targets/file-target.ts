import type { Target, TargetDescription } from './target.ts';

/** A stack that others run: one for all scenarios, serially; nothing of it is ours to start or stop. */
export function fileTarget(description: TargetDescription): Target {
  const nothing = async (): Promise<void> => undefined;
  return { main: { description, [Symbol.asyncDispose]: nothing }, [Symbol.asyncDispose]: nothing };
}
