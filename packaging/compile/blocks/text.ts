/** Blocks that are read and do not count. */
import { z } from 'zod';
import * as source from '../../../src/course/source-words.ts';
import type { CalloutBlock } from '../../../src/course/compiled.ts';
import { readBlock } from '../directives.ts';
import { placeIn } from '../fragment.ts';
import { startOf } from '../markdown.ts';
import type { Build } from './build.ts';
import { isEmpty, readMarkdown, readYaml } from './read.ts';

const stepsSource = z
  .array(
    source.fields({
      title: source.words('the title of the step', 200),
      text: source.markdown('what the step is'),
    }),
    {
      error: 'a list of steps, each with title and text',
    },
  )
  .min(1, { error: 'at least one step' });

export const buildCallout: Build = (block, spot) => {
  const html = readMarkdown(block, spot);
  const { attributes } = block;
  if (html === undefined || !attributes) return undefined;
  const { title } = attributes;
  return {
    kind: 'callout',
    type: attributes['type'] as CalloutBlock['type'],
    ...(title ? { title } : {}),
    html,
  };
};

export const buildExpand: Build = (block, spot) => {
  const html = readMarkdown(block, spot);
  const title = block.attributes?.['title'];
  return html === undefined || title === undefined ? undefined : { kind: 'expand', title, html };
};

export const buildTakeaway: Build = (block, spot) => {
  const html = readMarkdown(block, spot);
  const title = block.attributes?.['title'];
  return html === undefined || title === undefined ? undefined : { kind: 'takeaway', title, html };
};

export const buildTabs: Build = (block, spot) => {
  if (isEmpty(block, spot)) return undefined;
  const { faults } = spot.ctx;
  const tabs = block.node.children.flatMap((child) => {
    if (child.type !== 'containerDirective' || child.name !== 'tab') {
      faults.add('block.place', placeIn(spot.fragment, startOf(child)), {
        message: 'Here is something that is no tab.',
        expected: 'nothing but :::tab{title="…"} … ::: within ::::tabs',
        fix: 'Move it into a tab, or out of the tabs. The outer ::::tabs has one colon more than the tabs in it.',
      });
      return [];
    }
    const tab = readBlock(child, spot.fragment, faults);
    const html = tab && readMarkdown(tab, spot);
    const title = tab?.attributes?.['title'];
    return html === undefined || title === undefined ? [] : [{ title, html }];
  });
  return { kind: 'tabs', tabs };
};

export const buildSteps: Build = (block, spot) => {
  const content = readYaml(block, stepsSource, spot);
  if (!content) return undefined;
  const steps = content.value.map(({ title }, index) => ({ title, html: content.flow(index, 'text').html }));
  return { kind: 'steps', steps };
};
