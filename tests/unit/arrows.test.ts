/**
 * The order of the rooms, as lint holds it: each may import what stands here, and lint is red at any other. A probe in
 * each room imports every other. A new room has no line here and fails.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Of this room types alone. */
const types = (room: string): string => `types of ${room}`;

const DEVICE = 'src/tracking/device';
const SESSION = 'src/tracking/session';
const LEARNING = ['src/course', 'src/learning'];
const COMPONENT = [
  'src/course',
  'src/player',
  'src/player/design',
  'src/player/strings',
  ...['src/learning', 'src/tracking', DEVICE, SESSION].map(types),
];
const BLOCK = [...COMPONENT, 'src/player/questions'];
const ON_BLOCKS = [...BLOCK, 'src/player/blocks'];
const OWN_PAGES = ['src/player/notes', 'src/player/recall', 'src/player/mastery'];
const PAGE = [
  'src/course',
  'src/lms',
  'src/player/design',
  'packaging',
  'packaging/compile',
  'packaging/pack',
  'packaging/check',
  'packaging/sheets',
  'src/workbench',
  ...['check', 'frame', 'handover', 'records', 'records-page', 'shell', 'site', 'trial'].map(
    (room) => `src/workbench/${room}`,
  ),
];
const PURE = ['packaging', ...LEARNING];

const MAY: Readonly<Record<string, readonly string[]>> = {
  'src/course': [],
  'src/learning': ['src/course'],
  'src/lms': [types('src/course')],
  'src/tracking': [...LEARNING, DEVICE],
  'src/tracking/device': LEARNING,
  'src/tracking/session': [...LEARNING, 'src/tracking', DEVICE],
  'src/tracking/scorm': [...LEARNING, 'src/tracking', DEVICE],
  'src/tracking/lrs': [...LEARNING, 'src/tracking', DEVICE],
  'src/player': [...LEARNING, 'src/tracking', DEVICE, SESSION, 'src/player/design', 'src/player/strings'],
  'src/player/design': [types('src/course')],
  'src/player/strings': [],
  'src/player/questions': COMPONENT,
  'src/player/blocks': BLOCK,
  'src/player/assessment': ON_BLOCKS,
  'src/player/notes': [...ON_BLOCKS, ...OWN_PAGES],
  'src/player/recall': [...ON_BLOCKS, ...OWN_PAGES],
  'src/player/mastery': [...ON_BLOCKS, ...OWN_PAGES],
  'src/player/reading': ['src/course', 'src/player', 'src/player/design', 'src/player/strings'],
  'src/player/search': [types('src/course')],
  'src/player/shell': [
    ...ON_BLOCKS,
    ...OWN_PAGES,
    'src/player/assessment',
    'src/player/reading',
    'src/player/search',
  ],
  'src/player/offline': ['src/course', 'src/player', 'src/player/design', 'src/tracking', SESSION],
  'src/workbench': PAGE,
  'src/workbench/check': PAGE,
  'src/workbench/frame': PAGE,
  'src/workbench/handover': PAGE,
  'src/workbench/records': PAGE,
  'src/workbench/records-page': PAGE,
  'src/workbench/server': PAGE,
  'src/workbench/shell': PAGE,
  'src/workbench/site': PAGE,
  'src/workbench/trial': PAGE,
  packaging: [],
  'packaging/compile': PURE,
  'packaging/pack': [...PURE, 'packaging/compile', 'src/player/strings', 'src/tracking'],
  'packaging/check': [...PURE, 'packaging/compile', 'packaging/pack'],
  'packaging/sheets': [
    ...PURE,
    'packaging/compile',
    'packaging/pack',
    'src/lms',
    'src/tracking',
    DEVICE,
    SESSION,
    'src/tracking/scorm',
    'src/tracking/lrs',
  ],
};

/** These know a disk, a browser or a process, and nothing that a learner or a page runs may reach them. */
const FREE = ['packaging/commands', 'packaging/launch', 'packaging/player', 'packaging/report'];

