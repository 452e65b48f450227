import { Argument, type Command } from 'commander';
import { type Io, line } from '../io.ts';

/** `corridor completion bash|zsh`: a script to evaluate in the shell's start file. */
export function registerCompletion(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'shell to complete in').choices(['bash', 'zsh']))
    .description('print a completion script: eval "$(corridor completion bash)"')
    .action(async (shell: 'bash' | 'zsh') => {
      const { completionScript } = await import('../completion-script.ts');
      line(io.stdout, completionScript(program, shell));
      done(0);
    });
}
