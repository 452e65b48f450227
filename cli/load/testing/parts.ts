import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExchange } from '../../../reports/evidence/read-exchange.ts';
import { measures } from '../../../reports/load/measures.ts';

/** What was sent and delivered, without what differs from run to run: sorted, each as often as it was. */
export interface Crossed {
  /** Digest of each acknowledged body, without the instant and the number of the reservation. */
  readonly sent: readonly string[];
  /** Seat and message of each delivery, once; not those that the hub sends of itself, some of which depend on what came first. */
  readonly delivered: readonly string[];
}

/** Of the evidence in several run folders together. */
export async function crossedIn(folders: readonly string[]): Promise<Crossed> {
  const sent: string[] = [];
  const delivered = new Set<string>();
  for (const folder of folders)
    for await (const { kind, body = '', to, answer } of readExchange(join(folder, 'exchange.ndjson'))) {
      if (kind === 'submit' && answer?.status === 202) sent.push(digestOf(body));
      if (kind !== 'deliver') continue;
      const { messageId, sender } = JSON.parse(body) as Record<string, string>;
      if (sender !== 'hub') delivered.add(`${to} ${messageId}`);
    }
  return { sent: sent.sort(), delivered: [...delivered].sort() };
}

/** What only one of two lists has, or has more often: both sorted. */
export function onlyIn(one: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const each of other) left.set(each, (left.get(each) ?? 0) + 1);
  return one.filter((each) => {
    const times = left.get(each) ?? 0;
    left.set(each, times - 1);
    return times <= 0;
  });
}

function digestOf(body: string): string {
  const { preparedAt: _, payload, ...message } = JSON.parse(body) as { preparedAt: string; payload: object };
  const { reservationId: __, ...rest } = payload as { reservationId?: string };
  return createHash('sha256')
    .update(JSON.stringify({ ...message, payload: rest }))
    .digest('hex');
}

/** What a report counted, without times: how often each message was acknowledged, delivered, and measured. */
export function countedIn(folder: string) {
  const read = measures.parse(JSON.parse(readFileSync(join(folder, 'measures.json'), 'utf8')));
  const messages = read.answers.filter(({ isQuestion }) => !isQuestion);
  const answers = messages.map(({ message, country, times }) => `${country} ${message} ${times.count}`);
  const deliveries = read.deliveries.map(({ country, delays }) => `${country} ${delays.count}`);
  return { answers: answers.sort(), deliveries: deliveries.sort(), late: read.late.count };
}

/** A target file for a stack that runs by itself. @returns its path */
export function targetFor(folder: string, hub: string): string {
  const path = join(folder, 'hub.yaml');
  writeFileSync(path, JSON.stringify({ name: 'hub', hub }));
  return path;
}
