/** Work that lies on a device, of a launch that named nobody, and is offered to nobody while others use the device. */
import type { Held } from './counterpart.types.ts';
import type { Device } from './device.ts';
import { factsHeld, journalled, NOTHING, tokenIn, united, type Facts } from './facts.ts';
import type { OpenPage } from './open-page.ts';

/** What must be in the record: of what is withheld, and lies there still, as much as the state there has. */
export function withoutWithheld(facts: Facts, { saved }: Held, pages: readonly OpenPage[]): Facts {
  const tokens = new Set(saved.map(tokenIn));
  const lying = [...new Set(pages.map(({ device }) => device))].map((device) => on(device, pages, tokens));
  const [without, there] = [lying.reduce(united, NOTHING), factsHeld(saved)];
  const isIn = (one: number | undefined, other: number | undefined): boolean =>
    one !== undefined && other !== undefined && one <= other;
  return {
    done: new Set([...facts.done].filter((no) => !without.done.has(no) || there.done.has(no))),
    tries: isIn(facts.tries, without.tries) ? there.tries : facts.tries,
    best: isIn(facts.best, without.best) ? there.best : facts.best,
    passed: facts.passed && (!without.passed || there.passed),
    completed: facts.completed && (!without.completed || there.completed),
  };
}

/**
 * Where an attempt lies under the name that the LMS spelled otherwise before, and the LMS gives back another one, nothing
 * tells that both names are one learner's.
 */
function on(device: Device, pages: readonly OpenPage[], tokens: ReadonlySet<string | undefined>): Facts {
  const place = pages.findLast((page) => page.device === device)?.opened?.journal.place;
  if (!place?.isNamed) return NOTHING;
  const { ofCourse, ofLearner } = place;
  const nobodys = `${ofCourse}-|`;
  const texts = device.texts.filter(([key]) => key.startsWith(ofCourse));
  const isOther = (key: string): boolean =>
    [ofLearner, nobodys].every((start) => !key.startsWith(start)) && !tokens.has(key.split('|')[3]);
  if (!texts.some(([key]) => isOther(key))) return NOTHING;
  const lying = texts.filter(([key]) => key.startsWith(nobodys));
  return lying.map(([, text]) => journalled(text)).reduce(united, NOTHING);
}
