/**
 * What stands behind the LMS's page: scorm-again, which speaks SCORM as its authors read it, or one of the project's own
 * LMSs; the strict one refuses what any known LMS refuses. Each is a script that gives the page `makeLms(launch)`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import type { LmsName } from '../../src/lms/habits.ts';

export type Version = '1.2' | '2004';

/** A dotted name and its value, as SCORM spells it: `cmi.core.lesson_status`. */
export type Cmi = Record<string, string>;

export interface Learner {
  id: string;
  name: string;
}

export interface Engine {
  version: Version;
  /** Gives the page `makeLms(launch)`, which answers `{ api, stored() }`. */
  script: string;
  /** What `makeLms` is given: the attempt as it was left, and who the learner is. */
  opening(held: Cmi, learner: Learner, given: Cmi): object;
}

export function scormAgain(version: Version): Engine {
  const [file, construct] = version === '1.2' ? ['scorm12', 'Scorm12API'] : ['scorm2004', 'Scorm2004API'];
  const bundle = createRequire(import.meta.url).resolve(`scorm-again/${file}`);
  return {
    version,
    script: `${readFileSync(bundle, 'utf8')}
function makeLms(data) {
  var api = new ${construct}({ autocommit: false, logLevel: 5 });
  api.loadFromFlattenedJSON(data);
  return { api: api, stored: function () {
    return Object.fromEntries(Object.entries(api.getFlattenedCMI()).filter(function (pair) {
      return typeof pair[1] === 'string' && pair[1] !== '';
    }));
  } };
}`,
    opening: version === '1.2' ? opening12 : opening2004,
  };
}

function opening12(held: Cmi, { id, name }: Learner, given: Cmi): Cmi {
  const over = ['passed', 'completed', 'failed'].includes(held['cmi.core.lesson_status'] ?? '');
  return {
    ...without(held, 'cmi.core.session_time', 'cmi.core.exit'),
    'cmi.core.student_id': id,
    'cmi.core.student_name': name,
    'cmi.core.credit': over ? 'no-credit' : 'credit',
    'cmi.core.lesson_mode': over ? 'review' : 'normal',
    'cmi.core.entry': entry(held, 'cmi.core.exit'),
    ...given,
  };
}

function opening2004(held: Cmi, { id, name }: Learner, given: Cmi): Cmi {
  const over = held['cmi.completion_status'] === 'completed';
  // nothing comes back unless the last exit was suspend
  const kept = held['cmi.exit'] === 'suspend' ? without(held, 'cmi.session_time', 'cmi.exit') : {};
  return {
    ...kept,
    'cmi.learner_id': id,
    'cmi.learner_name': name,
    'cmi.credit': over ? 'no-credit' : 'credit',
    'cmi.mode': over ? 'review' : 'normal',
    'cmi.entry': entry(held, 'cmi.exit'),
    ...given,
  };
}

function entry(held: Cmi, exit: string): string {
  if (Object.keys(held).length === 0) return 'ab-initio';
  return held[exit] === 'suspend' ? 'resume' : '';
}

function without(values: Cmi, ...names: string[]): Cmi {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** One of our own LMSs, by its name. It stores and reviews as that LMS does. */
async function ours(version: Version, lms: LmsName): Promise<Engine> {
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: path.resolve(import.meta.dirname, '../../src/lms/launch.ts'),
        formats: ['iife'],
        name: 'ours',
      },
    },
  });
  const [output] = [outputs].flat() as Rolldown.RolldownOutput[];
  return {
    version,
    script: `${output?.output[0].code ?? ''}
var refused = [];
function makeLms(launch) {
  var server = new Map(Object.entries(launch.held));
  var lms = ours.launchLms(launch.lms, launch.version, launch.facts, server);
  return { api: lms.api, stored: function () {
    refused = lms.refusals.map(function (call) { return [call.name, call.element, call.value, call.error].join(' '); });
    return Object.fromEntries(server);
  } };
}`,
    opening: (held, { id, name }) => ({
      lms,
      version,
      held,
      facts: { learnerId: id, learnerName: name },
    }),
  };
}

/** The one that refuses what any of them refuses. */
export const strict = (version: Version): Promise<Engine> => ours(version, 'strict');
