/** What a launch begins with, read in its address. */
import { loadCode } from '../device/surroundings.ts';
import type { LrsOptions } from './connection.ts';
import { isWhole, launchAddress, type LaunchAddress, type Whole } from './launch-address.ts';

/** Where a part lacks, the address may be an odd one: what puts it right, or refuses it, is fetched for it alone. */
export async function launchParts<Parts extends object>(
  { search = globalThis.location?.search ?? '', loadCode: load = loadCode }: LrsOptions,
  read: (address: LaunchAddress) => Parts,
): Promise<Whole<Parts>> {
  const parts = read(launchAddress(search));
  if (isWhole(parts)) return parts;
  const { oddParts } = await load('odd-launch', () => import('./odd-launch.ts'));
  return oddParts(search, read);
}
