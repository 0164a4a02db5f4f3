import type { Launch } from '../tracking/record.ts';
import type { Opening } from '../tracking/session/session.types.ts';

/** The launch is an earlier one's: what it knows is old, so nothing is shown or kept that would come of it. */
export const isReplayed = (launch: Launch | undefined): boolean => launch?.problem?.cause === 'old-page';

/** There is nothing to go on with: the cover may be shown before anything else is known. `named`: the address asks for a certain page. */
export const isNew = ({ saved, offer, launch }: Opening, named: boolean): boolean =>
  saved.length === 0 && !offer && !named && !isReplayed(launch);

/** Neither for review nor to browse. */
export const isRecorded = (launch: Launch | undefined): boolean => (launch?.mode ?? 'normal') === 'normal';
