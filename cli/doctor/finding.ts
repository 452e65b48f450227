/** One thing that the doctor looked at. `seen` is what was found; `remedy` is empty when nothing is to be done. */
export interface DoctorFinding {
  readonly id: string;
  readonly severity: 'ok' | 'warning' | 'error';
  readonly seen: string;
  readonly remedy: string;
}

export const ok = (id: string, seen: string): DoctorFinding => ({ id, severity: 'ok', seen, remedy: '' });
export const warning = (id: string, seen: string, remedy: string): DoctorFinding => ({
  id,
  severity: 'warning',
  seen,
  remedy,
});
export const problem = (id: string, seen: string, remedy: string): DoctorFinding => ({
  id,
  severity: 'error',
  seen,
  remedy,
});
