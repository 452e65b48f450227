import { movements, skip } from './traffic/movements.ts';

const s = movements('x');
for (let i = 0; i < 8; i++) {
  const t = performance.now();
  const c = process.cpuUsage();
  skip(s, 20000);
  const d = process.cpuUsage(c);
  process.stdout.write(
    `${Math.round((20000 / (performance.now() - t)) * 1000)} /s wall; ${Math.round((20000 / (d.user + d.system)) * 1e6)} /s cpu\n`,
  );
}
