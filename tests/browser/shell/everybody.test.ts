/** For everybody: what axe finds, narrow frames, sizes of what is pressed, both themes. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { oddlyJoined } from '../../spoken-names.ts';
import {
  answer,
  calm,
  findAll,
  follow,
  goTo,
  launch,
  launchCover,
  objections,
  open,
  press,
  readAll,
  settled,
  takeForm,
  unfold,
} from './harness.ts';

/** Every screen, by how a learner gets there. Each is opened once, and looked at in every way. */
const screens: Record<string, () => Promise<unknown>> = {
  'while connecting': async () => open({ waits: true }),
  'the cover': () => launchCover({ course: { faces: true } }),
  'the cover, unfolded': async () => {
    await launchCover();
    await userEvent.click(page.getByText('What this course is, and what it isn’t'));
  },
  'the first section': () => launch(),
  'the end of a lesson': async () => {
    await readAll(await launch());
    await goTo('compass/done');
  },
  'the end of a lesson that was not read': () => launch({ at: 'privacy/done' }),
  'a later section': () => launch({ at: 'compass-more' }),
  'a lesson with a note': () => launch({ at: 'privacy' }),
  'an optional section': () => launch({ at: 'privacy-hard' }),
  'a closed section': () => launch({ course: { gating: 'in-order' }, at: 'privacy-end' }),
  'without a learning site': () => launch({ launch: { connected: false } }),
  review: () => launch({ launch: { mode: 'review' } }),
  'back again': async () => {
    const visit = await launch();
    await visit.saved();
    await launch({ launch: { saved: visit.stored } });
  },
  'what is left': () => launch({ at: 'left' }),
  'the glossary': () => launch({ at: 'glossary' }),
  'the learner’s own notes, none yet': () => launch({ at: 'notes' }),
  'the handouts': () => launch({ at: 'handouts' }),
  'the sources': () => launch({ at: 'sources/second' }),
  'a page': () => launch({ at: 'summary' }),
  'the start of the assessment': () => launch({ at: 'assessment' }),
  'a question': async () => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await answer(true);
    await press('Flag to look at again');
  },
  'all questions': async () => {
    await screens['a question']!();
    await goTo('assessment/overview');
  },
  'the warning before submitting': async () => {
    await screens['all questions']!();
    await press('Submit my answers');
  },
  results: async () => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, false, undefined, false]);
    await unfold();
    await press('Open all');
  },
  'the end': async () => {
    const visit = await launch();
    await readAll(visit);
    await goTo('assessment');
    await press('Begin');
    await takeForm([true, true, true, true]);
    await goTo('left');
  },
  'the certificate': async () => {
    await screens['the end']!();
    await goTo('certificate');
  },
  'after save and exit': async () => {
    await launch();
    await press('Save and exit');
  },
  'help lines': async () => {
    await launch();
    await press('Help lines');
  },
  'a term': async () => {
    await launch();
    await follow('mutual');
  },
};

afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

interface Tree {
  frame: { id: string; url: string };
  childFrames?: Tree[];
}

interface Protocol {
  send(method: 'Page.getFrameTree'): Promise<{ frameTree: Tree }>;
  send(
    method: 'Accessibility.getFullAXTree',
    options: { frameId: string },
  ): Promise<{ nodes: { ignored: boolean; name?: { value: string } }[] }>;
}

/** Names as Chromium puts them together, that no writer would. */
async function oddNames(): Promise<string[]> {
  const protocol = cdp() as unknown as Protocol;
  const { frameTree } = await protocol.send('Page.getFrameTree');
  const all = (tree: Tree): Tree['frame'][] => [tree.frame, ...(tree.childFrames ?? []).flatMap(all)];
  // the address's part behind # may be newer than what the protocol knows
  const here = all(frameTree).find(({ url }) => url.split('#')[0] === location.href.split('#')[0]);
  if (!here) throw new Error('The frame of the test is not in the tree.');
  const { nodes } = await protocol.send('Accessibility.getFullAXTree', { frameId: here.id });
  const names = nodes.filter(({ ignored }) => !ignored).map(({ name }) => name?.value ?? '');
  expect(names.filter(Boolean).length).toBeGreaterThan(5);
  return oddlyJoined(names);
}

