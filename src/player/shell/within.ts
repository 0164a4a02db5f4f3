/** What a page of the course needs of the shell beyond the first screen. `around.ts` follows it. */
import '../blocks/block.ts';
import '../design/later-prose-styles.ts';
import '../design/translated.ts';
import './banners.ts';
import { restoreReading } from './restore-reading.ts';
import './section-page.ts';

// what most kinds of block share: a block's script would ask for it a round trip later
import '../blocks/foot.styles.ts';
import '../blocks/onward.ts';
import '../design/activity.ts';
import '../design/ticks.ts';
import '../design/verdicts.ts';
import '../events.ts';

restoreReading();

export { prepare } from '../blocks/load.ts';
