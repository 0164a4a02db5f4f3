/** What the learner has done and answered, in whichever page: nobody is given more, and an open form has no less. */
import { whatIsLeft } from '../../src/learning/completion.ts';
import { NOTHING } from './facts.ts';
import type { OpenPage } from './open-page.ts';
import { STRANGE_SCORE } from './strangers.ts';

export class Given {
  /** Sections and checks that were done in any page, whether anybody has it or not. */
  #done = NOTHING.done;
  /** Answers to open forms, by the form's seed and the question. */
  readonly #answers = new Map<string, string>();
  /** Questions of the forms that were handed in and that the record takes, in their order. */
  readonly #handedIn: number[] = [];

  /** The learner has given this answer; an earlier one to the question counts no more. */
  answered({ store, dead }: OpenPage, item: number): void {
    const { current } = store.state;
    const response = current?.form.find((entry) => entry.item === item)?.response;
    const key = `${current?.seed} ${item}`;
    // Torn away while it was given: this one may be lost
    if (dead || !response) this.#answers.delete(key);
    else this.#answers.set(key, JSON.stringify(response));
  }

  /** Answers of a form that is still open which are not as they were given last, in words. */
  changedIn({ store }: OpenPage): string[] {
    const { current } = store.state;
    if (!current || current.submittedAt !== undefined) return [];
    return current.form.flatMap(({ item, response }) => {
      const given = this.#answers.get(`${current.seed} ${item}`);
      const has = JSON.stringify(response);
      return given && given !== has ? [`question ${item} was answered ${given}, and is ${has}`] : [];
    });
  }

  submitted(form: readonly number[]): void {
    this.#handedIn.push(...form);
  }

  /**
   * What of it a record lacks, or has too much of, in words.
   * @param most Rows that the course lets it have: those of the first questions.
   */
  notHandedIn(answers: readonly string[], most: number): string[] {
    const isBounded = this.#handedIn.length > most;
    const wanted = isBounded ? this.#handedIn.slice(0, most) : this.#handedIn;
    if (answers.length !== wanted.length) return [`${answers.length} answers of ${wanted.length} are there`];
    if (!isBounded) return [];
    const [has, first] = [answers.map((id) => Number(/^Q(\d+)/.exec(id)?.[1]) - 1), wanted].map((all) =>
      all.toSorted((one, other) => one - other).join(),
    );
    return has === first ? [] : [`the answers that are there are not those of the first ${most} questions`];
  }

  look(pages: readonly OpenPage[]): void {
    for (const { store } of pages) this.#done = new Set([...this.#done, ...store.state.done]);
  }

  /** A course is complete where all that it asks for was done: what pages say is complete and lacks, in words. */
  gifts(pages: readonly OpenPage[]): string[] {
    return pages.flatMap(({ store }) => {
      const left = whatIsLeft(store.course, { ...store.state, completed: false, done: this.#done });
      const lacks = left.map(({ kind }) => kind).join(', ');
      return store.state.completed && lacks ? [`the course is complete, and nobody has done ${lacks}`] : [];
    });
  }
}

/** Somebody has the result of another learner. */
export const isStrange = (score: number | undefined, pages: readonly OpenPage[]): boolean =>
  [score, ...pages.flatMap(({ store: { state } }) => [state.best?.score, state.latest?.score])].includes(
    STRANGE_SCORE,
  );
