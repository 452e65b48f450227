import type { LoadMovement, LoadStep, Slot } from '../../fixtures/load/load-step.ts';

const STEP = '\u001e';
const FIELD = '\u001f';

/** A movement of a line of traffic, as fixtures/load/pack.ts wrote it. */
export function unpack(line: string): Pick<LoadMovement, 'reference' | 'steps'> {
  const [reference = '', ...steps] = line.split(STEP);
  return { reference, steps: steps.map(unpackStep) };
}

function unpackStep(text: string): LoadStep {
  const fields = text.split(FIELD);
  const step = {
    atMs: Number(fields[0]),
    from: fields[1] ?? '',
    name: fields[2] ?? '',
    method: fields[3] as LoadStep['method'],
    path: fields[4] ?? '',
    messageId: fields[5] ?? '',
    slots: fields[7] ? (fields[7].split(',') as Slot[]) : [],
    pieces: fields.slice(8),
  };
  return fields[6] ? { ...step, guarantee: fields[6] } : step;
}
