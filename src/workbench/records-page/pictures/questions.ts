import type { RecordsRow } from '../../shapes.ts';
import { answerWords, figured, number, percent, several, text, titled } from '../words.ts';
import { lyingBars } from './bars.ts';
import { colour } from './colours.ts';
import { cut, keyHeight, key, upwards, type Key, type Picture } from './drawing.ts';

interface Dot {
  title: string;
  facility: number;
  discrimination: number;
  flagged: boolean;
}

/** Those of which both can be said. */
export function dotsOf(rows: readonly RecordsRow[]): Dot[] {
  return rows.flatMap((row) => {
    const facility = number(row['facility']);
    const discrimination = number(row['discrimination']);
    if (facility === undefined || discrimination === undefined) return [];
    const title = titled(row['title'], row['item']);
    return [{ title, facility, discrimination, flagged: text(row['remark']) !== '' }];
  });
}

const DOTS: readonly Key[] = [
  { words: 'nothing to remark', fill: 'accent' },
  { words: 'with a remark', fill: 'scene' },
];
/** More names than these lie over each other. */
const MOST_NAMES = 8;

/** @returns nothing where no question has enough answers */
export function questionsPicture(rows: readonly RecordsRow[]): Picture | undefined {
  const dots = dotsOf(rows);
  if (dots.length === 0) return undefined;
  const flagged = dots.filter((dot) => dot.flagged);
  const named = flagged.toSorted((a, b) => a.discrimination - b.discrimination).slice(0, MOST_NAMES);
  const low = Math.min(0, ...dots.map(({ discrimination }) => discrimination));
  const high = Math.max(0.5, ...dots.map(({ discrimination }) => discrimination));
  return {
    name: 'questions',
    title: 'How hard each question is, and whether it tells people apart',
    counted: `First forms of questions with ${figured(30, 'answers')} and more. Across: the share of right answers. Upwards: the correlation of the answer with the rest of the form.`,
    says: `${several(dots.length, 'question')}; ${flagged.length === 0 ? 'none has a remark' : `with a remark: ${flagged.map(({ title }) => title).join('; ')}`}.`,
    draw(plot, width) {
      const top = keyHeight(DOTS, width);
      return {
        height: 340 + top,
        marginTop: top + 28,
        marginBottom: 44,
        marginLeft: 44,
        marginRight: 12,
        x: { domain: [0, 1], label: 'right answers', tickFormat: percent, ticks: 5 },
        y: { domain: [low - 0.05, high + 0.05], label: null, ticks: 6 },
        marks: [
          plot.ruleY([0], { stroke: colour('line-strong') }),
          plot.ruleX([0], { stroke: colour('line') }),
          plot.dot(dots, {
            x: 'facility',
            y: 'discrimination',
            filter: ({ flagged: is }: Dot) => !is,
            fill: colour('accent'),
            r: 4,
          }),
          plot.dot(flagged, {
            x: 'facility',
            y: 'discrimination',
            symbol: 'diamond',
            fill: colour('scene'),
            stroke: colour('ink'),
            r: 6,
          }),
          ...named.map(({ title, facility, discrimination }) =>
            plot.text([cut(title, 28)], {
              x: facility,
              y: discrimination,
              dx: facility > 0.5 ? -11 : 11,
              textAnchor: facility > 0.5 ? 'end' : 'start',
              fill: colour('ink'),
              stroke: colour('surface'),
              strokeWidth: 4,
            }),
          ),
          key(DOTS, width),
          upwards('tells apart', top),
        ],
      };
    },
  };
}

/** Each answer's share in the two halves. @param title of the question */
export function optionsPicture(title: string, item: string, rows: readonly RecordsRow[]): Picture {
  const options = rows.map((row) => ({
    name: `${row['is_key'] === 1 ? '✓ ' : ''}${answerWords(row)}`,
    stronger: Number(row['share_of_stronger']),
    weaker: Number(row['share_of_weaker']),
  }));
  return {
    name: `question-${item
      .split('/')
      .at(-1)
      ?.replaceAll(/[^\w-]+/g, '-')}`,
    title: `Who chooses what: ${title}`,
    counted:
      'First forms: of those who did well in the rest of the form, and of the others, the share that chose each answer. ✓ is right.',
    says: options
      .map(
        ({ name, stronger, weaker }) =>
          `${name.replace('✓', 'right:')}: ${percent(stronger)} of the stronger half, ${percent(weaker)} of the weaker half`,
      )
      .join('; '),
    draw: (plot, width) =>
      lyingBars(
        options.map(({ name, stronger, weaker }) => ({
          name,
          bars: [
            { share: stronger, words: `${percent(stronger)} stronger`, fill: 'accent' },
            { share: weaker, words: `${percent(weaker)} weaker`, fill: 'scene-soft' },
          ],
        })),
        plot,
        width,
      ),
  };
}
