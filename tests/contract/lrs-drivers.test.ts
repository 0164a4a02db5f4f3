/** The contract, for the drivers that talk to an LRS. */
import { createDriver as createCmi5 } from '../../src/tracking/lrs/cmi5.ts';
import type { Driver, RecordWriter } from '../../src/tracking/record.ts';
import type { Clock } from '../../src/tracking/device/surroundings.ts';
import { createDriver as createXapi } from '../../src/tracking/lrs/xapi.ts';
import type { Fault, LaunchFacts, Seen } from '../../src/lms/scorm.ts';
import type { LrsFault } from '../../src/lms/lrs-faults.ts';
import { Cmi5Lms, Lrs } from '../fakes/lrs.ts';
import { FakeStore } from '../fakes/store.ts';
import { Device, FILES, quiet, xapiSearch } from '../unit/xapi/harness.ts';
import { learnerRecordContract, type Subject } from './learner-record.ts';
import { COURSE } from './material.ts';

const FAULTS: Partial<Record<Fault, LrsFault>> = {
  refuses: { status: 500 },
  offline: 'offline',
  'session-lost': { status: 403 },
};

interface Opened {
  lrs: Lrs;
  device: Device;
  driver: Driver;
  again(facts?: LaunchFacts): Subject;
}

/** Lets time and the network go on while somebody waits. */
async function pumped<Value>(device: Device, answer: Promise<Value>): Promise<Value> {
  const state = { done: false };
  void answer.finally(() => (state.done = true));
  await quiet();
  while (!state.done) {
    await device.clock.advance(500);
    await quiet();
  }
  await device.clock.advance(1000);
  await quiet();
  return answer;
}

const pumping = (device: Device, writer: RecordWriter): RecordWriter => ({
  observe: (events, answers) => writer.observe?.(events, answers),
  write: (writing) => pumped(device, writer.write(writing)),
  finish: (writing, leaving) => pumped(device, writer.finish(writing, leaving)),
});

function subject({ lrs, device, driver, again }: Opened): Subject {
  const before = lrs.statements.length;
  const mine = (verb: string) =>
    lrs.verbs(verb).filter((statement) => lrs.statements.indexOf(statement) >= before);
  return {
    driver: {
      ...driver,
      async open() {
        const launched = await pumped(device, driver.open());
        const loadWriter = async (): Promise<RecordWriter | undefined> => {
          const writer = await launched.loadWriter();
          return writer && pumping(device, writer);
        };
        return { ...launched, loadWriter };
      },
    },
    seen(): Seen {
      const document = [...lrs.documents].find(([key]) => key.includes('|resume|'))?.[1];
      const judged = lrs.verbs('passed').at(-1) ?? lrs.verbs('failed').at(-1);
      const score = judged?.result?.score;
      return {
        opened: mine('initialized').length,
        closed: mine('terminated').length,
        commits: lrs.requests.filter(({ method }) => method === 'PUT').length,
        completion: lrs.verbs('completed').length > 0 ? 'completed' : 'incomplete',
        success: lrs.verbs('passed').length > 0 ? 'passed' : 'unknown',
        score: score && { raw: String(score.raw), min: String(score.min), max: String(score.max) },
        saved: document === undefined ? '' : (JSON.parse(document) as { saved: string }).saved,
        location: '',
        // The state of an LRS is there whenever one comes back
        resumable: true,
        time: mine('terminated').at(-1)?.result?.duration ?? '',
        objectives: [],
        interactions: lrs
          .verbs('answered')
          .map(({ object, result }) => ({ id: object.id, response: result?.response ?? '' })),
      };
    },
    fault: (fault) => (lrs.fault = () => fault && FAULTS[fault]),
    online: (online) => (lrs.fault = () => (online ? undefined : 'offline')),
    calls: () =>
      lrs.requests.flatMap(({ method, resource }) =>
        resource === 'activities/state' && method === 'PUT'
          ? [{ name: 'SetValue', element: resource, value: '', error: 0 }]
          : [],
      ),
    refusals: () => lrs.refusals.map((words) => ({ name: words, element: '', value: '', error: 1 })),
    settled: () => quiet(),
    again,
  };
}

/** A page whose timers end when it is torn away; the device and its time go on. */
function pageOn(device: Device): { clock: Clock; tear(): void } {
  let torn = false;
  const after: Clock['after'] = (milliseconds, run) => device.clock.after(milliseconds, () => torn || run());
  return { clock: { now: () => device.clock.now(), after }, tear: () => (torn = true) };
}

const options = (device: Device, lrs: Lrs, search: string, clock: Clock = device.clock) => ({
  clock,
  storage: device.store,
  lock: device.lock,
  tabStorage: new FakeStore(),
  fetch: lrs.fetch,
  search,
});

function xapi(lrs = new Lrs(), device = new Device()): Subject {
  lrs.files = FILES;
  const { clock, tear } = pageOn(device);
  const driver = createXapi(COURSE, options(device, lrs, xapiSearch(lrs), clock));
  return subject({ lrs, device, driver, again: () => (tear(), xapi(lrs, device)) });
}

function cmi5(facts: LaunchFacts = {}, lms = new Cmi5Lms(), device = new Device()): Subject {
  lms.files = FILES;
  const launchMode =
    facts.mode === 'review'
      ? 'Review'
      : facts.mode === 'browse' || facts.credit === 'no-credit'
        ? 'Browse'
        : 'Normal';
  const { clock, tear } = pageOn(device);
  const driver = createCmi5(COURSE, options(device, lms, lms.launch({ launchMode }), clock));
  return subject({ lrs: lms, device, driver, again: (next) => (tear(), cmi5(next, lms, device)) });
}

const OWN = 'said in statements: tests/unit/xapi proves it in their words';
const NONE = 'an LRS has nothing of the kind';

const EXCEPTIONS = {
  T2: 'the launch always names the learner: tests/unit/xapi',
  T6: OWN,
  T8: OWN,
  T11: OWN,
  T12: OWN,
  T15: NONE,
  T16: 'fetch throws for a lost network too, which is T14',
  T17: NONE,
  T19: 'requests take their time; what they carry is on the device in the same turn: tests/unit/xapi',
  T21: NONE,
  T22: NONE,
} as const;

learnerRecordContract({
  name: 'xAPI',
  launch: () => xapi(),
  nowhere: () => createXapi(COURSE, options(new Device(), new Lrs(), '')),
  exceptions: { ...EXCEPTIONS, T10: 'an xAPI launch knows no modes' },
});

learnerRecordContract({
  name: 'cmi5',
  launch: cmi5,
  nowhere: () => createCmi5(COURSE, options(new Device(), new Lrs(), '')),
  exceptions: {
    ...EXCEPTIONS,
    T7: 'a closed page is no exit, for it may be a reload: tests/unit/xapi/cmi5.test.ts',
    T13: 'without LMS.LaunchData there is no session; later failures: tests/unit/xapi/cmi5.test.ts',
  },
});
