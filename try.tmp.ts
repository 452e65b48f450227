import { openRunContext } from './features/support/open-run-context.ts';
import { planOf } from './features/support/run-plan.ts';
import { startReferenceTarget } from './features/support/targets/reference-target.ts';
import { Journal } from './reports/evidence/journal.ts';
import { createRandom } from './fixtures/random.ts';
import { Generator } from './features/explore/draw/generator.ts';
import { improvise } from './features/explore/play.ts';
async function main() {
  const [seed = '1', time = '10', deviation] = process.argv.slice(2);
  const io = { stdout: process.stdout, stderr: process.stderr, env: process.env, cwd: '/tmp/x' };
  const options = { seed: Number(seed), deviation, spares: 1 };
  const plan = planOf(options, io as never);
  await using target = await startReferenceTarget({ command: [process.execPath, '/tmp/w/explore/bin/corridor.js', 'stack'], env: { ...process.env }, deviation, runId: plan.runId });
  const journal = new Journal({ keep: 0 });
  const { context, spares } = await openRunContext(plan, target, journal, []);
  const random = createRandom(Number(seed));
  const generator = new Generator(random, context.settings.reference, { clock: true, restart: true });
  const until = Date.now() + Number(time) * 1000;
  let n = 0, messages = 0, judged = 0; const wrong = new Map<string, number>();
  const t0 = Date.now();
  try {
  while (Date.now() < until) {
    spares.expect(1);
    await using env = await spares.lend();
    for (let k = 0; k < 6 && Date.now() < until; k += 1) {
      n += 1;
      const { sequence, findings, player } = await improvise(context, env, `explore ${n}`, generator, () => false);
      messages += [...player.model.entries.values()].reduce((s, e) => s + e.times, 0);
      judged += findings.length;
      const bad = findings.filter((f) => f.verdict === 'fail');
      for (const f of bad) { const k2 = `${f.requirement} attendu ${f.expected} observé ${f.observed}`.slice(0, 400); wrong.set(k2, (wrong.get(k2) ?? 0) + 1); }
      if (bad.length && process.env.SHOW) { console.log(JSON.stringify(sequence.movements)); for (const p of player.played) console.log(p.move.id, p.move.movement, p.move.by, p.move.act, p.move.detail.join(', '), p.move.of ?? '', p.move.count ?? '', p.idle ? 'IDLE' : '', p.entry ? JSON.stringify(p.entry.outcome) + ' ' + p.entry.message.messageId.slice(-6) : ''); for (const f of bad.slice(0, 8)) console.log('  !!', f.requirement, f.expected, '|', f.observed, f.message?.slice(-6)); }
      if (bad.length && process.env.STOP) return;
    }
  }
  } finally {
  console.log({ n, messages, judged, ms: Date.now() - t0, seen: (generator as any)['hubSeen'], counts: journal.counts });
  for (const [k, v] of [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log(v, k);
  await context.settings.environment[Symbol.asyncDispose]();
  await spares[Symbol.asyncDispose]();
  }
}
void main().catch((e) => { console.error(e); process.exitCode = 3; });
