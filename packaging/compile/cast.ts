/** `people.yaml`: who the course's cases are about. Portraits are drawn of those who are shown, with the faces that are. */
import type { Portrait, Speaker } from '../../src/course/compiled.ts';
import { personSource, type Mood, type PersonSource } from '../../src/course/people.ts';
import type { Portraits } from '../../src/course/portraits.ts';
import { didYouMean, oneOfNames, type Faults } from './faults.ts';
import type { Sources } from './files.ts';
import { wholeFile, type Place } from './fragment.ts';
import { drawPortrait } from './portraits.ts';
import { sameTwice } from './same.ts';
import { checkList } from './yaml-schema.ts';
import { parseYaml, type YamlText } from './yaml.ts';

export const PEOPLE_FILE = 'people.yaml';

type Entry = { index: number; value: PersonSource };

export class Cast {
  readonly #people = new Map<string, PersonSource>();
  readonly #drawn = new Map<string, string>();
  readonly #faults: Faults;
  /** False where somebody could not be read: who isn't here may be there after all. */
  #complete = true;

  /** A course without the file has nobody. */
  constructor(files: Sources, languages: readonly string[]) {
    this.#faults = files.faults;
    if (!files.has(PEOPLE_FILE)) return;
    const file = files.text(PEOPLE_FILE, 'a list of the people in the course');
    const yaml = file && parseYaml(wholeFile(file), files.faults);
    const list = yaml && checkList(yaml, personSource, files.faults, 'people');
    this.#complete = !!list?.complete;
    if (!yaml || !list) return;
    checkPeople(list.entries, yaml, languages, files.faults);
    for (const { value } of list.entries) this.#people.set(value.id, value);
  }

  /** Undefined, with a fault, where there is nobody of that id. */
  speaker(id: string, mood: Mood, language: string, place: Place): Speaker | undefined {
    const person = this.#find(id, place);
    return person && { id, name: nameOf(person, language), mood, face: this.#draw(person, mood) };
  }

  /** Of everybody but one. */
  otherNames(id: string, language: string): string[] {
    return [...this.#people.values()]
      .filter((person) => person.id !== id)
      .map((person) => nameOf(person, language));
  }

  /** As `speaker`. */
  portrait(id: string, language: string, place: Place): Portrait | undefined {
    const person = this.#find(id, place);
    if (!person) return undefined;
    const alt = `${nameOf(person, language)}: ${person.alt[language] ?? ''}`;
    return { face: this.#draw(person, 'calm'), alt };
  }

  /** Of all who were asked for, in the order of their names. */
  portraits(): Portraits {
    return Object.fromEntries([...this.#drawn].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  #find(id: string, place: Place): PersonSource | undefined {
    const person = this.#people.get(id);
    if (!person && this.#complete) {
      const names = [...this.#people.keys()];
      this.#faults.add('person.unknown', place, {
        message: `There is nobody "${id}" in ${PEOPLE_FILE}.`,
        expected: oneOfNames(names),
        ...didYouMean(id, names),
      });
    }
    return person;
  }

  #draw({ id, looks }: PersonSource, mood: Mood): string {
    const face = `${id}-${mood}`;
    if (!this.#drawn.has(face)) this.#drawn.set(face, drawPortrait(looks, mood));
    return face;
  }
}

function nameOf({ name }: PersonSource, language: string): string {
  return typeof name === 'string' ? name : (name[language] ?? '');
}

/** Each id once, and words in each language of the course, and in no other. */
function checkPeople(
  entries: readonly Entry[],
  yaml: YamlText,
  languages: readonly string[],
  faults: Faults,
): void {
  const ids = entries.map(({ value }) => value.id);
  sameTwice(ids, (number) => yaml.place([entries[number]!.index, 'id']), 'person', faults, 'id.duplicate');
  for (const { index, value } of entries) {
    for (const field of ['name', 'alt'] as const) {
      const words = value[field];
      const place = { yaml, path: [index, field] };
      if (typeof words !== 'string')
        checkLanguages(words, `The ${field} of "${value.id}"`, place, languages, faults);
    }
  }
}

function checkLanguages(
  words: Readonly<Record<string, string>>,
  what: string,
  { yaml, path }: { yaml: YamlText; path: (string | number)[] },
  languages: readonly string[],
  faults: Faults,
): void {
  const expected = `words in each language of the course: ${languages.join(', ')}`;
  for (const language of Object.keys(words).filter((tag) => !languages.includes(tag))) {
    const message = `${what} is in "${language}", which is no language of the course.`;
    faults.add('field.unknown', yaml.keyPlace(path, language), { message, expected });
  }
  for (const language of languages.filter((tag) => !Object.hasOwn(words, tag))) {
    const message = `${what} is missing in "${language}".`;
    faults.add('field.missing', yaml.place(path), { message, expected });
  }
}
