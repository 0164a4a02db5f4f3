/** What the page on which the course is handed over starts with. */
import '../handover/no-eval.ts';
import '../../player/design/theme.css';
import './site.css';
import '../handover/hand-over.ts';
