/** Where a tracker stands with its server. */
export type Phase = 'off' | 'connecting' | 'greeting' | 'ready' | 'asked' | 'pausing' | 'stopped';

/** What went wrong between a device and its platform. */
export type Trouble =
  | 'connection-refused'
  | 'connection-failed'
  | 'connection-lost'
  | 'login-refused'
  | 'login-unanswered'
  | 'login-cut'
  | 'device-unknown'
  | 'report-refused'
  | 'report-unanswered';

/** How often each happened. */
export type Troubles = Partial<Record<Trouble, number>>;

/** What a lost link says of platform or way. @param code of the platform, or `refused` by an answer */
export function troubleOf(phase: Phase, code: string): Trouble {
  if (code === 'refused') return 'login-refused';
  if (phase === 'connecting') return code === 'ECONNREFUSED' ? 'connection-refused' : 'connection-failed';
  if (phase === 'greeting') return code === 'ETIMEDOUT' ? 'login-unanswered' : 'login-cut';
  return code === 'ETIMEDOUT' ? 'report-unanswered' : 'connection-lost';
}
