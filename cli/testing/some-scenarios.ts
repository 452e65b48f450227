/** A hundred scenarios from all over the suite: enough to meet every answer of a stack, and to be in the middle of for a while. */
export const SOME_SCENARIOS: readonly string[] = ['--tags', '@nominal', '--shard', '1/6'];
