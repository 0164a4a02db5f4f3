/** Which graded items come nearest to what the lessons tell: a near-copy asks for memory, and not for judgement. */
import type { Block, Item, LessonContent } from '../../src/course/compiled.ts';
import { wordsOf } from './classifier.ts';
import type { Part } from './limits.ts';
import { plainLines } from '../compile/html.ts';
import { htmlOf, htmlOfQuestion } from './words.ts';

export interface NearPair {
  item: string;
  /** A block or section of a lesson. */
  place: string;
  /** 0 to 1. */
  cosine: number;
  /** The words that bring them together. */
  words: readonly string[];
}

interface Text {
  id: string;
  text: string;
}

const PAIRS = 10;

/** Without a limit: whether a pair is too near, an eye has to tell. */
export function nearestPart(items: readonly Item[], lessons: readonly LessonContent[]): Part {
  return {
    title: `The ${PAIRS} graded items nearest to what lessons tell (1: the same words)`,
    limits: [],
    lines: nearestPairs(items, lessons, PAIRS).map(
      ({ item, place, cosine: near, words }) => `${near.toFixed(2)}  ${item} – ${place}: ${words.join(', ')}`,
    ),
  };
}

/** Pairs by the cosine of TF-IDF weights, nearest first; each item once. */
export function nearestPairs(
  items: readonly Item[],
  lessons: readonly LessonContent[],
  count: number,
): NearPair[] {
  const asked = items.map((item) => ({ id: item.id, text: joined(htmlOfQuestion(item).slice(0, -1)) }));
  const cases = lessons.flatMap(casesOf);
  const weigh = weigher([...asked, ...cases]);
  const places = cases.map((text) => ({ id: text.id, weights: weigh(text) }));
  return asked
    .flatMap((text) => {
      const own = weigh(text);
      const pairs = places.map(({ id, weights }) => ({ item: text.id, place: id, ...cosine(own, weights) }));
      return pairs.toSorted((a, b) => b.cosine - a.cosine).slice(0, 1);
    })
    .toSorted((a, b) => b.cosine - a.cosine)
    .slice(0, count);
}

const joined = (html: readonly string[]): string => html.map(plainLines).join('\n');

/** What a lesson tells or asks: scenarios, checks and activities by themselves, the rest of each section together. */
function casesOf({ sections }: LessonContent): Text[] {
  return sections.flatMap(({ id, blocks }) => {
    const alone = blocks.filter((block) => block.kind === 'scenario' || block.kind === 'check');
    const rest = blocks.filter((block) => block.kind !== 'scenario' && block.kind !== 'check');
    return [
      { id, text: joined(rest.flatMap(everything)) },
      ...alone.map((block) => ({ id: block.id, text: joined(everything(block)) })),
    ];
  });
}

/** With all scenes and boxes, on whatever way they are met. */
function everything(block: Block): string[] {
  if (block.kind === 'expand') return [block.html];
  if (block.kind !== 'scenario') return htmlOf(block);
  return [
    block.intro,
    ...block.scenes.flatMap(({ text, choices, debrief }) => [
      text,
      ...choices.flatMap((choice) => [choice.text, choice.because]),
      debrief ?? '',
    ]),
  ];
}

type Weights = ReadonlyMap<string, number>;

function weigher(texts: readonly Text[]): (text: Text) => Weights {
  const holders = new Map<string, number>();
  for (const { text } of texts)
    for (const word of new Set(wordsOf(text))) holders.set(word, (holders.get(word) ?? 0) + 1);
  return ({ text }) => {
    const counts = new Map<string, number>();
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const weights = [...counts].map(
      ([word, count]) =>
        [word, (1 + Math.log(count)) * Math.log(texts.length / (holders.get(word) ?? 1))] as const,
    );
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([word, weight]) => [word, weight / length]));
  };
}

const SHOWN = 6;

function cosine(a: Weights, b: Weights): { cosine: number; words: string[] } {
  const shared = [...a].flatMap(([word, weight]) => {
    const other = b.get(word);
    return other === undefined ? [] : [{ word, product: weight * other }];
  });
  return {
    cosine: shared.reduce((sum, { product }) => sum + product, 0),
    words: shared
      .toSorted((x, y) => y.product - x.product)
      .slice(0, SHOWN)
      .map(({ word }) => word),
  };
}
