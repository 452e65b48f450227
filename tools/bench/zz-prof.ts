import { Child } from '/work/main/tools/bench/child.ts';
import { NoticeRequests } from '/work/main/tools/bench/endpoint/notice-requests.ts';
import { startWireMock } from '/work/main/tools/bench/endpoint/wiremock.ts';
import { smallNotice } from '/work/main/tools/bench/endpoint.bench.ts';
import { answersPerSecond } from '/work/main/tools/bench/http-load.ts';

async function main() {
  const which = process.argv[2];
  const rounds = Number(process.argv[3] ?? 4);
  const secs = Number(process.argv[4] ?? 2);
  const requests = new NoticeRequests(smallNotice(), 32);
  await using c = new AsyncDisposableStack();
  let port = 0;
  let seat: Child | undefined;
  if (which === 'wiremock') {
    const w = await startWireMock({ a: 1 });
    c.use(w.child);
    port = w.port;
  } else {
    seat = Child.script(
      '/work/main/tools/bench/endpoint/' + which + '.ts',
      ['/tmp/prof-journal-' + process.pid],
      ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'],
    );
    c.use(seat);
    port = Number((await seat.line(/^port (\d+)$/, 15000))[1]);
  }
  for (let i = 0; i < rounds; i++) {
    const e = performance.eventLoopUtilization();
    const r = await answersPerSecond({ port, connections: 32, seconds: secs, requests, status: 202 });
    process.stdout.write(
      `${r} /s elu ${performance.eventLoopUtilization(e).utilization} rss ${seat ? Number(await seat.ask('rss')) / 2 ** 20 : ''}\n`,
    );
  }
  if (seat) {
    seat.process.disconnect();
    await seat.exit(5000);
  }
}
void main();
