/**
 * The LMS's page around the course, on the course's own origin: it has the API that a SCO looks for, and is all that
 * speaks with the workbench.
 */
import type { FrameLaunch, FromFrame, ToFrame } from '../shapes.ts';
import { NO_FAULTS } from '../shapes.ts';
import type { Switches } from '../trial/scorm-faults.ts';
import { aroundEngine, makeEngine } from './api.ts';
import { Connection } from './connection.ts';
import { Held } from './held.ts';
import { emptyStorage, fillStorage } from './storage.ts';

/** The workbench, or this window itself where somebody opened it alone. */
const outside = window.parent;
// A SCO that climbs from window to window in search of its API ends here, and meets no window of another origin
Object.defineProperty(window, 'parent', { get: endOfClimb() });

const base = location.pathname;
const frame = document.querySelector('iframe')!;
const connection = new Connection(() => frame.contentWindow);

async function begin(): Promise<void> {
  const answer = await fetch(`${base}launch.json`);
  if (!answer.ok) throw new Error(`The launch is not known: ${answer.status}`);
  const launch = (await answer.json()) as FrameLaunch;
  const tell = (message: FromFrame): void => outside.postMessage(message, launch.workbench);
  const switches: Switches = { faults: NO_FAULTS, line: 'well' };
  emptyStorage();
  if (launch.scorm) await offerApi(launch, launch.scorm, switches, tell);
  listen(launch, switches, tell);
  frame.title = launch.title;
  frame.addEventListener('load', () => {
    connection.loaded();
    if (isLeft(launch.start)) tell({ type: 'left', launch: launch.id });
  });
  frame.src = launch.start;
  tell({ type: 'ready', launch: launch.id });
}

async function offerApi(
  launch: FrameLaunch,
  scorm: NonNullable<FrameLaunch['scorm']>,
  switches: Switches,
  tell: (message: FromFrame) => void,
): Promise<void> {
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
    faultMet: () => tell({ type: 'fault-met', launch: launch.id }),
  });
  Object.assign(window, scorm.version === '1.2' ? { API: api } : { API_1484_11: api });
  const closes = (): void => {
    held.closing = true;
    if (engine.lms) engine.lms.leaving = true;
    held.flush();
  };
  addEventListener('pagehide', closes);
  // what goes is the course alone; it hears of it after this does
  frame.addEventListener('load', () => {
    held.closing = false;
    frame.contentWindow?.addEventListener('pagehide', () => (held.closing = true), { capture: true });
  });
  addEventListener(LEAVE, closes);
}

/** More windows are above no course. */
const MOST_CLIMBED = 1000;

/**
 * As at any uppermost window, what is above is the window itself. Some tools (Captivate) climb until they are refused, as they
 * would be at a window of another origin, and would never end.
 */
function endOfClimb(): () => Window {
  let climbed = 0;
  return () => {
    if (climbed === 0) setTimeout(() => (climbed = 0));
    climbed += 1;
    if (climbed > MOST_CLIMBED) throw new DOMException('No course climbs further.', 'SecurityError');
    return window;
  };
}

/** The learner goes elsewhere in the LMS. */
const LEAVE = 'workbench-leave';

function listen(launch: FrameLaunch, switches: Switches, tell: (message: FromFrame) => void): void {
  addEventListener('message', (event: MessageEvent<ToFrame>) => {
    if (event.source !== outside || event.origin !== launch.workbench) return;
    const { data } = event;
    if (data.launch !== launch.id) return;
    if (data.type === 'leave') {
      dispatchEvent(new Event(LEAVE));
      frame.src = 'about:blank';
      return;
    }
    if (data.faults.full && !switches.faults.full) fillStorage();
    if (!data.faults.full && switches.faults.full) emptyStorage();
    switches.faults = data.faults;
    connection.switch(data.faults.line !== 'offline');
    tell({ type: 'switched', launch: launch.id });
  });
}

/** The course has gone to where the LMS wanted it back, or its window is blank. */
function isLeft(start: string): boolean {
  // an error page of the browser is nobody's to look at
  const { URL: href } = frame.contentDocument ?? { URL: start };
  if (href === 'about:blank') return frame.getAttribute('src') !== start;
  return new URL(href).pathname === `${base}returned`;
}

begin().catch((error: unknown) => {
  const message = document.createElement('p');
  message.textContent = `This launch can't be opened any more. Launch the course anew in the workbench. (${String(error)})`;
  document.body.replaceChildren(message);
});