/** With folders of their own. */
const HALLS = ['src/player', 'src/tracking', 'src/workbench', 'packaging'];

async function roomsOnDisk(): Promise<string[]> {
  const within = async (folder: string): Promise<string[]> => {
    const entries = await readdir(path.join(ROOT, folder), { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
  };
  return ['packaging', ...(await within('src')), ...(await Promise.all(HALLS.map(within))).flat()];
}

interface Probe {
  from: string;
  to: string;
  isType: boolean;
}

/** What a file of a room says to import one of another, a line each. */
function probesOf(from: string, rooms: readonly string[]): Probe[] {
  const others = rooms.filter((room) => room !== from);
  return others.flatMap((to) => [false, true].map((isType) => ({ from, to, isType })));
}

function sourceOf(probes: readonly Probe[]): string {
  return probes
    .map(({ from, to, isType }, at) => {
      const address = path.relative(from, path.join(to, 'other.ts'));
      return `import ${isType ? 'type ' : ''}{ probe as p${at} } from '${address.startsWith('.') ? address : `./${address}`}';\n`;
    })
    .join('');
}

const isRight = ({ from, to, isType }: Probe): boolean =>
  MAY[from]!.includes(to) || (isType && MAY[from]!.includes(types(to)));

const told = ({ from, to, isType }: Probe): string => `${from} imports ${isType ? types(to) : to}`;

interface Report {
  diagnostics: readonly { filename: string; labels: readonly { span: { line: number } }[] }[];
}

/** The probes at which lint is red. */
async function red(folder: string, probes: ReadonlyMap<string, readonly Probe[]>): Promise<Probe[]> {
  const oxlint = path.join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const out = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [oxlint, '-f', 'json', 'src', 'packaging'],
      { cwd: folder, maxBuffer: 2 ** 26 },
      (_, stdout) => resolve(stdout),
    );
  });
  const { diagnostics } = JSON.parse(out) as Report;
  return diagnostics.flatMap(({ filename, labels }) => {
    const probe = probes.get(path.dirname(filename))?.[(labels[0]?.span.line ?? 0) - 1];
    return probe ? [probe] : [];
  });
}

/** The project's, of which these tests ask one rule. */
async function settings(): Promise<string> {
  const text = await readFile(path.join(ROOT, '.oxlintrc.json'), 'utf8');
  const { overrides } = JSON.parse(text.replaceAll(/^\s*\/\/.*$/gm, '')) as {
    overrides: readonly { files: string[]; rules: Record<string, unknown> }[];
  };
  const rule = 'no-restricted-imports';
  const kept = overrides.filter(({ rules }) => rule in rules);
  return JSON.stringify({
    plugins: [],
    categories: { correctness: 'off' },
    overrides: kept.map(({ files, rules }) => ({ files, rules: { [rule]: rules[rule] } })),
  });
}

describe('the order of the rooms', () => {
  let folder: string;
  let rooms: string[];
  let found: Probe[];
  const probes = new Map<string, Probe[]>();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'rooms-'));
    rooms = await roomsOnDisk();
    await writeFile(path.join(folder, '.oxlintrc.json'), await settings());
    for (const room of Object.keys(MAY)) {
      probes.set(room, probesOf(room, rooms));
      await mkdir(path.join(folder, room), { recursive: true });
      await writeFile(path.join(folder, room, 'probe.ts'), sourceOf(probes.get(room)!));
    }
    found = await red(folder, probes);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('names every room', () => {
    expect([...Object.keys(MAY), ...FREE].toSorted()).toEqual(rooms.toSorted());
  });

  it('holds each arrow that is not here', () => {
    const isRed = new Set(found);
    const loose = [...probes.values()].flat().filter((probe) => !isRight(probe) && !isRed.has(probe));
    expect(loose.map(told)).toEqual([]);
  });

  it('lets each arrow be that is here', () => {
    expect(found.filter(isRight).map(told)).toEqual([]);
  });
});
