/**
 * The LMS's page around the course, on the course's own origin: it has the API that a SCO looks for, and is all that
 * speaks with the workbench.
 */
import type { FrameLaunch, FromFrame, ToFrame } from '../shapes.ts';
import { NO_FAULTS } from '../shapes.ts';
import type { Switches } from '../trial/scorm-faults.ts';
import { aroundEngine, makeEngine } from './api.ts';
import { Held } from './held.ts';
import { emptyStorage, fillStorage } from './storage.ts';

/** The workbench, or this window itself where somebody opened it alone. */
const outside = window.parent;
// A SCO that climbs from window to window in search of its API ends here, and meets no window of another origin
Object.defineProperty(window, 'parent', { value: window });

const base = location.pathname;
const frame = document.querySelector('iframe')!;

async function begin(): Promise<void> {
  const answer = await fetch(`${base}launch.json`);
  if (!answer.ok) throw new Error(`The launch is not known: ${answer.status}`);
  const launch = (await answer.json()) as FrameLaunch;
  const tell = (message: FromFrame): void => outside.postMessage(message, launch.workbench);
  const switches: Switches = { faults: NO_FAULTS, line: 'well' };
  emptyStorage();
  const leaving = launch.scorm ? await offerApi(launch, launch.scorm, switches, tell) : () => undefined;
  const leave = (): void => {
    leaving();
    frame.src = 'about:blank';
  };
  listen(launch, switches, leave);
  frame.title = launch.title;
  frame.addEventListener('load', () => {
    if (isLeft(launch.start)) tell({ type: 'left', launch: launch.id });
  });
  frame.src = launch.start;
  tell({ type: 'ready', launch: launch.id });
}

/** @returns what is to be called when the LMS's page closes */
async function offerApi(
  launch: FrameLaunch,
  scorm: NonNullable<FrameLaunch['scorm']>,
  switches: Switches,
  tell: (message: FromFrame) => void,
): Promise<() => void> {
  const held = new Held(base, scorm.held);
  const engine = await makeEngine(scorm, held);
  const api = aroundEngine(engine, held, switches, {
    called(call) {
      held.note(call);
      tell({ type: 'calls', launch: launch.id, calls: [call] });
      const isOver = /Finish|Terminate/.test(call.name) && call.error === 0;
      if (isOver && engine.lms?.has('blanks-frame')) frame.src = 'about:blank';
    },
    stored: () => tell({ type: 'stored', launch: launch.id }),
    befallen: () => tell({ type: 'befallen', launch: launch.id }),
  });
  Object.assign(window, scorm.version === '1.2' ? { API: api } : { API_1484_11: api });
  const closes = (): void => {
    if (engine.lms) engine.lms.leaving = true;
    held.flush();
  };
  addEventListener('pagehide', closes);
  return closes;
}

function listen(launch: FrameLaunch, switches: Switches, leave: () => void): void {
  addEventListener('message', (event: MessageEvent<ToFrame>) => {
    if (event.source !== outside || event.origin !== launch.workbench) return;
    const { data } = event;
    if (data.launch !== launch.id) return;
    if (data.type === 'leave') return leave();
    if (data.faults.full && !switches.faults.full) fillStorage();
    if (!data.faults.full && switches.faults.full) emptyStorage();
    switches.faults = data.faults;
  });
}

/** The course has gone to where the LMS wanted it back, or its window is blank. */
function isLeft(start: string): boolean {
  const { href, pathname } = frame.contentWindow!.location;
  return href === 'about:blank' ? frame.getAttribute('src') !== start : pathname === `${base}returned`;
}

begin().catch((error: unknown) => {
  const message = document.createElement('p');
  message.textContent = `This launch can't be opened any more. Launch the course anew in the workbench. (${String(error)})`;
  document.body.replaceChildren(message);
});
