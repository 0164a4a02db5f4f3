/** Statements of what a learner did in the course: a lesson read, a check answered, a scenario ended, a form submitted. */
import type { ActivityEvent } from '../../learning/types.ts';
import { duration, response, SPELLING_2004 } from '../scorm/formats.ts';
import { extension, wayPoint } from './define.ts';
import { scoreOf } from './scores.ts';
import type { MadeStatement, StatementMaker } from './statement-maker.ts';

type EventOf<Type extends ActivityEvent['type']> = Extract<ActivityEvent, { type: Type }>;

export function activityStatements(maker: StatementMaker, event: ActivityEvent): MadeStatement[] {
  switch (event.type) {
    case 'lesson-completed':
      return [ofLesson(maker, event)];
    case 'check-answered':
      return [ofCheck(maker, event)];
    case 'scenario-ended':
      return [ofScenario(maker, event)];
    case 'try-submitted':
      return [...ofObjectives(maker, event), ofForm(maker, event)];
  }
}

function ofLesson(maker: StatementMaker, { type, at, lesson }: EventOf<'lesson-completed'>): MadeStatement {
  return maker.make(
    'completed',
    at,
    maker.named(type, lesson, at),
    { of: 'lesson', lesson },
    { activities: { parent: [maker.launched()] }, result: { completion: true } },
  );
}

function ofCheck(maker: StatementMaker, event: EventOf<'check-answered'>): MadeStatement {
  const { type, at, lesson, block, question, correct } = event;
  const given = response(question, event.response, SPELLING_2004);
  return maker.make(
    'answered',
    at,
    maker.named(type, block, at),
    { of: 'block', lesson, id: block },
    {
      activities: { parent: [maker.part({ of: 'lesson', lesson })] },
      result: { ...(given === undefined ? {} : { response: given }), success: correct },
    },
  );
}

function ofScenario(maker: StatementMaker, event: EventOf<'scenario-ended'>): MadeStatement {
  const { type, at, lesson, block, way, ending } = event;
  const taken = way.map(({ scene, choice }) => wayPoint(scene, choice)).join(SPELLING_2004.list);
  return maker.make(
    'responded',
    at,
    maker.named(type, block, taken, at),
    { of: 'block', lesson, id: block },
    {
      activities: { parent: [maker.part({ of: 'lesson', lesson })] },
      result: {
        completion: true,
        response: taken,
        ...(ending && { extensions: { [extension(maker.course, 'ending')]: ending } }),
      },
    },
  );
}

function ofObjectives(maker: StatementMaker, event: EventOf<'try-submitted'>): MadeStatement[] {
  const { type, at, number } = event;
  return event.objectives.map(({ id, score, mastered }) =>
    maker.make(
      'scored',
      at,
      maker.named(type, number, at, id),
      { of: 'objective', id },
      { activities: maker.triesOf(number), result: { score: scoreOf(score), success: mastered } },
    ),
  );
}

function ofForm(maker: StatementMaker, event: EventOf<'try-submitted'>): MadeStatement {
  const { type, at, number, startedAt, score, passed } = event;
  return maker.make(
    'scored',
    at,
    maker.named(type, number, at),
    { of: 'try', number },
    {
      activities: { parent: [maker.part({ of: 'assessment' })], grouping: [maker.launched()] },
      result: { score: scoreOf(score), success: passed, duration: duration(at - startedAt) },
    },
  );
}
