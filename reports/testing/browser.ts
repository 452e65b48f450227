import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = places.find((place) => existsSync(place));

/** Why tests in a browser are skipped, for `node:test`. In CI a missing browser is a failure: the launch says so. */
export const skip = executablePath === undefined && process.env['CI'] !== 'true' ? 'needs Chromium' : false;

/** Starts the Chromium of the system, kept from calling home. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
