import { exitCodes } from '../failure.ts';
import { type Format, type Io, line } from '../io.ts';
import { readTargetFile } from '../target-file.ts';
import { examineBeside } from './beside.ts';
import type { DoctorFinding } from './finding.ts';
import { examineMachine } from './machine.ts';
import { examineTarget } from './target.ts';

const ANSWER_WITHIN_MS = 10_000;

export interface ExamineOptions {
  readonly target: string;
  readonly out: string;
  /** File that says which images `--target containers` uses. */
  readonly images?: string;
  /** Longest wait for one answer of the target, milliseconds. */
  readonly answerWithin?: number;
  readonly format: Format;
}

async function containers(file: string | undefined, io: Io): Promise<DoctorFinding[]> {
  const { readImages } = await import('../images/images-file.ts');
  const { examineContainers } = await import('./containers.ts');
  return examineContainers(await readImages(file, io), io);
}

const marks = { ok: '✓', warning: '!', error: '✗' } as const;

function people(findings: readonly DoctorFinding[], io: Io): void {
  for (const { severity, id, seen, remedy } of findings) {
    line(io.stdout, `${marks[severity]} ${id}: ${seen}`);
    if (remedy) line(io.stdout, `    ${remedy}`);
  }
}

/** Looks at the machine and, when one is given, at the target; prints findings and returns the exit code. */
export async function examine(options: ExamineOptions, io: Io): Promise<number> {
  const { target, answerWithin = ANSWER_WITHIN_MS } = options;
  const isOurs = target === 'reference' || target === 'containers';
  const described = isOurs ? undefined : await readTargetFile(target, io.cwd);
  const findings = await examineMachine(options.out, io);
  if (target === 'reference') findings.push(...(await examineBeside(io)));
  if (target === 'containers') findings.push(...(await containers(options.images, io)));
  if (described) findings.push(...(await examineTarget(described, answerWithin, io)));
  const isWarned = findings.some(({ severity }) => severity === 'warning');
  const verdict = findings.some(({ severity }) => severity === 'error') ? 'fail' : 'pass';
  if (options.format === 'json') line(io.stdout, JSON.stringify({ verdict, findings }));
  else {
    people(findings, io);
    const fit = `Nothing stands in the way of a run${isWarned ? '; read first what is marked "!"' : ''}.`;
    line(io.stdout, verdict === 'pass' ? fit : 'A run cannot be trusted yet.');
  }
  return verdict === 'pass' ? exitCodes.conformant : exitCodes.inconclusive;
}
