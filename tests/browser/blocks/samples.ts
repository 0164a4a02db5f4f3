/* oxlint-disable unicorn/no-thenable -- `then` is the authors' word for where a choice leads */
/** One of each block, as the compiler would give them. */
import type {
  Block,
  CardsBlock,
  CheckBlock,
  CommitmentsBlock,
  CompareBlock,
  PracticeBlock,
  ReflectionBlock,
  ScenarioBlock,
  SortBlock,
  TabsBlock,
  TakeawayBlock,
} from '../../../src/course/compiled.ts';
import { one } from '../questions/samples.ts';

export const check: CheckBlock = { kind: 'check', id: 'check-compass', question: one };

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 150" role="img"><title>Two cards side by side: a quick fix, and a thoughtful way.</title>
<rect class="fig-surface fig-line" x="10" y="10" width="160" height="60" rx="10"/><text class="fig-text-strong" x="90" y="36" font-size="16" text-anchor="middle">A quick fix</text><text class="fig-text-muted" x="90" y="56" font-size="14" text-anchor="middle">feels good today</text>
<rect class="fig-accent-soft fig-line-accent" x="190" y="10" width="160" height="60" rx="10"/><text class="fig-text-strong" x="270" y="36" font-size="16" text-anchor="middle">A thoughtful way</text><text class="fig-text" x="270" y="56" font-size="14" text-anchor="middle">holds tomorrow</text>
<rect class="fig-accent" x="10" y="90" width="76" height="44" rx="10"/><text class="fig-text-on" x="48" y="117" font-size="14" text-anchor="middle">accent</text>
<rect class="fig-warm" x="98" y="90" width="76" height="44" rx="10"/><text class="fig-text-on" x="136" y="117" font-size="14" text-anchor="middle">warm</text>
<rect class="fig-good-soft fig-line-good fig-dash" x="186" y="90" width="76" height="44" rx="10"/><text class="fig-text" x="224" y="117" font-size="14" text-anchor="middle">good</text>
<rect class="fig-caution-soft fig-line-caution" x="274" y="90" width="76" height="44" rx="10"/><text class="fig-text" x="312" y="117" font-size="14" text-anchor="middle">caution</text>
<path class="fig-line-strong" d="M20 142 L340 142"/></svg>`;

export const figure: Block = {
  kind: 'figure',
  picture: { svg: drawing },
  alt: 'Two cards side by side: a quick fix, and a thoughtful way.',
  caption: 'Two ways at the crossroads.',
  description: '<p>On the left stands a quick fix. On the right stands a thoughtful way.</p>',
};

export const prose: Block = {
  kind: 'prose',
  html: `<p>A <a class="term" href="#glossary" data-term="peer-specialist">peer specialist</a> walks <em>with</em> people. The Code guides you in your roles, your relationships and your levels of responsibility.<a class="cite" href="#sources" data-cite="kiva-networks" aria-label="[1] Peer Support Networks, Kiva Centers">[1]</a></p>
