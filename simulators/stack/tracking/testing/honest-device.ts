import { newImei, onRoad, type TrackingStand } from './tracking-stand.ts';

/** A device as it should be, on its truck, while others misbehave. For tests. */
export async function honestDevice(stand: TrackingStand) {
  const imei = newImei();
  await stand.register(imei);
  const movement = await stand.truck(imei);
  const link = await stand.connected(imei);
  let km = 20;
  return {
    /** Its next report. @returns the answer */
    reports: (): Promise<string> => {
      km += 1;
      return stand.report(link, onRoad(movement, km, { at: Date.now() - 10_000 + km }));
    },
    close: () => link.close(),
  };
}
