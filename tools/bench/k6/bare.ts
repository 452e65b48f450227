// The same requests as a load plan's, as anybody would write them first: read by k6, not by Node.

import { SharedArray } from 'k6/data';
import exec from 'k6/execution';
import http from 'k6/http';
import type { Options } from 'k6/options';

const bodies = new SharedArray('bodies', (): string[] =>
  open(String(__ENV['BODIES'])).split('\n').filter(Boolean),
);

export const options: Options = {
  scenarios: {
    bare: {
      executor: 'constant-vus',
      vus: Number(__ENV['SENDERS']),
      duration: `${__ENV['SECONDS']}s`,
    },
  },
};

export default function send(): void {
  const body = bodies[exec.scenario.iterationInTest % bodies.length];
  http.post(`${__ENV['HUB']}/v0/messages`, body, {
    headers: { 'Content-Type': 'application/json', 'Corridor-Seat': 'TG' },
  });
}

export function handleSummary(data: unknown): Record<string, string> {
  return { [String(__ENV['SUMMARY'])]: JSON.stringify(data) };
}
