/**
 * When a question of practice comes back: Leitner's boxes, with how sure the learner was. Pure; days are whole numbers (`dayOf`), so
 * that what was answered in the evening is due the next morning. The rule, which docs/authoring.md tells:
 *
 * |       | sure                 | fairly sure               | guessing                  |
 * |-------|----------------------|---------------------------|---------------------------|
 * | right | two boxes on         | one box on                | stays: a guess is no proof |
 * | wrong | back to the first    | two back, at most box 1   | one back, at most box 2   |
 *
 * A right answer before its day moves nothing: to repeat at once what one has just read is no remembering.
 */
export const SURENESSES = ['sure', 'fairly', 'guessing'] as const;
export type Sureness = (typeof SURENESSES)[number];

/** Of one question. */
export interface Memory {
  /** Index into `INTERVALS`. */
  readonly box: number;
  /** On which it was answered last. */
  readonly day: number;
  /** The last answer was not right. */
  readonly missed: boolean;
}

/** Days after which a question of each box is due. */
export const INTERVALS = [0, 1, 3, 7, 16, 35] as const;

const LAST = INTERVALS.length - 1;
const ON: Readonly<Record<Sureness, number>> = { sure: 2, fairly: 1, guessing: 0 };
const BACK: Readonly<Record<Sureness, { by: number; most: number }>> = {
  sure: { by: LAST, most: 0 },
  fairly: { by: 2, most: 1 },
  guessing: { by: 1, most: 2 },
};

/** The day that it is where the learner is. */
export function dayOf(time: Date): number {
  return Math.floor((time.getTime() - time.getTimezoneOffset() * 60_000) / 86_400_000);
}

/** What is remembered after an answer. `before` is undefined for a question that was never answered. */
export function answered(
  before: Memory | undefined,
  { right, sureness }: { right: boolean; sureness: Sureness },
  today: number,
): Memory {
  const box = before?.box ?? 0;
  if (!right) {
    const { by, most } = BACK[sureness];
    return { box: Math.max(0, Math.min(box - by, most)), day: today, missed: true };
  }
  if (before && !isDue(before, today)) return { ...before, missed: false };
  return { box: Math.min(box + ON[sureness], LAST), day: today, missed: false };
}

/** A day that has not come yet is the work of a clock that jumped: due, so that no question is ever lost to it. */
export function isDue({ box, day }: Memory, today: number): boolean {
  return day > today || overdue({ box, day }, today) >= 0;
}

function overdue({ box, day }: Pick<Memory, 'box' | 'day'>, today: number): number {
  return today - day - (INTERVALS[box] ?? 0);
}

/** What was missed, what is due, what is new, what rests; within each the longest waiting first, and else as given. */
export function inTurn<T>(
  all: readonly T[],
  memoryOf: (one: T) => Memory | undefined,
  today: number,
): readonly T[] {
  return all
    .map((one) => ({ one, memory: memoryOf(one) }))
    .sort(
      (a, b) =>
        turn(a.memory, today) - turn(b.memory, today) || wait(b.memory, today) - wait(a.memory, today),
    )
    .map(({ one }) => one);
}

/** At most so many that are due, in their turn. */
export function dueOf<T>(
  all: readonly T[],
  memoryOf: (one: T) => Memory | undefined,
  today: number,
  most: number,
): readonly T[] {
  const due = all.filter((one) => {
    const memory = memoryOf(one);
    return memory !== undefined && isDue(memory, today);
  });
  return inTurn(due, memoryOf, today).slice(0, most);
}

function turn(memory: Memory | undefined, today: number): number {
  if (!memory) return 2;
  if (memory.missed) return 0;
  return isDue(memory, today) ? 1 : 3;
}

function wait(memory: Memory | undefined, today: number): number {
  return memory ? overdue(memory, today) : 0;
}

/** `<box>.<day>.<missed>`: how it is kept on the device. */
export function memoryText({ box, day, missed }: Memory): string {
  return `${box}.${day}.${missed ? 1 : 0}`;
}

/** Undefined where nothing was kept, or nothing that can be read. */
export function memoryFrom(text: string): Memory | undefined {
  const found = /^([0-5])\.(\d{1,7})\.([01])$/.exec(text);
  return found ? { box: Number(found[1]), day: Number(found[2]), missed: found[3] === '1' } : undefined;
}
