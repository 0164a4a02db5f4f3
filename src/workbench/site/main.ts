/** What the site's page starts with. */
import './no-eval.ts';
import '../../player/design/theme.css';
import './site.css';
import './hand-over.ts';
