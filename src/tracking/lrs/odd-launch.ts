/**
 * Launch addresses in which something lacks, as they were meant: parameters that are parted by `&amp;`, encoded twice, or one
 * by one; a learner in a list of one, in a group of one or in a text in a text. Fetched for them alone.
 */
import { readActor } from './actor.ts';
import { LaunchRefused } from './connection.ts';
import {
  decoded,
  isWhole,
  launchAddress,
  valueIn,
  type LaunchAddress,
  type Whole,
} from './launch-address.ts';
import { repaired } from './old-actor.ts';
import { isObject } from './values.ts';

/** So often something is unpacked, whatever it says. */
const DEEPEST = 3;

export function oddParts<Parts extends object>(
  search: string,
  read: (address: LaunchAddress) => Parts,
): Whole<Parts> {
  const parts = read(withActor(addressIn(search)));
  if (isWhole(parts)) return parts;
  const missing = Object.entries(parts).flatMap(([name, value]) => (value ? [] : [name]));
  throw new LaunchRefused({ code: 'no-lms', detail: `The launch address lacks ${missing.join(', ')}.` });
}

function addressIn(search: string): LaunchAddress {
  let text = search.replace(/&(amp|#0*38|#x26);/gi, '&').replace(/&(quot|#0*34|#x22);/gi, '%22');
  // The whole of it, its names too
  for (let n = 0; n < DEEPEST && /^\??\w+%(25)*3d/i.test(text); n++) text = decoded(text);
  let address = launchAddress(text);
  for (let n = 0; n < DEEPEST && isEncoded(address.get('endpoint')); n++) address = again(address);
  return address;
}

const isEncoded = (text = ''): boolean => /^https?%(25)*3a/i.test(text);

/** What stands in each parameter is one that was encoded: all of them, or those that show it. */
function again(address: LaunchAddress): LaunchAddress {
  const isAll = address.get('actor')?.startsWith('%');
  return addressOver((name) => {
    const text = address.get(name);
    return text !== undefined && (isAll || /%[\da-f]{2}/i.test(text)) ? valueIn(text) : text;
  });
}

const addressOver = (get: LaunchAddress['get']): LaunchAddress => ({
  get,
  solid: (name) => get(name)?.trim().replaceAll(' ', '+'),
});

const withActor = (address: LaunchAddress): LaunchAddress =>
  addressOver((name) => (name === 'actor' ? oddActor(address.get(name)) : address.get(name)));

/** The one learner that is named. */
export function oddActor(text: string | undefined): string | undefined {
  let given = jsonIn(text ?? '');
  for (let n = 0; n < DEEPEST; n++) given = inner(given);
  const learner =
    isObject(given) && readActor(JSON.stringify(given)) ? given : isObject(given) && repaired(given);
  return learner ? JSON.stringify(learner) : undefined;
}

/** Of several nobody can tell who it is. */
function inner(given: unknown): unknown {
  if (typeof given === 'string') return jsonIn(given);
  const list: unknown = isObject(given) && given['objectType'] === 'Group' ? given['member'] : given;
  return Array.isArray(list) && list.length === 1 ? (list as unknown[])[0] : given;
}

function jsonIn(text: string, deep = DEEPEST): unknown {
  try {
    return JSON.parse(text.replace(/&(quot|#0*34|#x22);/gi, '"')) as unknown;
  } catch {
    return deep > 0 && /^\s*%(25)*(7b|5b|22)/i.test(text) ? jsonIn(decoded(text), deep - 1) : undefined;
  }
}
