/** What devices have promised to keep, what lies on them, and what was lost there that nobody could have kept. */
import type { Held } from './counterpart.types.ts';
import { damaged, type Damage, type DeviceStep } from './device-steps.ts';
import type { Device } from './device.ts';
import { common, factsIn, factsOf, journalled, missing, NOTHING, united, type Facts } from './facts.ts';
import type { OpenPage } from './open-page.ts';

/** What is told to an LMS, as keys on the device begin. */
const WORK = /^cm(1\||-out\||-web\|)/;

/** What is wrong with it is passed over, and nothing is lost. */
const HARMLESS: ReadonlySet<Damage> = new Set(['answer', 'launch']);
/** The state in it can be read still. */
const LEGIBLE: ReadonlySet<Damage> = new Set([...HARMLESS, 'moment']);

export class Kept {
  readonly #devices: readonly Device[];
  readonly #course: string;
  readonly #isOver: (token: string) => boolean;
  /** Said to be on a device, by a page that had the database's word for it. */
  readonly #promised = new Map<Device, Facts>();
  /** It lies there, or was said to be there by a page without a database. */
  readonly #lying = new Map<Device, Facts>();
  /** Entries of the course that are damaged wherever they are. */
  readonly #damaged = new Map<Device, Map<string, string>>();
  /** Others' entries that were damaged: they are nobody's any more. */
  readonly #ruined = new Set<string>();
  readonly #noted = new Set<string>();
  /** Texts in which no state can be read. */
  readonly #illegible = new Set<string>();
  /** Something was damaged, and no page has said so since. */
  readonly #unsaid = new Set<Device>();
  readonly #asked = new Set<OpenPage>();
  /** What was damaged when a page was opened: once it has said so, no other is asked about that. */
  readonly #foundBy = new Map<OpenPage, readonly string[]>();
  /** Answers may be lost with what no database had. */
  isLost = false;

  /** @param isOver Whether the attempt with this token was put aside for a new one: what is left of it stands for nothing in that. */
  constructor(devices: readonly Device[], course: string, isOver: (token: string) => boolean) {
    this.#isOver = isOver;
    this.#devices = devices;
    this.#course = course;
  }

  get facts(): Facts {
    return this.#devices.map((device) => this.of(device)).reduce(united, NOTHING);
  }

