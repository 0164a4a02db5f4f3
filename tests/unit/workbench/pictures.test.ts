/** What is drawn, out of the rows of an answer; the drawing itself is tried in a browser. */
import { readFileSync } from 'node:fs';
import * as plot from '@observablehq/plot';
import { describe, expect, it } from 'vitest';
import { inLight, LIGHT } from '../../../src/workbench/records-page/pictures/colours.ts';
import { cut, wrap } from '../../../src/workbench/records-page/pictures/drawing.ts';
import { flowOf, layout } from '../../../src/workbench/records-page/pictures/flow.ts';
import { heatOf } from '../../../src/workbench/records-page/pictures/principles.ts';
import { dotsOf, questionsPicture } from '../../../src/workbench/records-page/pictures/questions.ts';
import { OUTSIDE } from '../../../src/workbench/records/question-names.ts';
import { partsOf } from '../../../src/workbench/records-page/pictures/standing.ts';
import {
  durationsPicture,
  weeksOf,
  weeksPicture,
} from '../../../src/workbench/records-page/pictures/weeks.ts';

describe('pictures of the records', () => {
  it('count people by where they stand, the late ones apart, and nobody twice', () => {
    const person = (status: string, overdue: 0 | 1) => ({ status, overdue });
    const rows = [
      person('completed', 0),
      person('passed', 1),
      person('failed', 1),
      person('in progress', 1),
      person('in progress', 0),
      person('not started', 1),
      person(OUTSIDE, 0),
    ];
    expect(partsOf([...rows, { status: 'not started', overdue: 1, people: 3 }])).toEqual([
      { standing: 'completed', late: false, people: 1 },
      // who has passed is let be
      { standing: 'passed', late: false, people: 1 },
      { standing: 'failed', late: true, people: 1 },
      { standing: 'in progress', late: false, people: 1 },
      { standing: 'in progress', late: true, people: 1 },
      { standing: 'not started', late: true, people: 4 },
      { standing: OUTSIDE, late: false, people: 1 },
    ]);
  });

  it('join ways where they go the same way, and send everybody to an ending', () => {
    const rows = [
      { way: 'door.a[,]hall.b', ending: 'good', chosen: 3 },
      { way: 'door.b[,]hall.b', ending: 'good', chosen: 2 },
      { way: 'door.b', ending: 'poor', chosen: 4 },
    ];
    const flow = flowOf(rows, (step) => `words of ${step}`);
    expect(flow.nodes.map(({ column, words, people }) => [column, words, people])).toEqual([
      [0, 'words of door.a', 3],
      [1, 'words of hall.b', 5],
      [2, 'It ends well', 5],
      [0, 'words of door.b', 6],
      // four had decided all: they pass
      [1, '', 4],
      [2, 'It ends badly', 4],
    ]);
    const { boxes, ribbons } = layout(flow, 900);
    for (const one of boxes)
      for (const other of boxes.filter((box) => box !== one && box.column === one.column))
        expect(one.y + one.height <= other.y || other.y + other.height <= one.y, 'none lies on another').toBe(
          true,
        );
    expect(ribbons).toHaveLength(5);
    expect(ribbons.every(({ x1, x2 }) => x1 < x2)).toBe(true);
  });

  it('end a way that the source tells no ending of where it ends', () => {
    const flow = flowOf([{ way: 'all others together', ending: null, chosen: 5 }], (step) => step);
    expect(flow).toMatchObject({
      columns: 1,
      links: [],
      nodes: [{ words: 'all others together', people: 5 }],
    });
  });

  it('show the group and the first thirty people, the weakest principle first', () => {
    const people = Array.from({ length: 40 }, (_, at) => ({
      person: `p${at}`,
      name: `Person ${at}`,
      objective: at % 2 ? 'a' : 'b',
      title: null,
      share: 0.5,
    }));
    const group = [
      { objective: 'b', title: 'Boundaries', mean_share: 0.2 },
      { objective: 'a', title: 'Asking', mean_share: 0.7 },
    ];
    const heat = heatOf(people, group);
    expect(heat.objectives).toEqual(['Boundaries', 'Asking']);
    expect(heat.names).toHaveLength(31);
    expect(heat.cells).toHaveLength(32);
    expect(heat.cells.slice(0, 3)).toEqual([
      { column: 0, row: 0, share: 0.2 },
      { column: 1, row: 0, share: 0.7 },
      { column: 0, row: 1, share: 0.5 },
    ]);
  });

  it('have no dot for a question of which too little is known, and no picture without dots', () => {
    const few = { item: 'q1', title: 'One', facility: 0.5, discrimination: null, remark: '' };
    expect(questionsPicture([few])).toBeUndefined();
    expect(dotsOf([few, { ...few, discrimination: -0.2, remark: 'check the key' }])).toEqual([
      { title: 'One', facility: 0.5, discrimination: -0.2, flagged: true },
    ]);
  });

  it('know weeks by their days wherever the reader is, and a week without a score', () => {
    expect(weeksOf([{ week: '2026-03-02', people: 7, completed: 2, mean_score: null }])).toEqual([
      {
        from: new Date('2026-03-02T00:00:00Z'),
        to: new Date('2026-03-09T00:00:00Z'),
        people: 7,
        completed: 2,
        score: undefined,
      },
    ]);
  });

  it('leave out of the histogram what is withheld', () => {
    expect(durationsPicture([{ minutes_from: 'all others together', people: 6 }])).toBeUndefined();
    const shown = durationsPicture([
      { minutes_from: 30, people: 6 },
      { minutes_from: 'all others together', people: 9 },
    ]);
    expect(shown?.says).toBe('Most, 6, needed 30 to 40\u00A0minutes.');
  });

  it('count people in whole numbers along the side, however few they are', () => {
    const ticksOf = (people: number): unknown[] =>
      [
        durationsPicture([{ minutes_from: 0, people }]),
        weeksPicture([{ week: '2026-03-02', people, completed: 0, mean_score: null }]),
      ].map((picture) => picture?.draw(plot, 600).y?.ticks);
    expect(ticksOf(2)).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
    expect(ticksOf(18)).toEqual([5, 5]);
  });

  it('say once that words go on', () => {
    expect(cut('nobody here …  ', 14)).toBe('nobody here…');
    const flow = flowOf([{ way: 'a', ending: null, chosen: 2 }], () => 'one and '.repeat(40));
    for (let width = 120; width < 260; width += 7)
      expect(layout(flow, width).boxes[0]?.lines.at(-1)).toMatch(/\w…$/);
  });

  it('break words into lines that fit, and cut a word that never does', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('one 2\u00A0twos', 6)).toEqual(['one', '2\u00A0twos']);
    expect(wrap('Donaudampfschifffahrt', 8)).toEqual(['Donauda…']);
  });

  it('are saved in the colours that the theme has in light', () => {
    const theme = readFileSync(new URL('../../../src/player/design/theme.css', import.meta.url), 'utf8');
    for (const [name, value] of Object.entries(LIGHT))
      expect(theme).toContain(`--color-${name}: light-dark(${value}, `);
    expect(inLight('<g fill="var(--color-accent)" stroke="var(--color-bad)"/>')).toBe(
      `<g fill="${LIGHT.accent}" stroke="${LIGHT.bad}"/>`,
    );
  });
});
