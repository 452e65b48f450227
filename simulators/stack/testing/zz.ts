import { newMovement } from './journey.ts';
import { Seat } from './seat.ts';
import { StackProcess } from './stack-process.ts';
async function main() {
  const t00=Date.now();
  const stack = await StackProcess.start();
  console.log('start', Date.now()-t00);
  const tg = await Seat.start('TG', stack.url); const bf = await Seat.start('BF', stack.url);
  for (let round=0; round<3; round++){
  const ms = Array.from({length:200}, () => JSON.stringify(tg.compose('TransitNotice', newMovement().notice, {movementVersion:1})));
  const base = bf.arrivals.length;
  let t0=Date.now();
  for (const m of ms.slice(0,100)) { const n=bf.arrivals.length; await tg.submit(m); if (bf.arrivals.length===n) await bf.until('x', a=>a.length>n); }
  console.log('serial submit->delivered ms each', (Date.now()-t0)/100);
  t0=Date.now();
  await Promise.all(ms.slice(100).map(m=>tg.submit(m)));
  await bf.until('x', a=>a.length===base+200);
  console.log('parallel each', (Date.now()-t0)/100);
  }
  await bf[Symbol.asyncDispose](); await tg[Symbol.asyncDispose]();
  const t1=Date.now(); await stack[Symbol.asyncDispose](); console.log('stop', Date.now()-t1);
}
void main();
