/** A small course as the compiler would give it: two lessons, six items, two languages, every page that the shell has. */
import type {
  Bank,
  CourseStructure,
  CourseText,
  FirstScreen,
  GlossaryEntry,
  Item,
  LaterFiles,
  LaterWords,
  LessonContent,
  PageContent,
  Source,
  TextFile,
} from '../../../src/course/compiled.ts';
import { packPortraits } from '../../../src/course/portraits.ts';
import { isEarly, isLater } from '../../../src/player/strings/early.ts';
import en from '../../../src/player/strings/en.json';
import es from '../../../src/player/strings/es.json';

/** Portraits' stead. */
const PORTRAITS = { 'luis-calm': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>' };

const files = (language: string): CourseStructure['files'][string] => ({
  ...(language === 'en' ? {} : { first: `first-${language}` }),
  name: language === 'en' ? 'English' : 'Español',
  text: `text-${language}`,
  lessons: { compass: `lesson-compass-${language}`, privacy: `lesson-privacy-${language}` },
});

const later = (language: string): LaterFiles => ({
  rest: `rest-${language}`,
  bank: `bank-${language}`,
  practice: {},
  glossary: `glossary-${language}`,
  sources: `sources-${language}`,
  portraits: 'portraits',
  pages: { summary: `page-summary-${language}` },
});

export const structure: CourseStructure = {
  id: 'test-course',
  iri: 'https://example.org/test-course',
  version: '1.0.0',
  languages: ['en', 'es'],
  gating: 'free',
  completion: { lessons: true, checks: false, assessment: true },
  assessment: {
    passMark: 75,
    tries: 2,
    partialCredit: true,
    blueprint: [
      { objective: 'obj-purpose', count: 2 },
      { objective: 'obj-privacy', count: 2 },
    ],
  },
  status12: 'passed',
  objectives: [
    { id: 'obj-purpose', no: 0, graded: true },
    { id: 'obj-privacy', no: 1, graded: true },
  ],
  lessons: [
    {
      id: 'compass',
      no: 0,
      minutes: 4,
      optional: false,
      objectives: ['obj-purpose'],
      sections: [
        { id: 'compass-start', no: 0, optional: false, blocks: [] },
        {
          id: 'compass-more',
          no: 1,
          optional: false,
          blocks: [{ id: 'compass-check', no: 2, kind: 'check' }],
        },
      ],
    },
    {
      id: 'privacy',
      no: 1,
      minutes: 1,
      optional: false,
      objectives: ['obj-privacy'],
      sections: [
        { id: 'privacy-start', no: 3, optional: false, blocks: [] },
        { id: 'privacy-hard', no: 4, optional: true, blocks: [] },
        {
          id: 'privacy-end',
          no: 5,
          optional: false,
          blocks: [{ id: 'commit', no: 6, kind: 'commitments' }],
        },
      ],
    },
  ],
  files: { en: files('en'), es: files('es') },
};

type Language = 'en' | 'es';

/** English words, or the same marked as Spanish. */
const say = (language: Language, words: string): string => (language === 'en' ? words : `«${words}»`);

export function text(language: Language): CourseText {
  const s = (words: string): string => say(language, words);
  return {
    language,
    title: s('The Test Code'),
    description: s('A course made for tests.'),
    keywords: [],
    objectives: {
      'obj-purpose': s('You can say what the Code is for.'),
      'obj-privacy': s('You can keep a secret.'),
    },
    lessons: {
      compass: {
        title: s('A compass'),
        sections: { 'compass-start': s('The start'), 'compass-more': s('More of it') },
      },
      privacy: {
        title: s('What is shared'),
        sections: {
          'privacy-start': s('A secret'),
          'privacy-hard': s('Harder words'),
          'privacy-end': s('The end'),
        },
      },
    },
    pages: { summary: s('Summary') },
    disclaimer: `<p>${s('This is not the official text.')}</p>`,
    help: [
      { name: '988', what: s('Call or text, day and night.'), tel: '988', url: 'https://988lifeline.org' },
      { name: s('A friend'), what: s('Somebody you trust.') },
    ],
    ui: language === 'en' ? en : { ...en, ...es },
  };
}

export function lesson(language: Language, id: 'compass' | 'privacy'): LessonContent {
  const s = (words: string): string => say(language, words);
  const sections = {
    compass: [
      {
        id: 'compass-start',
        title: s('The start'),
        blocks: [
          {
            kind: 'prose' as const,
            html: `<p>${s('A')} <a class="term" href="#glossary" data-term="mutuality">${s('mutual')}</a> ${s('word')}.<a class="cite" href="#sources" data-cite="second">[2]</a> <a href="#privacy-end" data-go="privacy-end">${s('to the end')}</a></p>`,
          },
        ],
      },
      {
        id: 'compass-more',
        title: s('More of it'),
        blocks: [
          {
            kind: 'check' as const,
            id: 'compass-check',
            question: { ...items(language)[0]!, stem: `<p>${s('A check?')}</p>` },
          },
        ],
      },
    ],
    privacy: [
      {
        id: 'privacy-start',
        title: s('A secret'),
        blocks: [{ kind: 'prose' as const, html: `<p>${s('Once told')}.</p>` }],
      },
      {
        id: 'privacy-hard',
        title: s('Harder words'),
        blocks: [{ kind: 'prose' as const, html: `<p>${s('Hard')}.</p>` }],
      },
      {
        id: 'privacy-end',
        title: s('The end'),
        blocks: [
          { kind: 'prose' as const, html: `<p>${s('The end is near')}.</p>` },
          {
            kind: 'commitments' as const,
            id: 'commit',
            intro: s('This week I will …'),
            items: [
              { id: 'a', text: s('go slowly') },
              { id: 'b', text: s('ask for counsel') },
            ],
          },
        ],
      },
    ],
  };
  return {
    id,
    title: text(language).lessons[id]!.title,
    goals: [s('say what it is for')],
    people: [{ face: 'luis-calm', alt: s('Luis: a man with a beard') }],
    ...(id === 'privacy' ? { note: `<p>${s('This lesson speaks of abuse.')}</p>` } : {}),
    sections: sections[id],
  };
}

/** Item 1 to 6: the first three test the purpose, the others privacy; the right answer is always option b. */
export function items(language: Language): Item[] {
  return [1, 2, 3, 4, 5, 6].map((number) => {
    const option = (
      id: string,
      right: boolean,
    ): { id: string; text: string; plain: string; right: boolean; why: string } => {
      const words = say(language, `${right ? 'Right' : 'Wrong'} answer ${id} to ${number}`);
      return {
        id,
        text: words,
        plain: words,
        right,
        why: `<p>${say(language, `Because of ${id} in ${number}`)}</p>`,
      };
    };
    return {
      type: 'one',
      id: `item-${number}`,
      no: number - 1,
      name: say(language, `Item ${number}`),
      objective: number <= 3 ? 'obj-purpose' : 'obj-privacy',
      level: 'judgement',
      teaches: number <= 3 ? 'compass-more' : 'privacy-start',
      stem: `<p>${say(language, `What of ${number}?`)}</p>`,
      plain: say(language, `What of ${number}?`),
      shuffle: true,
      options: [option('a', false), option('b', true), option('c', false)],
    };
  });
}

const glossary = (language: Language): GlossaryEntry[] => [
  {
    id: 'mutuality',
    term: say(language, 'Mutuality'),
    definition: `<p>${say(language, 'Both give and both learn.')}</p>`,
  },
  { id: 'ethics', term: say(language, 'Ética'), definition: `<p>${say(language, 'What guides you.')}</p>` },
];

const sources: Source[] = [
  {
    key: 'first',
    title: 'The first source',
    publisher: 'Press',
    language: 'en',
    read: '2026-11-25',
    note: { en: 'A stored copy.', es: 'Una copia guardada.' },
    citedIn: ['compass-more'],
  },
  {
    key: 'second',
    title: 'The second source',
    publisher: 'Press',
    language: 'en',
    read: '2026-11',
    note: { en: 'In English alone.' },
    url: 'https://www.example.org/second/',
    citedIn: ['compass-start', 'summary'],
  },
];

/** Every file by its name, as a web server has them. */
export function courseFiles(): Map<string, unknown> {
  const all = new Map<string, unknown>([['portraits', packPortraits(PORTRAITS, Object.keys(PORTRAITS))]]);
  for (const language of ['en', 'es'] as const) {
    const page: PageContent = {
      id: 'summary',
      title: text(language).pages['summary']!,
      blocks: [
        { kind: 'prose', html: `<h2>${say(language, 'In short')}</h2><p>${say(language, 'Be kind')}.</p>` },
      ],
    };
    const bank: Bank = { language, items: items(language) };
    all.set(`first-${language}`, first(language));
    const { disclaimer, help, ui, ...words } = text(language);
    const near = { ...words, help: [], ui: pick(ui, (key) => !isLater(key)), files: later(language) };
    all.set(`text-${language}`, near satisfies TextFile);
    all.set(`rest-${language}`, {
      ...(disclaimer !== undefined && { disclaimer }),
      help,
      ui: pick(ui, isLater),
    } satisfies LaterWords);
    all.set(`lesson-compass-${language}`, lesson(language, 'compass'));
    all.set(`lesson-privacy-${language}`, lesson(language, 'privacy'));
    all.set(`bank-${language}`, bank);
    all.set(`glossary-${language}`, glossary(language));
    all.set(`sources-${language}`, sources);
    all.set(`page-summary-${language}`, page);
  }
  return all;
}

const pick = (words: CourseText['ui'], wanted: (key: string) => boolean): CourseText['ui'] =>
  Object.fromEntries(Object.entries(words).filter(([key]) => wanted(key)));

/** As the packager cuts it. */
export function first(language: Language): FirstScreen {
  const { disclaimer: _later, ...words } = text(language);
  return {
    text: {
      ...words,
      objectives: {},
      pages: {},
      help: [],
      lessons: {},
      ui: pick(words.ui, isEarly),
    },
  };
}
