/** Sorting activities. */
import { z } from 'zod';
import * as source from '../../../src/course/source-words.ts';
import { didYouMean, oneOfNames } from '../faults.ts';
import { sameTwice, sameWords } from '../same.ts';
import type { Build } from './build.ts';
import { readYaml } from './read.ts';

const sortSource = source.fields({
  question: source.markdown('the question that the sorting answers'),
  buckets: z
    .array(source.fields({ id: source.id, label: source.words('the words on the bucket', 100) }), {
      error: 'a list of buckets',
    })
    .min(2, { error: 'at least two buckets' })
    .max(6, { error: 'at most six buckets' }),
  cards: z
    .array(
      source.fields({
        id: source.id,
        text: source.markdown('the words on the card'),
        bucket: source.id,
        why: source.markdown('why it belongs there'),
      }),
      { error: 'a list of cards' },
    )
    .min(2, { error: 'at least two cards' }),
});

export const buildSort: Build = (block, spot) => {
  const content = readYaml(block, sortSource, spot);
  if (!content) return undefined;
  const { value, yaml } = content;
  const { faults } = spot.ctx;
  const buckets = value.buckets.map((bucket) => bucket.id);
  sameTwice(buckets, (index) => yaml.place(['buckets', index, 'id']), 'bucket', faults);
  sameTwice(
    value.cards.map((card) => card.id),
    (index) => yaml.place(['cards', index, 'id']),
    'card',
    faults,
  );
  sameWords(
    value.buckets.map((bucket) => bucket.label),
    (index) => yaml.place(['buckets', index, 'label']),
    'bucket',
    faults,
  );
  const words = value.cards.map((_, index) => content.pressed('cards', index, 'text'));
  sameWords(
    words.map(({ plain }) => plain),
    (index) => yaml.place(['cards', index, 'text']),
    'card',
    faults,
  );
  value.cards.forEach(({ bucket }, index) => {
    if (buckets.includes(bucket)) return;
    const fault = {
      message: `There is no bucket "${bucket}".`,
      expected: oneOfNames(buckets),
      ...didYouMean(bucket, buckets),
    };
    faults.add('sort.bucket', yaml.place(['cards', index, 'bucket']), fault);
  });
  buckets.forEach((bucket, index) => {
    if (value.cards.some((card) => card.bucket === bucket)) return;
    const fault = {
      message: `No card belongs into the bucket "${bucket}".`,
      expected: 'at least one card a bucket',
    };
    faults.add('sort.bucket', yaml.place(['buckets', index]), fault);
  });
  return {
    kind: 'sort',
    id: block.id,
    question: content.inline('question').html,
    buckets: value.buckets,
    cards: value.cards.map(({ id, bucket }, index) => ({
      id,
      text: words[index]?.html ?? '',
      bucket,
      why: content.flow('cards', index, 'why').html,
    })),
  };
};
