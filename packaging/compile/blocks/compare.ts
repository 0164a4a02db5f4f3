/** Write first, then compare with a model answer. */
import { z } from 'zod';
import * as source from '../../../src/course/source-words.ts';
import type { Build } from './build.ts';
import { readYaml } from './read.ts';

const POINTS = 4;
const expected = 'four points that a good answer has';

const compareSource = source.fields({
  prompt: source.markdown('what the learner writes about'),
  model: source.markdown('an answer to compare with'),
  points: z.array(source.markdown('a point that a good answer has'), { error: expected }).length(POINTS, {
    error: expected,
  }),
});

export const buildCompare: Build = (block, spot) => {
  const content = readYaml(block, compareSource, spot);
  if (!content) return undefined;
  return {
    kind: 'compare',
    id: block.id,
    prompt: content.flow('prompt').html,
    model: content.flow('model').html,
    points: content.value.points.map((_, index) => content.pressed('points', index).html),
  };
};
