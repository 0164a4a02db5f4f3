/** Which component shows a route, and where its code comes from: it is fetched when first shown. */
import { html, type TemplateResult } from 'lit';
import { t } from '../locale.ts';
import type { PlayerStore } from '../store.ts';
import type { Route } from './route.ts';

export interface LazyPage {
  tag: string;
  load: () => Promise<unknown>;
  draw: (store: PlayerStore, visit: number) => TemplateResult;
}

const pages = {
  left: {
    tag: 'cm-remaining-page',
    load: () => import('./remaining-page.ts'),
    draw: (store, visit) => html`<cm-remaining-page .store=${store} .visit=${visit}></cm-remaining-page>`,
  },
  handouts: {
    tag: 'cm-handouts-page',
    load: () => import('./handouts-page.ts'),
    draw: (store, visit) => html`<cm-handouts-page .store=${store} .visit=${visit}></cm-handouts-page>`,
  },
  notes: {
    tag: 'cm-notes-page',
    load: () => import('../notes/notes-page.ts'),
    draw: (store, visit) => html`<cm-notes-page .store=${store} .visit=${visit}></cm-notes-page>`,
  },
  mastery: {
    tag: 'cm-mastery-page',
    load: () => import('../mastery/mastery-page.ts'),
    draw: (store, visit) => html`<cm-mastery-page .store=${store} .visit=${visit}></cm-mastery-page>`,
  },
  certificate: {
    tag: 'cm-certificate-page',
    load: () => import('./certificate-page.ts'),
    draw: (store, visit) => html`<cm-certificate-page .store=${store} .visit=${visit}></cm-certificate-page>`,
  },
} satisfies Record<string, LazyPage>;

export const offerPage: LazyPage = {
  tag: 'cm-offer-page',
  load: () => import('./offer-page.ts'),
  draw: (store, visit) => html`<cm-offer-page .store=${store} .visit=${visit}></cm-offer-page>`,
};

type Other = Exclude<Route, { kind: 'section' }>;

export function pageOf(route: Other): LazyPage {
  switch (route.kind) {
    case 'page':
      return {
        tag: 'cm-text-page',
        load: () => import('./text-page.ts'),
        draw: (store, visit) =>
          html`<cm-text-page .store=${store} .visit=${visit} .page=${route.id}></cm-text-page>`,
      };
    case 'assessment':
      return {
        tag: 'cm-assessment-page',
        load: () => import('../assessment/assessment-page.ts'),
        draw: (store, visit) =>
          html`<cm-assessment-page .store=${store} .visit=${visit} .step=${route.part}></cm-assessment-page>`,
      };
    case 'sources':
      return {
        tag: 'cm-sources-page',
        load: () => import('./sources-page.ts'),
        draw: (store, visit) =>
          html`<cm-sources-page .store=${store} .visit=${visit} .asked=${route.part}></cm-sources-page>`,
      };
    case 'glossary':
      return {
        tag: 'cm-glossary-page',
        load: () => import('./glossary-page.ts'),
        draw: (store, visit) =>
          html`<cm-glossary-page .store=${store} .visit=${visit} .asked=${route.part}></cm-glossary-page>`,
      };
    case 'search':
      return {
        tag: 'cm-search-page',
        load: () => import('./search-page.ts'),
        draw: (store, visit) =>
          html`<cm-search-page .store=${store} .visit=${visit} .asked=${route.part}></cm-search-page>`,
      };
    case 'recall':
      return {
        tag: 'cm-recall-page',
        load: () => import('../recall/recall-page.ts'),
        draw: (store, visit) =>
          html`<cm-recall-page .store=${store} .visit=${visit} .lesson=${route.part}></cm-recall-page>`,
      };
    case 'lesson-end':
      return {
        tag: 'cm-lesson-end',
        // it comes with the shell: on the way from lesson to lesson nothing is waited for
        load: () => Promise.resolve(),
        draw: (store, visit) =>
          html`<cm-lesson-end .store=${store} .visit=${visit} .index=${route.index}></cm-lesson-end>`,
      };
    case 'left':
    case 'handouts':
    case 'notes':
    case 'mastery':
    case 'certificate':
      return pages[route.kind];
  }
}

/** For the window's title. */
export function titleOf(store: PlayerStore, route: Other): string {
  switch (route.kind) {
    case 'page':
      return store.text.pages[route.id] ?? '';
    case 'assessment':
      return t('test.title');
    case 'certificate':
      return t('cert.title');
    case 'lesson-end':
      return t('lesson-end.title', { number: route.index + 1 });
    case 'left':
    case 'glossary':
    case 'notes':
    case 'recall':
    case 'mastery':
    case 'sources':
    case 'search':
    case 'handouts':
      return t(`${route.kind}.title`);
  }
}
