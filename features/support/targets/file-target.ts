import { runRestart } from './restart-command.ts';
import type { Target, TargetDescription } from './target.ts';

/** A stack that others run: one for all scenarios, serially; to start or stop only by the command that its file gives. */
export function fileTarget(description: TargetDescription): Target {
  const nothing = async (): Promise<void> => undefined;
  const { hub, restart: command } = description;
  const clock = { now: () => performance.now() };
  const restart = command && { restart: () => runRestart(command, hub, clock) };
  return {
    main: { description, ...restart, [Symbol.asyncDispose]: nothing },
    [Symbol.asyncDispose]: nothing,
  };
}
