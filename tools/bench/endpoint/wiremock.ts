import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { MatchingAttributes, WireMock } from 'wiremock-captain';
import { Child, root } from '../child.ts';

const VERSION = '3.13.2';
const JAR = path.join(root, 'node_modules', 'wiremock', 'build', `wiremock-standalone-${VERSION}.jar`);
const READY_WITHIN_MS = 20_000;
const JOURNAL_ENTRIES = '1000';

export const wiremockName = `WireMock ${VERSION}`;

/** Why WireMock cannot run here, or undefined. */
export function wiremockMissing(): string | undefined {
  if (!existsSync(JAR)) return 'needs the wiremock package';
  return spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0 ? undefined : 'needs Java';
}

/** WireMock with one stub for deliveries of TransitNotices; its journal capped, or it would eat the memory. */
export async function startWireMock(answer: object): Promise<{ child: Child; port: number }> {
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
    const mock = new WireMock(`http://127.0.0.1:${port}`);
    await mock.register(
      { method: 'POST', endpoint: '/v0/messages', body: "$[?(@.messageType == 'AT01')]" },
      { status: 202, headers: { 'Content-Type': 'application/json' }, body: answer },
      { requestBodyFeature: MatchingAttributes.MatchesJsonPath },
    );
    return { child, port };
  } catch (error) {
    await child[Symbol.asyncDispose]();
    throw error;
  }
}
