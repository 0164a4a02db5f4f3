/** What stands around a page, and the pages that are no sections: nobody who opens a section has to wait for them. */
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

export { prefetch } from './prefetch.ts';
