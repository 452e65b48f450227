import { readRegularFile, whyNotRead } from '../../../fixtures/regular-file.ts';
import { type ServiceName, serviceNames } from '../../../profile/services/service-names.ts';
import { StackError } from '../errors.ts';

const LARGEST_FILE_BYTES = 65_536;

/**
 * The base addresses of the national services to be asked, by name.
 * @param given a JSON object, or the path of a file that holds one; absent: none is asked
 * @throws StackError for anything else
 */
export function readServices(given: string | undefined): ReadonlyMap<ServiceName, string> {
  if (given === undefined) return new Map();
  const text = given.trimStart().startsWith('{') ? given : contentOf(given);
  return new Map(
    Object.entries(objectOf(text, given)).map(([name, address]) => [known(name), base(name, address)]),
  );
}

function contentOf(path: string): string {
  try {
    return readRegularFile(path, LARGEST_FILE_BYTES).toString('utf8');
  } catch (error) {
    throw notValid(`found neither a JSON object nor a file at ${quoted(path)} (${whyNotRead(error)})`);
  }
}

/** What is no JSON is not shown: an address may hold a password, and the file may be any. */
function objectOf(text: string, given: string): Record<string, unknown> {
  const where = text === given ? 'what was given' : quoted(given);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    const at = /at position \d+|end of JSON input/.exec((error as Error).message)?.[0] ?? 'somewhere';
    throw notValid(`${where} is no JSON (${at})`);
  }
  throw notValid(`${where} is JSON, but no object`);
}

function known(name: string): ServiceName {
  const found = serviceNames.find((service) => service === name);
  if (found) return found;
  throw new StackError(
    'SERVICES_NOT_VALID',
    `Failed to read --services: found no service named ${quoted(name)}.`,
    `Known: ${serviceNames.join(', ')}.`,
  );
}

/** An address without what a call would leave out in silence. */
function base(name: string, address: unknown): string {
  const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : null;
  const plain = url && !url.search && !url.hash && !url.username && !url.password;
  if (plain && /^https?:$/.test(url.protocol)) return url.href;
  // whatever stands before an @ may be a password
  const seen = quoted(String(JSON.stringify(address)).replace(/[^"]*@/, '***@'));
  throw notValid(`the address of ${name} is ${seen}`);
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 80));

const notValid = (seen: string): StackError =>
  new StackError(
    'SERVICES_NOT_VALID',
    `Failed to read --services: ${seen}.`,
    'Expected base addresses by name, e.g. {"tariff":"http://127.0.0.1:8080/tariff"}, or a file with them.',
  );