<h3>What it does</h3><ul><li>It tells people <strong>what to expect</strong> of you.</li><li>It helps you decide. See <a href="#compass-origins" data-go="compass-origins">where it comes from</a>.</li></ul>
<blockquote><p>Nothing about me without me.</p></blockquote>
<cm-table class="table stacks" role="region" aria-label="Word, What it means, Who decides"><table role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Word</th><th scope="col" role="columnheader">What it means</th><th scope="col" role="columnheader">Who decides</th></tr></thead><tbody role="rowgroup"><tr role="row"><td role="cell" data-label="Word">Private</td><td role="cell" data-label="What it means">Yours to share or to keep</td><td role="cell" data-label="Who decides">The person</td></tr><tr role="row"><td role="cell" data-label="Word">Permitted</td><td role="cell" data-label="What it means">May be shared under a rule</td><td role="cell" data-label="Who decides">The person, with you</td></tr></tbody></table></cm-table>
<ol><li>Pause.</li><li>Ask.</li></ol><p>Read it at <a href="https://kivacenters.org/" rel="noopener">kivacenters.org</a>.</p>`,
};

export const callouts: Block[] = [
  { kind: 'callout', type: 'key', title: 'In one sentence', html: '<p>The Code is a compass.</p>' },
  { kind: 'callout', type: 'note', html: '<p>Agency policy may be stricter.</p>' },
  { kind: 'callout', type: 'warning', html: '<p>This section speaks of suicide. You may skip it.</p>' },
  {
    kind: 'callout',
    type: 'example',
    title: 'At the clinic',
    html: '<p>Rosa asks before she sits down.</p>',
  },
];

export const expand: Block = {
  kind: 'expand',
  title: 'Is every state’s code the same?',
  html: '<p>No. Many states began with Georgia’s text and then went their own way.</p>',
};

export const tabs: TabsBlock = {
  kind: 'tabs',
  tabs: [
    { title: 'At the clinic', html: '<p>Doors are thin. Ask whether this is a good place to talk.</p>' },
    { title: 'On the street', html: '<p>Let the person decide whether you know each other.</p>' },
    { title: 'On the phone', html: '<p>Say where you are before you say why you call.</p>' },
  ],
};

export const steps: Block = {
  kind: 'steps',
  steps: [
    { title: 'Pause', html: '<p>What is happening, and what do I feel <strong>pulled</strong> to do?</p>' },
    { title: 'Ask', html: '<p>What does the person want?</p>' },
    { title: 'Use the Code', html: '<p>Which principles meet here?</p>' },
  ],
};

export const cards: CardsBlock = {
  kind: 'cards',
  id: 'compass-words',
  cards: [
    { front: 'Mutuality', back: '<p>Both people give, both people learn.</p>' },
    {
      front: 'Self-determination',
      back: '<p>People run their own lives, and decide for themselves, even when others would choose another way.</p>',
    },
    { front: 'Undue influence', back: '<p>Pressure that makes a free choice hard to make.</p>' },
  ],
};

export const sort: SortBlock = {
  kind: 'sort',
  id: 'crosses-or-respects',
  question: '<p>Does it cross the line, or does it respect the person?</p>',
  buckets: [
    { id: 'crosses', label: 'Crosses the line' },
    { id: 'respects', label: 'Respects the person' },
  ],
  cards: [
    {
      id: 'a',
      text: 'Reading a note over somebody’s shoulder.',
      bucket: 'crosses',
      why: '<p>What is on the screen was not shared with you.</p>',
    },
    {
      id: 'b',
      text: 'Asking before you sit down.',
      bucket: 'respects',
      why: '<p>The room is theirs too.</p>',
    },
    {
      id: 'c',
      text: 'Telling the team first and the person last.',
      bucket: 'crosses',
      why: '<p>Nothing about me without me.</p>',
    },
  ],
};

/** Drawings' stead, by face. */
export const PORTRAITS = {
  'dana-smile': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="8" height="8"/>',
};

export const scenario: ScenarioBlock = {
  kind: 'scenario',
  id: 'scenario-lunch-room',
  title: 'The lunch room',
  intro: '<p>Colleagues talk about somebody’s night at the emergency room.</p>',
  scenes: [
    {
      id: 'table',
      text: '<p>“You won’t guess who was in last night,” Dana says, and leans in. Two others put down their forks.</p>',
      choices: [
        {
          id: 'a',
          text: 'Say kindly that you’d rather not talk about it here.',
          then: 'quiet',
          because: '<p>It protects the person and leaves Dana’s dignity whole.</p>',
        },
        {
          id: 'b',
          text: 'Listen without saying anything.',
          then: 'on',
          because: '<p>Silence reads as agreement.</p>',
        },
      ],
    },
    {
      id: 'on',
      text: '<p>Dana goes on. A name falls. At the next table somebody has stopped eating.</p>',
      choices: [
        {
          id: 'a',
          text: 'Get up and go.',
          then: 'heard',
          because: '<p>You are out of it. The person isn’t.</p>',
        },
        {
          id: 'b',
          text: '“Let’s stop here. That’s hers to tell.”',
          then: 'late',
          because: '<p>Late is better than never.</p>',
        },
      ],
    },
    {
      id: 'quiet',
      text: '<p>Dana nods, and reddens. The talk turns to the weather.</p>',
      choices: [],
      ending: 'good',
      debrief:
        '<p>The principle at stake is <strong>privacy</strong>. You kept it without shaming anybody.</p>',
    },
    {
      id: 'heard',
      text: '<p>In the afternoon she asks you: “Did you hear it, too?”</p>',
      choices: [],
      ending: 'poor',
      debrief: '<p>What was said can’t be unsaid. Trust has to be built again.</p>',
    },
    {
      id: 'late',
      text: '<p>It is quiet for a moment. “You’re right,” Dana says.</p>',
      choices: [],
      ending: 'mixed',
      debrief: '<p>You stopped it. Some of it was out.</p>',
    },
  ],
};

export const reflection: ReflectionBlock = {
  kind: 'reflection',
  id: 'reflect-compass',
  prompt:
    '<p>Think of a time when somebody followed a rule and lost sight of you. What had you hoped they would see?</p>',
};

export const compare: CompareBlock = {
  kind: 'compare',
  id: 'compare-secret',
  prompt: '<p>“Promise that you won’t tell anybody,” says Ana. What do you answer?</p>',
  model: '<p>“I can’t promise that, and I want to hear it. Shall I say first what I keep to myself?”</p>',
  points: [
    'It says the limit before anything is told.',
    'It says so kindly.',
    'It leaves the choice to her.',
    'It stays with her.',
  ],
};

export const commitments: CommitmentsBlock = {
  kind: 'commitments',
  id: 'commit-compass',
  intro: '<p>This week I will …</p>',
  items: [
    { id: 'a', text: 'ask before I give advice.' },
    { id: 'b', text: 'bring one hard question to supervision.' },
  ],
};

export const before: Block = { kind: 'confidence', id: 'confidence-before', moment: 'before' };
export const after: Block = { kind: 'confidence', id: 'confidence-after', moment: 'after' };

export const takeaway: TakeawayBlock = {
  kind: 'takeaway',
  title: 'Take this with you',
  html: '<ul><li>The Code is a compass.</li><li>Ask the person first.</li><li>When in doubt, pause.</li></ul>',
};

export const practice: PracticeBlock = { kind: 'practice', id: 'practice-exam', file: 'exam' };

/** All, in the order of a gallery. */
export const all: Block[] = [
  prose,
  ...callouts,
  figure,
  expand,
  tabs,
  steps,
  cards,
  sort,
  check,
  scenario,
  reflection,
  compare,
  commitments,
  before,
  after,
  takeaway,
  practice,
];