  of(device: Device): Facts {
    return united(this.#promised.get(device) ?? NOTHING, this.#lying.get(device) ?? NOTHING);
  }

  /** Of the attempts that lie on any device. */
  get tokens(): string[] {
    const keys = this.#devices.flatMap(({ texts }) => texts.map(([key]) => key));
    return keys.filter((key) => key.startsWith('cm1|')).map(tokenOf);
  }

  /** A page says who has the learner's work. */
  said({ store, device, aside, storage }: OpenPage): void {
    const known = factsOf(store.state);
    // Nobody is asked about one section that was looked at
    if (store.status.held !== 'device' || aside || (known.done.size < 2 && known.tries === 0)) return;
    const book = storage.mirror ? this.#promised : this.#lying;
    book.set(device, united(book.get(device) ?? NOTHING, known));
  }

  look(): void {
    for (const device of this.#devices) {
      const lying = this.#factsOn(device);
      this.#lying.set(device, united(this.#lying.get(device) ?? NOTHING, lying));
    }
  }

  /** All that there was belongs to an attempt before. */
  forget(): void {
    this.#promised.clear();
    this.#lying.clear();
  }

  kill(device: Device, held: () => Held): void {
    const before = [...device.store.entries].filter(([key]) => WORK.test(key));
    device.kill();
    const after = [device.store.entries, device.database.entries];
    this.isLost ||= before.some(([key, text]) => after.every((place) => place.get(key) !== text));
    this.#recount(this.#lying, device, held);
    // What was put aside may be back
    if (this.#damaged.has(device)) this.#unsaid.add(device);
  }

  damage(
    { pick, how, where }: Extract<DeviceStep, { do: 'damage' }>,
    device: Device,
    held: () => Held,
  ): void {
    const keys = [...device.store.entries.keys()].filter((key) => WORK.test(key));
    // Counted from the newest: a disk that fails does so at what is being written
    const key = keys.at(-1 - (pick % keys.length));
    if (key === undefined) return;
    const { store, database } = device;
    const isTwice = store.entries.get(key) === database.entries.get(key);
    const found: string[] = [];
    for (const place of [
      ...(where === 'database' ? [] : [store]),
      ...(where === 'storage' ? [] : [database]),
    ]) {
      const text = place.entries.get(key);
      if (text === undefined) continue;
      place.put(key, damaged(text, how));
      const bad = place.entries.get(key);
      if (bad === undefined || bad === text || how === 'launch') continue;
      if (!LEGIBLE.has(how)) this.#illegible.add(bad);
      found.push(bad);
    }
    if (found[0] !== undefined) this.#note(device, key, found[0]);
    if (isTwice && where !== 'both') return;
    if (how !== 'launch' && device.strangers.delete(key)) this.#ruined.add(key);
    this.isLost ||= !HARMLESS.has(how);
    for (const book of [this.#promised, this.#lying]) this.#recount(book, device, held);
  }

  /** @param text What it has become, in the storage where it is there too. */
  #note(device: Device, key: string, text: string): void {
    const known = this.#damaged.get(device) ?? new Map<string, string>();
    this.#unsaid.add(device);
    // The very same damage may have been said
    if (this.#noted.has(`${key} ${text}`)) return void known.delete(key);
    this.#noted.add(`${key} ${text}`);
    this.#damaged.set(device, known.set(key, text));
  }

  /** What is there still, and what is in the LMS by now. */
  #recount(book: Map<Device, Facts>, device: Device, held: () => Held): void {
    const there = united(this.#factsOn(device), held().saved.map(factsIn).reduce(united, NOTHING));
    book.set(device, common(book.get(device) ?? NOTHING, there));
  }

  #factsOn(device: Device): Facts {
    return device.texts
      .filter(
        ([key, text]) => key.startsWith('cm1|') && !this.#illegible.has(text) && !this.#isOver(tokenOf(key)),
      )
      .map(([, text]) => journalled(text))
      .reduce(united, NOTHING);
  }

  // ---- damage is said, once ------------------------------------------------------------------------------------

  /** A launch begins: whether it must find something that can't be read. Another page there may put that right meanwhile. */
  opens(page: OpenPage, pages: readonly OpenPage[]): void {
    const isAlone = pages.every((other) => other.dead || other.device !== page.device);
    if (isAlone && this.#isDamaged(page.device)) this.#asked.add(page);
    this.#foundBy.set(page, [...(this.#damaged.get(page.device)?.keys() ?? [])]);
  }

  #isDamaged({ store, database, strangers }: Device): boolean {
    if (store.refusal === 'throws') return false;
    const device = this.#devices.find((one) => one.store === store)!;
    return [...(this.#damaged.get(device) ?? [])].some(
      ([key, text]) =>
        key.startsWith(`cm1|${this.#course}|`) &&
        !strangers.has(key) &&
        store.entries.get(key) === text &&
        (database.entries.get(key) ?? text) === text,
    );
  }

  /** What is wrong with what a page says of it; empty where nothing. */
  amiss(page: OpenPage): string {
    const { store, opened, device } = page;
    if (!store.whole || page.dead || !opened) return '';
    if (!opened.damaged)
      return this.#asked.delete(page) ? 'something on the device is damaged, and nothing is said' : '';
    this.#asked.delete(page);
    if (page.saidDamaged) return '';
    page.saidDamaged = true;
    // Another page may be open there, and a database that never answers leaves it where it is
    for (const key of this.#foundBy.get(page) ?? []) this.#damaged.get(device)?.delete(key);
    if (!this.#unsaid.has(device)) return 'damage on the device is said, and there is none, or it was said';
    // A database that is not well has it still, and is looked into another time
    if (!device.isTroubled) this.#unsaid.delete(device);
    return '';
  }

  /** @param isWiped The LMS keeps no state: what the device has joins by itself. */
  inTheEnd(pages: readonly OpenPage[], isWiped: boolean): string[] {
    const unsent = this.#unsent;
    const lost = this.#devices.map((device) => {
      const last = pages.findLast((page) => page.device === device);
      const isRecord = isWiped || last?.launched.driver.keeper === 'device';
      return last && isRecord ? missing(this.of(device), factsOf(last.store.state)) : '';
    });
    return [
      ...this.#robbed.map((key) => `others' work is gone from a device: ${key}`),
      ...(unsent > 0 ? [`${unsent} statements wait for ever`] : []),
      ...lost.flatMap((what, number) => (what ? [`lost on device ${number}: ${what}`] : [])),
    ];
  }

  /** Others' work that is gone, by its keys. */
  get #robbed(): string[] {
    return this.#devices.flatMap(({ strangers, store, database }) =>
      [...strangers].flatMap(([key, text]) =>
        [store, database].some(({ entries }) => withoutLaunch(entries.get(key)) === withoutLaunch(text))
          ? []
          : [key],
      ),
    );
  }

  /** Statements of the learner that nobody sends. */
  get #unsent(): number {
    return this.#devices.flatMap(({ store, strangers }) =>
      // What an LRS fails at for ever is kept, and known for it
      [...store.entries].filter(
        ([key, text]) =>
          key.startsWith('cm-out|') &&
          !strangers.has(key) &&
          !this.#ruined.has(key) &&
          !text.includes('"refused":{'),
      ),
    ).length;
  }
}

/** The count of launches is put beside others' work, and put right. */
function withoutLaunch(text = ''): string {
  try {
    return JSON.stringify({ ...(JSON.parse(text) as object), launch: undefined });
  } catch {
    return text;
  }
}

const tokenOf = (key: string): string => key.split('|')[3] ?? '';
