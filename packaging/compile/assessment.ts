/** What holds between objectives, blueprint, bank and lessons. */
import { ownField } from '../own-field.ts';
import { didYouMean, oneOfNames, type Faults } from './faults.ts';
import type { BuiltItem, BuiltLanguage } from './language.ts';
import type { Settings } from './settings.ts';

const MOST_ITEMS = 50;

/** Checks of the settings alone. */
export function checkBlueprint(settings: Settings, faults: Faults): void {
  const { assessment, objectives, objectivesKnown } = settings;
  if (!assessment) return;
  const names = Object.keys(assessment.blueprint);
  const at = ['assessment', 'blueprint'];
  for (const name of names) {
    if (!objectivesKnown || objectives.includes(name)) continue;
    const words = {
      message: `There is no objective "${name}".`,
      expected: oneOfNames(objectives),
      ...didYouMean(name, objectives),
    };
    faults.add('blueprint.objective', settings.keyPlace(at, name), words);
  }
  const size = Object.values(assessment.blueprint).reduce((sum, count) => sum + count, 0);
  if (size > MOST_ITEMS || !names.length) {
    const message = names.length ? `A form would have ${size} items.` : 'The blueprint asks for no items.';
    faults.add('blueprint.size', settings.keyPlace(['assessment'], 'blueprint'), {
      message,
      expected: `1 to ${MOST_ITEMS} items in a form`,
    });
  }
}

/** Checks of a language's items against settings and lessons. */
export function checkItems(built: BuiltLanguage, settings: Settings, faults: Faults, isFirst: boolean): void {
  const practice = built.practice.flatMap(({ items }) => items);
  for (const entry of [...built.bank, ...practice]) checkItem(entry, built, settings, faults);
  const { assessment } = settings;
  if (!assessment) return;
  if (settings.objectivesKnown) {
    for (const entry of built.bank) {
      const { objective } = entry.value;
      if (!settings.objectives.includes(objective) || Object.hasOwn(assessment.blueprint, objective))
        continue;
      const words = {
        message: `The blueprint has no "${objective}", so this item would never be drawn.`,
        expected: oneOfNames(Object.keys(assessment.blueprint)),
      };
      faults.add('item.objective', entry.yaml.place([entry.index, 'objective']), words);
    }
  }
  // An item with a wrong objective is most likely the one that is missing.
  const allKnown = built.bank.every(({ value }) => settings.objectives.includes(value.objective));
  // Further languages are held to the first one's ids, item by item.
  if (isFirst && built.complete.bank && built.complete.practice && allKnown)
    checkCoverage(built, settings, assessment.blueprint, faults);
}

function checkItem(
  { value, yaml, index }: BuiltItem,
  built: BuiltLanguage,
  settings: Settings,
  faults: Faults,
): void {
  const { objectives, objectivesKnown } = settings;
  if (objectivesKnown && !objectives.includes(value.objective)) {
    faults.add('item.objective', yaml.place([index, 'objective']), {
      message: `There is no objective "${value.objective}".`,
      expected: oneOfNames(objectives),
      ...didYouMean(value.objective, objectives),
    });
  }
  if (!built.complete.lessons) return;
  const sections = built.lessons.flatMap((lesson) => lesson.sections.map(({ id }) => id));
  if (!sections.includes(value.teaches)) {
    faults.add('item.teaches', yaml.place([index, 'teaches']), {
      message: `There is no section "${value.teaches}".`,
      expected: 'the id of a section (## … {#id})',
      ...didYouMean(value.teaches, sections),
    });
  }
}

function checkCoverage(
  built: BuiltLanguage,
  settings: Settings,
  blueprint: Record<string, number>,
  faults: Faults,
): void {
  const practice = built.practice.flatMap(({ items }) => items);
  settings.objectives.forEach((objective) => {
    const inBank = built.bank.filter(({ value }) => value.objective === objective).length;
    const wanted = ownField(blueprint, objective);
    const tested =
      inBank || (wanted === undefined && practice.some(({ value }) => value.objective === objective));
    if (!tested) {
      const message = `No item tests the objective "${objective}".`;
      faults.add('objective.untested', settings.placeOf('objectives', objective), {
        message,
        expected: `an item with objective: ${objective}`,
      });
    } else if (wanted !== undefined && inBank < wanted) {
      faults.add('blueprint.items', settings.place(['assessment', 'blueprint', objective]), {
        message: `A form takes ${wanted} items of "${objective}", but the bank has ${inBank}.`,
        expected: `at most ${inBank}`,
      });
    }
  });
}
