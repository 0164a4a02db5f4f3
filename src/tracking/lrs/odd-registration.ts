/**
 * Registrations that are no UUID, and which LRSs refuse in every request (xAPI 1.0.3, part 2, 2.4.6.1): in braces, with a
 * scheme, without hyphens, or a number of the learning site's own. Fetched for them alone.
 */
import { shortHash } from '../device/hash.ts';
import type { Log } from '../log.ts';
import { statusOf } from './client.ts';
import type { Connection } from './connection.ts';

/** An LRS that takes it has what was saved under it: so it stays as it is unless this one refuses it. */
export async function settle(connection: Connection, log: Log): Promise<void> {
  const { registration = '', isFree } = connection;
  const uuid = uuidIn(registration) ?? (isFree && named(registration));
  if (!(await isRefused(connection, registration, uuid || undefined))) return;
  const instead = uuid ? 'it is used in the form of one' : 'nothing can be recorded with it';
  log.add(`start: the registration of the launch is no UUID, and the LRS refuses it; ${instead}`);
  if (uuid) Object.assign(connection, { registration: uuid, spelled: registration });
}

function uuidIn(text: string): string | undefined {
  const inner = text.trim().replace(/^urn:uuid:/i, '');
  const digits = inner.replace(/^[{(]|[})]$/g, '').replaceAll('-', '');
  return /^[\da-f]{32}$/i.test(digits) ? spell(digits.toLowerCase()) : undefined;
}

const spell = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** The same at each launch and on each device, so that the attempt is the same. */
function named(text: string): string {
  const part = (salt: string): string =>
    parseInt(shortHash(`${salt}\n${text}`), 36)
      .toString(16)
      .padStart(12, '0')
      .slice(-12);
  const hex = part('first') + part('second') + part('third').slice(-8);
  return spell(`${hex.slice(0, 12)}5${hex.slice(13, 16)}a${hex.slice(17)}`);
}

/** 500 is what some databases make of it: then it must not be that of an LRS in trouble. */
async function isRefused(connection: Connection, given: string, uuid: string | undefined): Promise<boolean> {
  const ask = (registration: string): Promise<number> => statusWith(connection, registration);
  const status = await ask(given);
  if (status !== 500 || uuid === undefined) return status === 400;
  return (await ask(uuid)) === 200 && (await ask(given)) === 500;
}

/** 200: it was understood, whatever was found. Some look at it only where they are asked for statements. */
async function statusWith(
  { client, endpoint, actor, activity }: Connection,
  registration: string,
): Promise<number> {
  const { auth, version } = client;
  const query = { agent: JSON.stringify(actor), activity, registration, limit: '1' };
  const url = `${endpoint}/statements?${new URLSearchParams(query)}`;
  const headers = { Authorization: auth, 'X-Experience-API-Version': version };
  try {
    const key = { agent: actor, activityId: activity, stateId: 'resume', registration };
    if (!(await client.state(key))) await client.request(false)({ url, method: 'GET', headers });
    return 200;
  } catch (error) {
    return statusOf(error);
  }
}
