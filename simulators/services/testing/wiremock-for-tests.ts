import { spawnSync } from 'node:child_process';
import { findWireMock } from '../wiremock/find-wiremock.ts';
import type { RunningWireMock } from '../wiremock/start-wiremock.ts';

/**
 * Why the tests with a real WireMock are skipped on this machine; false when they run. In CI a missing Java is a failure.
 */
export const withoutWireMock: string | false =
  process.env['CI'] === 'true' || process.env['WIREMOCK_URL'] || spawnSync('java', ['-version']).status === 0
    ? false
    : 'needs Java 11 or later, or WIREMOCK_URL';

/** A WireMock for one test file. */
export const wireMockForTests = (): Promise<RunningWireMock> => findWireMock({ env: process.env });
