import type { Behaviour } from './behaviour.ts';
import { borderClosure } from './border-closure.ts';
import { breakdown } from './breakdown.ts';
import { deadZone } from './dead-zone.ts';
import { deviceLeftOnAnotherTruck } from './device-left-on-another-truck.ts';
import { diversion } from './diversion.ts';
import { jamming } from './jamming.ts';
import { longStopAndUnload } from './long-stop-and-unload.ts';
import { lowBattery } from './low-battery.ts';
import { routeChange } from './route-change.ts';
import { sealSwap } from './seal-swap.ts';
import { sealTampering } from './seal-tampering.ts';
import { wrongClock } from './wrong-clock.ts';

/** Every behaviour with its defaults; a new one is one file and one row. */
export const behaviours: readonly Behaviour[] = [
  diversion(),
  longStopAndUnload(),
  sealSwap(),
  sealTampering(),
  deviceLeftOnAnotherTruck(),
  routeChange(),
  breakdown(),
  borderClosure(),
  deadZone(),
  wrongClock(),
  lowBattery(),
  jamming(),
];
