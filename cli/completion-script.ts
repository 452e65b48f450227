import type { Command } from 'commander';

interface Completed {
  readonly path: string;
  readonly words: readonly string[];
}

/** Commands, options and fixed choices of the program, by the words that lead to them. */
function collect(command: Command, path: readonly string[] = []): Completed[] {
  const options = command.options.flatMap(({ long }) => (long ? [long] : []));
  const choices = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
  const names = command.commands.map((child) => child.name());
  return [
    { path: path.join(' '), words: [...names, ...choices, ...options, '--help'] },
    ...command.commands.flatMap((child) => collect(child, [...path, child.name()])),
  ];
}

const bash = (cases: string) => `_corridor() {
  local word="\${COMP_WORDS[COMP_CWORD]}" path="" words=""
  local i
  for ((i = 1; i < COMP_CWORD; i++)); do
    [[ "\${COMP_WORDS[i]}" == -* ]] && break
    path="\${path:+$path }\${COMP_WORDS[i]}"
  done
  case "$path" in
${cases}
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _corridor corridor`;

const zsh = (cases: string) => `_corridor() {
  local path_words="" words_here=""
  local word
  for word in \${words[2,CURRENT-1]}; do
    [[ "$word" == -* ]] && break
    path_words="\${path_words:+$path_words }$word"
  done
  case "$path_words" in
${cases.replaceAll('words=', 'words_here=')}
  esac
  compadd -- \${=words_here} || _files
}
compdef _corridor corridor`;

/** The script that completes commands, options and choices; made from the program, so never out of date. */
export function completionScript(program: Command, shell: 'bash' | 'zsh'): string {
  const cases = collect(program)
    .map(({ path, words }) => `    ${JSON.stringify(path)}) words=${JSON.stringify(words.join(' '))} ;;`)
    .join('\n');
  return shell === 'bash' ? bash(cases) : zsh(cases);
}
