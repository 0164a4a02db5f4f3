/** What a page has of the data model: its reading and setting, by the standard's table and the LMS's habits. */
import type { Habit } from './habits.ts';
import { countOf, type Delivered, type LaunchFacts, type Model, type Standard } from './standard.ts';

export class PageModel {
  readonly values: Model;
  /** Set in this session. */
  readonly touched = new Set<string>();
  readonly #standard: Standard;
  readonly #habits: ReadonlySet<Habit>;
  readonly #facts: LaunchFacts;
  readonly #delivered: Delivered;

  constructor(standard: Standard, habits: ReadonlySet<Habit>, facts: LaunchFacts, delivered: Delivered) {
    this.#standard = standard;
    this.#habits = habits;
    this.#facts = facts;
    this.#delivered = delivered;
    this.values = new Map(delivered.data);
  }

  #lacks(element: string): boolean {
    return (this.#facts.without ?? []).some((part) => element.startsWith(part));
  }

  /** The value, or the code of an error. */
  read(element: string): string | number {
    const { codes, rules, children, given } = this.#standard;
    if (element === '') return codes.empty[0];
    if (this.#lacks(element)) return codes.lacking;
    const general = element.replace(/\.\d+(?=\.)/g, '.n');
    const rule = rules[general];
    if (!rule) return this.#unknown(general);
    if (rule.mode === 'w') return codes.writeOnly;
    if (this.#isBeyond(element)) return codes.noRow;
    const parent = element.replace(/\._\w+$/, '');
    if (element.endsWith('._children')) return children[general.replace(/\._children$/, '')] ?? '';
    if (element.endsWith('._count'))
      return this.#habits.has('no-counts') ? '' : String(countOf(this.values, parent));
    if (this.#habits.has('reads-nothing') && /(status|success|mode|score\.\w+)$/.test(element)) return '';
    const set = this.values.get(element);
    if (set !== undefined) return String(set);
    const reader = given[element];
    if (reader) return reader(this.#facts, this.#delivered) ?? codes.unset;
    return rule.initial ?? codes.unset;
  }

  #unknown(general: string): number {
    const { codes, rules } = this.#standard;
    const parent = general.replace(/\._\w+$/, '');
    const isKnown = rules[parent] || Object.keys(rules).some((name) => name.startsWith(`${parent}.`));
    if (isKnown && general.endsWith('._count')) return codes.noCount;
    if (isKnown && general.endsWith('._children')) return codes.noChildren;
    return codes.unknown[0];
  }

  #isBeyond(element: string): boolean {
    const [, collection, index] = /^(cmi\.\w+)\.(\d+)\./.exec(element) ?? [];
    return collection !== undefined && Number(index) >= countOf(this.values, collection);
  }

  /** 0, or the code of an error. */
  set(element: string, given: string): number {
    const { codes, rules, afterSet } = this.#standard;
    if (element === '') return codes.empty[1];
    if (this.#lacks(element)) return codes.lacking;
    const general = element.replace(/\.\d+(?=\.)/g, '.n');
    const rule = rules[general];
    if (!rule) return codes.unknown[1];
    if (/\._(children|count)$/.test(element)) return codes.keyword;
    if (rule.mode === 'r') return codes.readOnly;
    if (typeof given !== 'string') return codes.type;
    const error = this.#misformed(general, rule.strict, given) || this.#unfit(element, rule, given);
    if (error) return error;
    const value = element === 'cmi.suspend_data' ? given.slice(0, this.#facts.cutsAt) : given;
    afterSet?.(element, this.values);
    this.values.set(element, rule.range && this.#habits.has('one-number') ? Number(value) : value);
    this.touched.add(element);
    return 0;
  }

  /** What a habit refuses beyond the standard. */
  #misformed(general: string, strict: RegExp | undefined, value: string): number {
    const { type, lacking } = this.#standard.codes;
    if (this.#habits.has('no-objective-description') && general === 'cmi.objectives.n.description')
      return lacking;
    if (this.#habits.has('plain-identifiers') && general.endsWith('.id') && !/^[A-Za-z0-9]+$/.test(value))
      return type;
    if (this.#habits.has('no-z-timestamps') && general.endsWith('.timestamp') && value.endsWith('Z'))
      return type;
    if (this.#habits.has('no-exit-request') && general === 'adl.nav.request' && value === '_none_')
      return type;
    return this.#habits.has('narrow-formats') && strict && !strict.test(value) ? type : 0;
  }

  #unfit(
    element: string,
    { valid, range }: { valid?: RegExp; range?: readonly [number, number] },
    value: string,
  ): number {
    const { codes, misplaced, mistyped } = this.#standard;
    if (valid && !valid.test(value)) return codes.type;
    if (range && (Number(value) < range[0] || Number(value) > range[1])) return codes.range;
    return (
      misplaced(element, value, this.values, this.#habits.has('narrow-formats')) ||
      mistyped(element, value, this.values, this.#habits)
    );
  }
}
