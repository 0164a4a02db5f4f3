/** What there is to do in a section: each kind of block, as a learner does it. */
import type { Locator } from 'playwright-core';
import type { Block, CheckBlock, ScenarioBlock, SortBlock } from '../../src/course/compiled.ts';
import { rightAnswer } from '../answers.ts';
import type { Learner } from './learner.ts';

const COUNTING = ['cards', 'sort', 'check', 'commitments', 'scenario', 'practice'];

export class Activities {
  private readonly learner: Learner;

  constructor(learner: Learner) {
    this.learner = learner;
  }

  /** In the section that is open, what an LRS hears of, once, and what it must not hear of. */
  async doTold(): Promise<void> {
    const { blocks } = this.learner.course.content(await this.learner.section());
    for (const [index, block] of blocks.entries()) {
      const place = this.learner.frame.locator('cm-section-page .blocks > *').nth(index);
      if (block.kind === 'scenario') await this.choose(place, block.scenes.length, 'first');
      else if (block.kind === 'check' || block.kind === 'reflection') await this.doBlock(place, block);
    }
  }

  /** Everything in the section that is open, from top to bottom. Tells the kinds that it met. */
  async doAll(): Promise<string[]> {
    const { blocks } = this.learner.course.content(await this.learner.section());
    for (const [index, block] of blocks.entries()) {
      const place = this.learner.frame.locator('cm-section-page .blocks > *').nth(index);
      await this.doBlock(place, block);
      if (COUNTING.includes(block.kind)) await place.locator('.head .done').waitFor();
    }
    return blocks.map(({ kind }) => kind);
  }

  private async doBlock(place: Locator, block: Block): Promise<void> {
    const { input } = this.learner;
    switch (block.kind) {
      case 'prose':
      case 'callout':
        return this.readText(place);
      case 'figure':
        if (block.description) await this.unfold(place);
        return undefined;
      case 'expand':
        return this.unfold(place);
      case 'tabs':
        return this.turnTabs(place, block.tabs.length);
      case 'steps':
      case 'takeaway':
        return place.locator('li').first().waitFor();
      case 'cards':
        for (let card = 0; card < block.cards.length; card++) {
          await input.press(place.locator('.front').nth(card));
          await place.locator('.back').nth(card).locator('.prose').waitFor();
        }
        return undefined;
      case 'sort':
        return this.sort(place, block);
      case 'check':
        return this.check(place, block);
      case 'reflection':
        return input.write(place.locator('textarea'), 'For me alone.');
      case 'compare':
        await input.write(place.locator('textarea'), 'In words of my own.');
        await input.press(place.locator('.actions .button'));
        await place.locator('.model').waitFor();
        return input.pick(place.locator('.point input').first());
      case 'commitments':
        return input.pick(place.locator('input').first());
      case 'scenario':
        return this.scenario(place, block);
      case 'confidence':
        return input.pick(place.locator('fieldset').first().locator('input[value="4"]'));
      case 'practice':
        return this.practice(place, block.file);
    }
  }

  /** A word of the glossary is asked for where there is one. */
  private async readText(place: Locator): Promise<void> {
    const { frame, input } = this.learner;
    const term = place.locator('a.term').first();
    if ((await term.count()) === 0) return;
    await input.press(term);
    const dialog = frame.locator('cm-term-dialog dialog[open]');
    await dialog.locator('.prose').waitFor();
    await input.press(dialog.locator('.close'));
    await dialog.waitFor({ state: 'detached' });
  }

  private async unfold(place: Locator): Promise<void> {
    await this.learner.input.press(place.locator('summary').first());
    await place.locator('details[open] .prose').first().waitFor();
  }

  private async turnTabs(place: Locator, count: number): Promise<void> {
    for (let tab = 1; tab < count; tab++) {
      await this.learner.input.turnTo(place.getByRole('tab').nth(tab));
      await place.getByRole('tabpanel').nth(0).waitFor();
    }
  }

  /** Wrong at first, then right. */
  private async sort(place: Locator, { cards, buckets }: SortBlock): Promise<void> {
    const { input } = this.learner;
    for (const [index, card] of cards.entries()) {
      const bucket = index === 0 ? buckets.find(({ id }) => id !== card.bucket)?.id : card.bucket;
      await input.pick(place.locator(`input[name="${card.id}"][value="${bucket ?? ''}"]`));
    }
    await input.press(place.locator('.actions .button'));
    await place.locator('.verdict.partly').waitFor();
    await input.press(place.locator('.actions .quiet'));
    await input.pick(place.locator(`input[name="${cards[0]?.id ?? ''}"][value="${cards[0]?.bucket ?? ''}"]`));
    await input.press(place.locator('.actions .button'));
    await place.locator('.verdict.right').waitFor();
  }

  private async check(place: Locator, { question }: CheckBlock): Promise<void> {
    const { input } = this.learner;
    await this.learner.answer(place.locator('cm-question'), question, rightAnswer(question));
    await input.press(place.locator('.actions .button'));
    await place.locator('.verdict.right').waitFor();
  }

  /** The first choice everywhere, to an ending; then another way, to another one. */
  private async scenario(place: Locator, { scenes }: ScenarioBlock): Promise<void> {
    await this.choose(place, scenes.length, 'first');
    await this.learner.input.press(place.locator('.debrief .actions .button'));
    await place.locator('.debrief').waitFor({ state: 'detached' });
    await this.choose(place, scenes.length, 'last');
  }

  /** The first choice everywhere, or the last one, to an ending. */
  private async choose(place: Locator, most: number, which: 'first' | 'last'): Promise<void> {
    for (let scene = 0; scene < most && (await place.locator('.debrief').count()) === 0; scene++) {
      await this.learner.input.press(place.locator('button.choice')[which]());
      await place.locator('.way > li').nth(scene).waitFor();
    }
    await place.locator('.debrief .last').waitFor();
  }

  private async practice(place: Locator, file: string): Promise<void> {
    const { learner } = this;
    const items = learner.course.practice(file);
    for (let done = 0; done < items.length; done++) {
      const question = place.locator('cm-question');
      const item = await learner.whichOf(question, items);
      await learner.answer(question, item, rightAnswer(item));
      await learner.input.press(place.locator('.actions .button'));
      await place.locator('.verdict.right').waitFor();
      await learner.input.press(place.locator('.actions .button'));
    }
    await place.locator('.summary').waitFor();
  }
}
