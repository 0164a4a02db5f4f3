/** The parts of a section or page, rendered. */
import type { Block } from '../../../src/course/compiled.ts';
import type { WrittenKind } from '../../../src/course/kinds.ts';
import type { Spot } from '../context.ts';
import type { ParsedBlock, Part } from '../directives.ts';
import { nodesToHtml } from '../html.ts';
import type { Build } from './build.ts';
import { buildCards } from './cards.ts';
import { buildCompare } from './compare.ts';
import { buildFigure } from './figure.ts';
import {
  buildCheck,
  buildCommitments,
  buildConfidence,
  buildPractice,
  buildReflection,
} from './activities.ts';
import { buildScenario } from './scenario.ts';
import { buildSort } from './sort.ts';
import { buildCallout, buildExpand, buildSteps, buildTabs, buildTakeaway } from './text.ts';

const BUILDERS: Record<WrittenKind, Build> = {
  callout: buildCallout,
  figure: buildFigure,
  expand: buildExpand,
  tabs: buildTabs,
  steps: buildSteps,
  takeaway: buildTakeaway,
  cards: buildCards,
  sort: buildSort,
  check: buildCheck,
  commitments: buildCommitments,
  scenario: buildScenario,
  practice: buildPractice,
  reflection: buildReflection,
  compare: buildCompare,
  confidence: buildConfidence,
};

export function buildBlocks(parts: readonly Part[], spot: Spot): Block[] {
  return parts.flatMap((part): Block[] => {
    if (!part) return [];
    if ('prose' in part) return [{ kind: 'prose', html: nodesToHtml(part.prose, spot) }];
    const { ctx, fragment, owner } = spot;
    const block = buildBlock(part.block, { ctx, fragment, owner });
    return block ? [block] : [];
  });
}

function buildBlock(block: ParsedBlock, spot: Spot): Block | undefined {
  if (block.name === 'tab') {
    spot.ctx.faults.add('block.place', block.place, {
      message: 'Here is a tab outside of tabs.',
      expected: '::::tabs around the tabs, closed by ::::',
      fix: 'Open ::::tabs before the first tab, with one colon more than the tabs have, and close it after the last.',
    });
    return undefined;
  }
  return BUILDERS[block.name](block, spot);
}
