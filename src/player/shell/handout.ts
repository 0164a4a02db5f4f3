/** A lesson on paper: what it is for, what to take along, its words and sources, and room to write. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { layOutSheet } from '../blocks/print.ts';
import type { GlossaryEntry, LessonContent, Source } from '../../course/compiled.ts';
import { proseStyles } from '../design/prose-styles.ts';
import { t } from '../locale.ts';
import type { PlayerStore } from '../store.ts';

/** Ruled lines: as many as fill the rest of a page at most. */
const LINES = 12;

const handoutStyles = css`
  ${proseStyles}
  .print-alone .of {
    margin: 0;
    font-size: 10pt;
  }
  .print-alone .of + h1 {
    margin-top: 0;
  }
  .print-alone h2 {
    margin: 1.2em 0 0.4em;
    padding-bottom: 0.15em;
    border-bottom: 1pt solid var(--color-ink);
    font-family: var(--font-heading);
    font-size: 14pt;
    break-after: avoid;
  }
  .print-alone h3 {
    margin: 0.8em 0 0.2em;
    font-size: 12pt;
    break-after: avoid;
  }
  .print-alone ul,
  .print-alone dl,
  .print-alone .sources {
    margin: 0;
  }
  .print-alone dl > div {
    margin-bottom: 0.5em;
    break-inside: avoid;
  }
  .print-alone dt {
    font-weight: 700;
  }
  .print-alone dd {
    margin: 0;
  }
  .print-alone dd p,
  .print-alone .along p {
    margin: 0 0 0.4em;
  }
  .print-alone .along {
    break-inside: avoid;
  }
  .print-alone .sources li {
    break-inside: avoid;
  }
  .print-alone .line {
    height: 9mm;
    border-bottom: 0.5pt solid var(--color-line-strong);
  }
  .print-alone .sources {
    padding: 0;
    font-size: 9pt;
    list-style: none;
  }
  .print-alone .cite {
    color: inherit;
    text-decoration: none;
  }
`;

/** Lays it out, so that what is printed next is this handout alone. Rejects where the course's files can't be had. */
export async function layOutHandout(
  { files, language, course, text }: PlayerStore,
  id: string,
): Promise<void> {
  const [lesson, glossary, sources] = await Promise.all([
    files.lesson(language, id),
    files.glossary(language),
    files.sources(language),
  ]);
  const number = course.lessons.findIndex((one) => one.id === id) + 1;
  const words = JSON.stringify(lesson);
  const sections = new Set(lesson.sections.map((section) => section.id));
  layOutSheet(
    html`<p class="of">${text.title} · ${t('lesson.number-short', { number })}</p>
      <h1>${lesson.title}</h1>
      ${part(
        t('lesson.goals'),
        lesson.goals.map((goal) => html`<li>${goal}</li>`),
        (goals) =>
          html`<ul>
            ${goals}
          </ul>`,
      )}
      ${part(t('handout.along'), along(lesson))}
      ${part(
        t('handout.terms'),
        glossary.filter((term) => words.includes(`data-term=\\"${term.id}\\"`)).map(entry),
        (terms) => html`<dl>${terms}</dl>`,
      )}
      <h2>${t('handout.notes')}</h2>
      ${Array.from({ length: LINES }, () => html`<div class="line"></div>`)}
      ${part(
        t('sources.title'),
        sources.flatMap((source, index) =>
          source.citedIn.some((place) => sections.has(place)) ? cited(source, index + 1) : [],
        ),
        (list) =>
          html`<ul class="sources">
            ${list}
          </ul>`,
      )}`,
    handoutStyles,
  );
}

/** A heading and what is under it; nothing where that is nothing. */
function part(
  title: string,
  entries: readonly TemplateResult[],
  frame: (entries: readonly TemplateResult[]) => TemplateResult = (all) => html`${all}`,
): TemplateResult | typeof nothing {
  return entries.length === 0
    ? nothing
    : html`<h2>${title}</h2>
        ${frame(entries)}`;
}

/** The lesson's takeaways and key points, in its order. */
function along({ title, sections }: LessonContent): TemplateResult[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.kind === 'takeaway' || (block.kind === 'callout' && block.type === 'key')
        ? html`<div class="along prose">
            ${block.title === undefined || block.title === title ? nothing : html`<h3>${block.title}</h3>`}
            ${unsafeHTML(block.html)}
          </div>`
        : [],
    );
}

const entry = ({ term, definition }: GlossaryEntry): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${unsafeHTML(definition)}</dd>
  </div>`;

/** With the number that the text gives it. */
const cited = ({ title, publisher, language, url }: Source, number: number): TemplateResult =>
  html`<li>[${number}] <span lang=${language}>${title}. ${publisher}.</span> ${url ?? nothing}</li>`;
