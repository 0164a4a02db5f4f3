/** The small map of a story: its scenes and the ways between them, those that the learner went drawn through. */
import { css, svg, type TemplateResult } from 'lit';
import type { ScenarioBlock, Scene } from '../../course/compiled.ts';

/** A choice in a scene, as one word: how the ways that were gone are known and kept. */
export const wayName = (scene: string, choice: string): string => `${scene}/${choice}`;

/** Endings to which a way leads that the learner went. */
export function endingsSeen({ scenes }: ScenarioBlock, gone: ReadonlySet<string>): Scene[] {
  const reached = new Set(
    scenes.flatMap(({ id, choices }) =>
      choices.filter((choice) => gone.has(wayName(id, choice.id))).map(({ then }) => then),
    ),
  );
  return scenes.filter(({ id, ending }) => ending && reached.has(id));
}

export interface MapPoint {
  scene: Scene;
  x: number;
  y: number;
}

/** Between two scenes, and between two in one column. */
const STEP = { x: 64, y: 28 };
const EDGE = 14;

/** Where each scene stands: as far right as the fewest choices lead, in the author's order from top to bottom. */
export function layOut({ scenes }: ScenarioBlock): { points: MapPoint[]; width: number; height: number } {
  const columns = columnsOf(scenes);
  const rows = Math.max(...columns.map((column) => column.length));
  const height = rows * STEP.y;
  const points = columns.flatMap((column, x) =>
    column.map((scene, y) => ({
      scene,
      x: EDGE + x * STEP.x,
      y: (height * (y + 0.5)) / column.length,
    })),
  );
  return { points, height, width: 2 * EDGE + (columns.length - 1) * STEP.x };
}

function columnsOf(scenes: readonly Scene[]): Scene[][] {
  const columns: Scene[][] = [];
  const placed = new Set<string>();
  for (let next = scenes.slice(0, 1); next.length > 0;) {
    for (const { id } of next) placed.add(id);
    columns.push(next);
    const led = new Set(next.flatMap(({ choices }) => choices.map(({ then }) => then)));
    next = scenes.filter(({ id }) => led.has(id) && !placed.has(id));
  }
  return columns;
}

const SIGNS = { good: 'M-4 0l3 3 5-6', mixed: 'M-5 0q2.5-4 5 0t5 0', poor: 'M0-5v5M0 4v.1' };

/** @param here Where the learner stands. Says nothing to the ear: words beside it tell how many endings were seen. */
export function drawMap(block: ScenarioBlock, gone: ReadonlySet<string>, here: string): TemplateResult {
  const { points, width, height } = layOut(block);
  const at = new Map(points.map((point) => [point.scene.id, point]));
  const seen = new Set(endingsSeen(block, gone).map(({ id }) => id));
  return svg`<svg class="map" viewBox="0 0 ${width} ${height}" width=${width} height=${height} aria-hidden="true" focusable="false">
    ${points.flatMap(({ scene, x, y }) =>
      scene.choices.flatMap((choice) => {
        const to = at.get(choice.then);
        if (!to) return [];
        const middle = (x + to.x) / 2;
        return svg`<path class="road ${gone.has(wayName(scene.id, choice.id)) ? 'gone' : ''}"
          d="M${x} ${y}C${middle} ${y} ${middle} ${to.y} ${to.x} ${to.y}" />`;
      }),
    )}
    ${points.map(({ scene, x, y }) => {
      const { ending, id, choices } = scene;
      const known = seen.has(id) || choices.some((choice) => gone.has(wayName(id, choice.id)));
      const state = `${known ? 'known' : ''} ${id === here ? 'here' : ''}`;
      if (!ending) return svg`<circle class="stop ${state}" cx=${x} cy=${y} r="5" />`;
      return svg`<g class="end ${known ? ending : ''} ${state}" transform="translate(${x} ${y})">
        <circle r="10" />${known ? svg`<path d=${SIGNS[ending]} />` : ''}
      </g>`;
    })}
  </svg>`;
}

export const mapStyles = css`
  .map {
    display: block;
    max-width: 100%;
    height: auto;
    forced-color-adjust: auto;
  }
  /* the way goes with the writing, and the signs at its ends don't */
  .map,
  .map .end path {
    scale: var(--toward, 1) 1;
  }
  .map * {
    fill: none;
    stroke: var(--color-line-strong);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .map .road {
    stroke-dasharray: 1 5;
  }
  .map .gone {
    stroke: var(--color-accent);
    stroke-width: 2.5;
    stroke-dasharray: none;
  }
  .map circle {
    fill: var(--color-surface);
  }
  .map .end:not(.known) circle {
    stroke-dasharray: 3 3;
  }
  .map .stop.known {
    fill: var(--color-accent);
    stroke: var(--color-accent);
  }
  .map .known circle {
    fill: var(--tone);
    stroke: var(--tone);
  }
  .map .known path {
    stroke: var(--color-surface);
    stroke-width: 2;
  }
  .map .here circle {
    stroke: var(--color-ink);
    stroke-width: 2.5;
  }
`;