describe.each(Object.keys(screens))('%s', (name) => {
  beforeAll(async () => {
    await page.viewport(390, 780);
    await screens[name]!();
    await calm();
  });

  it.each([390, 320])('is cut off and scrolls sideways nowhere at %i px', async (width) => {
    await page.viewport(width, 780);
    await calm();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const wider = findAll('*').filter((element) => {
      const box = element.getBoundingClientRect();
      const hidden = element.closest('.for-ear, .skip, svg') !== null || box.width === 0;
      return !hidden && box.right > width + 1;
    });
    expect(wider.map((element) => element.outerHTML.slice(0, 120))).toEqual([]);
  });

  it('has nothing to press that is lower than 44 px', async () => {
    await page.viewport(390, 780);
    await calm();
    // links within a line of text are as high as the text (WCAG 2.5.8 excepts them)
    const inText = (element: Element): boolean =>
      getComputedStyle(element).display === 'inline' || element.classList.contains('skip');
    const small = findAll(
      'button, a[href], summary, select, label:has(input), input:not([type="radio"], [type="checkbox"])',
    ).filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const reach = Number.parseFloat(getComputedStyle(element, '::after').height) || 0;
      return width > 0 && !inText(element) && Math.max(height, reach) < 43.5;
    });
    expect(
      small.map((element) => `${element.getBoundingClientRect().height} ${element.outerHTML.slice(0, 120)}`),
    ).toEqual([]);
  });

  it('says no name twice: what a pointer is told is told to a screen reader as the name, or not at all', () => {
    const twice = findAll('[title]:is([aria-label], [aria-labelledby])');
    expect(twice.map((element) => element.outerHTML.slice(0, 120))).toEqual([]);
  });

  it('has no name that is read with a gap: each is put together as a sentence is written', async () => {
    await page.viewport(1280, 800);
    await calm();
    expect(await oddNames()).toEqual([]);
  });

  it.each(['light', 'dark'])('has nothing that axe finds, in the %s', async (theme) => {
    await page.viewport(650, 800);
    document.documentElement.dataset['theme'] = theme;
    await calm();
    expect(await objections()).toEqual([]);
  });
});

it('axe finds nothing in the outline, beside the page or as a drawer', async () => {
  await page.viewport(1280, 800);
  await launch();
  expect(await objections()).toEqual([]);
  await page.viewport(390, 780);
  await launch();
  await press('Course outline');
  expect(await objections()).toEqual([]);
});

it('the text grows with the browser’s size of letters', async () => {
  await page.viewport(390, 780);
  document.documentElement.style.fontSize = '200%';
  await launch({ at: 'compass-more' });
  const wide = findAll('*').filter((element) => element.getBoundingClientRect().right > 391);
  expect(wide.map((element) => element.outerHTML.slice(0, 100))).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  await userEvent.click(page.getByRole('button', { name: 'Save and exit' }));
  await settled();
  document.documentElement.style.fontSize = '';
});

it.each([
  [390, '200%', 'en'],
  [390, '200%', 'es'],
  [320, '150%', 'en'],
])(
  'at %i px and letters of %s (%s) the header leaves the screen to the page',
  async (width, size, language) => {
    await page.viewport(width, 780);
    document.documentElement.style.fontSize = size;
    await launch({ at: 'compass-more' });
    if (language === 'es') await press('Español');
    await settled();
    expect(findAll('cm-header')[0]!.getBoundingClientRect().height).toBeLessThan(780 / 5);
    const buttons = findAll('cm-header button').map((button) => button.getBoundingClientRect());
    for (const { width: wide, height } of buttons.filter((box) => box.width > 0)) {
      expect(wide).toBeGreaterThanOrEqual(44);
      expect(height).toBeGreaterThanOrEqual(44);
    }
    document.documentElement.style.fontSize = '';
  },
);

it('every link on a page leads somewhere', async () => {
  await launch();
  for (const at of ['compass-start', 'privacy-start', 'left', 'sources']) {
    await goTo(at);
    const names = findAll('a[href^="#"]').map((link) => link.getAttribute('href')!.slice(1));
    for (const name of new Set(names)) {
      await goTo(name);
      if (findAll('[data-heading]').length === 0) expect.fail(`#${name} leads nowhere`);
    }
  }
});
