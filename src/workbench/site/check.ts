/** What the page on which packages are checked starts with. */
import '../../player/design/theme.css';
import './site.css';
import '../check/check-page.ts';
