/** What the page of the workbench starts with. */
import '../player/design/theme.css';
import './shell/workbench-shell.ts';
