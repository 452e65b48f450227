import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { MatchingAttributes, WireMock } from 'wiremock-captain';
import { Child, root } from '../child.ts';
import { Server } from './server.ts';

const VERSION = '3.13.2';
const JAR = path.join(root, 'node_modules', 'wiremock', 'build', `wiremock-standalone-${VERSION}.jar`);
const READY_WITHIN_MS = 20_000;
const JOURNAL_ENTRIES = '1000';

export const wiremockName = `WireMock ${VERSION}`;

/** What it sends back: of the shape and size of an Acknowledgement, but always the same. */
const ACKNOWLEDGEMENT = {
  profileVersion: '0.1',
  messageId: '01939f3a-8c00-7000-8000-000000000001',
  messageType: 'AT90',
  sender: 'BF',
  recipient: 'TG',
  preparedAt: '2026-11-20T08:00:00.000Z',
  correlationId: '01939f3a-8c00-7000-8000-000000000002',
  conversationId: '26TG0LOM1T00000014',
  testIndicator: true,
  payload: {
    relatesTo: '01939f3a-8c00-7000-8000-000000000002',
    verdict: 'RECEIVED',
    digest: '0'.repeat(64),
    processingId: '01939f3a-8c00-7000-8000-000000000003',
    receivedAt: '2026-11-20T08:00:00.000Z',
  },
};

/** Why WireMock cannot run here, or undefined. */
export function wiremockMissing(): string | undefined {
  if (!existsSync(JAR)) return 'needs the wiremock package';
  return spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0 ? undefined : 'needs Java';
}

/** WireMock with one stub for deliveries of TransitNotices; its journal capped, or it would eat the memory. */
export async function startWireMock(): Promise<Server> {
  const options = [
    '--port',
    '0',
    '--bind-address',
    '127.0.0.1',
    '--max-request-journal-entries',
    JOURNAL_ENTRIES,
  ];
  const child = new Child('java', ['-jar', JAR, ...options]);
  try {
    const port = Number((await child.line(/^port:\s+(\d+)/, READY_WITHIN_MS))[1]);
    await new WireMock(`http://127.0.0.1:${port}`).register(
      { method: 'POST', endpoint: '/v0/messages', body: "$[?(@.messageType == 'AT01')]" },
      { status: 202, headers: { 'Content-Type': 'application/json' }, body: ACKNOWLEDGEMENT },
      { requestBodyFeature: MatchingAttributes.MatchesJsonPath },
    );
    return new Server(wiremockName, child, port);
  } catch (error) {
    await child[Symbol.asyncDispose]();
    throw error;
  }
}
