/** Who sees the cover: the launch asks, which draws it, and the store, which takes it from there. */
import type { Launch } from '../tracking/record.ts';
import type { Opening } from '../tracking/session/session.types.ts';

/** There is nothing to go on with. `named`: the address asks for a certain page. */
export function isNew({ saved, offer, launch }: Opening, named: boolean): boolean {
  return saved.length === 0 && !offer && !named && !isReplayed(launch);
}

/** The launch is an earlier one's: what it knows is old, so nothing is shown or kept that would come of it. */
export function isReplayed(launch: Launch | undefined): boolean {
  return launch?.problem?.cause === 'old-page';
}
