/** The shell beyond the first screen. */
import '../blocks/block.ts';
import '../design/later-prose-styles.ts';
import '../design/translated.ts';
import './banners.ts';
import './cover-faces.ts';
import './drawer.ts';
import './ended-page.ts';
import './footer.ts';
import './header.ts';
import './help-dialog.ts';
import './later-styles.ts';
import './lesson-end.ts';
import './other-page.ts';
import './outline.ts';
import { restoreReading } from './reading-settings.ts';
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
export { prefetch } from './prefetch.ts';
