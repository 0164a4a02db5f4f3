/** Branching scenarios: every scene can be reached, and every way leads to an ending. */
import { z } from 'zod';
import * as source from '../../../src/course/source-words.ts';
import { mood } from '../../../src/course/people.ts';
import type { Scene } from '../../../src/course/compiled.ts';
import { didYouMean, oneOfNames, type Faults } from '../faults.ts';
import type { Context, Spot } from '../context.ts';
import { renderFlow } from '../html.ts';
import { setSpeech } from '../speech.ts';
import { sameTwice, sameWords } from '../same.ts';
import type { YamlText } from '../yaml.ts';
import type { Build } from './build.ts';
import { readYaml, type Content } from './read.ts';

const sceneSource = source.fields({
  id: source.id,
  /** Of `people.yaml`. */
  speaker: source.id.exactOptional(),
  mood: mood.exactOptional(),
  text: source.markdown('what happens'),
  choices: z
    .array(
      source.fields({
        id: source.letter,
        text: source.markdown('the words of the choice'),
        // eslint-disable-next-line unicorn/no-thenable -- the authors' word; it is text and never a function
        then: source.id,
        because: source.markdown('what the debrief says about this choice'),
      }),
      { error: 'a list of choices' },
    )
    .min(2, { error: 'at least two choices' })
    .exactOptional(),
  ending: source.oneOf(['good', 'mixed', 'poor']).exactOptional(),
  debrief: source.markdown('what this ending teaches').exactOptional(),
  /** false: the right act cost something here. For `course:report`. */
  comfort: z.boolean({ error: 'false where a good ending costs something, or leave it out' }).exactOptional(),
});

const scenarioSource = source.fields({
  title: source.words('the title of the scenario', 200),
  intro: source.markdown('where and with whom it begins'),
  scenes: z.array(sceneSource, { error: 'a list of scenes' }).min(2, { error: 'at least two scenes' }),
});
type ScenarioSource = z.output<typeof scenarioSource>;

export const buildScenario: Build = (block, spot) => {
  const content = readYaml(block, scenarioSource, spot);
  if (!content) return undefined;
  const { value, yaml } = content;
  checkScenes(value, yaml, spot.ctx.faults);
  return {
    kind: 'scenario',
    id: block.id,
    title: value.title,
    intro: content.flow('intro').html,
    scenes: value.scenes.map((_, index) => buildScene(content, index, spot)),
  };
};

function buildScene(content: Content<ScenarioSource>, index: number, { ctx, owner }: Spot): Scene {
  const { value, yaml, flow, pressed } = content;
  const {
    id,
    choices = [],
    ending,
    debrief,
    comfort,
  } = value.scenes[index] as ScenarioSource['scenes'][number];
  const speaker = speakerOf(content, index, ctx);
  const text = yaml.text(['scenes', index, 'text']);
  const words = choices.map((_, number) => pressed('scenes', index, 'choices', number, 'text'));
  sameWords(
    words.map(({ plain }) => plain),
    (number) => yaml.place(['scenes', index, 'choices', number, 'text']),
    'choice',
    ctx.faults,
  );
  const { html } = renderFlow(text, { ctx, owner, ...(speaker ? { speech: true } : {}) });
  return {
    id,
    ...(speaker ? { speaker } : {}),
    text: speaker
      ? setSpeech(html, { speaker: speaker.name, others: ctx.cast.otherNames(speaker.id, ctx.language) })
      : html,
    choices: choices.map((choice, number) => ({
      id: choice.id,
      text: words[number]?.html ?? '',
      // eslint-disable-next-line unicorn/no-thenable -- the authors' word; it is text and never a function
      then: choice.then,
      because: flow('scenes', index, 'choices', number, 'because').html,
    })),
    ...(ending ? { ending } : {}),
    ...(debrief === undefined ? {} : { debrief: flow('scenes', index, 'debrief').html }),
    ...(comfort === undefined ? {} : { comfort }),
  };
}

function speakerOf({ value, yaml }: Content<ScenarioSource>, index: number, ctx: Context): Scene['speaker'] {
  const { id, speaker, mood: face } = value.scenes[index] as ScenarioSource['scenes'][number];
  if (speaker !== undefined)
    return ctx.cast.speaker(speaker, face ?? 'calm', ctx.language, yaml.place(['scenes', index, 'speaker']));
  if (face !== undefined) {
    ctx.faults.add('field.missing', yaml.place(['scenes', index, 'mood']), {
      message: `The scene "${id}" has a mood but no speaker.`,
      expected: 'speaker: the id of somebody in people.yaml',
    });
  }
  return undefined;
}

function checkScenes({ scenes }: ScenarioSource, yaml: YamlText, faults: Faults): void {
  const ids = scenes.map((scene) => scene.id);
  sameTwice(ids, (index) => yaml.place(['scenes', index, 'id']), 'scene', faults);
  let linked = true;
  scenes.forEach((scene, index) => {
    const place = yaml.place(['scenes', index]);
    const { choices, ending, debrief } = scene;
    if (!!choices === !!ending || !!ending !== (debrief !== undefined)) {
      faults.add('scenario.scene', place, {
        message: `The scene "${scene.id}" ${wrongWith(!!choices, !!ending, debrief !== undefined)}.`,
        expected: 'choices, or an ending with a debrief',
      });
    }
    const letters = (choices ?? []).map((choice) => choice.id);
    sameTwice(letters, (number) => yaml.place(['scenes', index, 'choices', number, 'id']), 'choice', faults);
    choices?.forEach(({ then }, number) => {
      if (ids.includes(then)) return;
      linked = false;
      const words = {
        message: `There is no scene "${then}".`,
        expected: oneOfNames(ids),
        ...didYouMean(then, ids),
      };
      faults.add('scenario.then', yaml.place(['scenes', index, 'choices', number, 'then']), words);
    });
  });
  // A wrong "then" makes scenes look lost that are not.
  if (linked) checkWays(scenes, yaml, faults);
}

function wrongWith(choices: boolean, ending: boolean, debrief: boolean): string {
  if (choices && ending) return 'has choices and is an ending';
  if (!choices && !ending) return 'has no choices and is no ending';
  return debrief ? 'has a debrief but is no ending' : 'is an ending without a debrief';
}

function checkWays(scenes: ScenarioSource['scenes'], yaml: YamlText, faults: Faults): void {
  const next = new Map(scenes.map((scene) => [scene.id, (scene.choices ?? []).map((choice) => choice.then)]));
  const reached = spread([scenes[0]?.id ?? ''], (id) => next.get(id) ?? []);
  const endings = scenes.filter((scene) => !scene.choices).map((scene) => scene.id);
  const before = (id: string) =>
    scenes.filter((scene) => next.get(scene.id)?.includes(id)).map((scene) => scene.id);
  const leaving = spread(endings, before);
  scenes.forEach(({ id }, index) => {
    const place = yaml.place(['scenes', index, 'id']);
    if (!reached.has(id)) {
      const words = {
        message: `No way leads to the scene "${id}".`,
        expected: 'a way to it from the first scene',
      };
      faults.add('scenario.unreachable', place, words);
    }
    if (!leaving.has(id)) {
      const words = {
        message: `From the scene "${id}" no way leads to an ending.`,
        expected: 'a way on to an ending',
      };
      faults.add('scenario.no-way-out', place, words);
    }
  });
}

/** Everything that can be reached from some ids, themselves included. */
function spread(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const seen = new Set(from);
  for (const id of seen) for (const other of next(id)) seen.add(other);
  return seen;
}
