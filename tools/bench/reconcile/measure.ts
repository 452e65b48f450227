// Reconciles a file in a process of its own; prints seconds, peak memory, and what was found.
import { reconcile } from '../../../reports/reconcile/reconcile.ts';

const MIB = 1024;

async function measure(): Promise<void> {
  const [file = ''] = process.argv.slice(2);
  const startedMs = performance.now();
  const stages: string[] = [];
  let stageMs = startedMs;
  const { verdict, exchanges, movements, findings } = await reconcile([file], {
    onStage: ({ name }) => {
      stages.push(`${Math.round(performance.now() - stageMs)} ms, then ${name}`);
      stageMs = performance.now();
    },
  });
  const seconds = (performance.now() - startedMs) / 1000;
  const { user, system } = process.cpuUsage();
  const processorSeconds = (user + system) / 1e6;
  const peakMiB = process.resourceUsage().maxRSS / MIB;
  const result = {
    seconds,
    processorSeconds,
    peakMiB,
    verdict,
    exchanges,
    movements,
    findings: findings.slice(0, 5),
    stages,
  };
  process.stdout.write(`result ${JSON.stringify(result)}\n`);
}

void measure();
