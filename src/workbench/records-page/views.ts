/** The pages of the records, in the order in which they stand. */
import { dilemmasView, thursdayView, weeksView } from './group-views.ts';
import { nowView } from './now-view.ts';
import { peopleView, personView } from './people-view.ts';
import { principlesView } from './principles-view.ts';
import { questionsView } from './questions-view.ts';
import type { View } from './view.ts';

export const VIEWS: readonly View[] = [
  nowView,
  peopleView,
  principlesView,
  questionsView,
  dilemmasView,
  weeksView,
  thursdayView,
];

/** Reached from a name, and not from the list of pages. */
export const viewOf = (id: string): View => [...VIEWS, personView].find((view) => view.id === id) ?? nowView;
