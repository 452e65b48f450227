import { StackError } from './errors.ts';

/** Why nobody can be heard at an address. */
export function notListening(error: unknown, host: string, port: number, hint: string): StackError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE' || code === 'EACCES')
    return new StackError(
      'PORT_IN_USE',
      `Failed to listen on ${host}:${port}: the port is ${code === 'EACCES' ? 'not ours to take' : 'in use'}.`,
      hint,
      error,
    );
  return new StackError(
    'ADDRESS_NOT_AVAILABLE',
    `Failed to listen on ${host}:${port}: ${message}.`,
    'Give a --host of this machine, e.g. 127.0.0.1.',
    error,
  );
}
