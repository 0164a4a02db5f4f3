import { html, nothing, type TemplateResult } from 'lit';
import type { RecordsRow } from '../shapes.ts';
import { optionsPicture, questionsPicture } from './pictures/questions.ts';
import { keyDoubts, type Doubt } from './key-doubts.ts';
import { linkTo, nothingOf, pictureOf, table, type Shown, type View } from './view.ts';
import { areLetters } from '../records/letters.ts';
import { answerWords, bar, figured, number, percent, several, text, titled, whole } from './words.ts';

export const questionsView: View = {
  id: 'questions',
  name: 'Questions',
  asks: ['questions', 'options'],
  draw(shown) {
    const rows = shown.rows('questions');
    if (rows.length === 0)
      return html`<h2>Questions</h2>
        ${nothingOf('These records name no answers.', 'Moodle’s Interactions report does, and so do statements of an LRS.')}`;
    return html`<h2>Questions</h2>
      ${doubted(keyDoubts(rows, shown.rows('options')))} ${measuredOf(rows, shown)} ${tooFewOf(rows)}
      <h3>Who chooses what</h3>
      ${options(rows, shown)}`;
  },
};

function doubted(doubts: readonly Doubt[]): TemplateResult | typeof nothing {
  if (doubts.length === 0) return nothing;
  return html`<div class="problem">
    <p>The key of these may be wrong. Look whether it is right:</p>
    <ul>
      ${doubts.map((doubt) => html`<li>${inWords(doubt)}</li>`)}
    </ul>
  </div>`;
}

const isMeasured = (row: RecordsRow): boolean => row['facility'] !== null;

function measuredOf(rows: readonly RecordsRow[], shown: Shown): TemplateResult {
  const measured = rows.filter(isMeasured);
  if (measured.length === 0)
    return html`<p class="none">
      <strong>Each question was answered by fewer than ten people</strong>, too few to say how hard it is; how
      many were right stands below. What the group gets wrong, all questions of a principle together, stands
      under ${linkTo('principles', shown.chosen, 'Principles')}.
    </p>`;
  const dots = questionsPicture(rows);
  return html`${dots ? pictureOf(dots, shown) : nothing}
  ${table('Questions, hardest first', measured, [
    {
      head: 'Question',
      cell: (row) =>
        html`${titled(row['title'], row['item'])}${row['removed'] === 1 ? html` <span class="muted">(left the course)</span>` : nothing}`,
    },
    { head: 'Answers', figure: true, cell: (row) => whole(row['answers']) },
    { head: 'Right', figure: true, cell: rightOf },
    { head: 'Share', cell: (row) => (isMeasured(row) ? bar(Number(row['facility'])) : nothing) },
    {
      head: 'Tells apart',
      figure: true,
      cell: (row) => number(row['discrimination'])?.toFixed(2) ?? '',
    },
    { head: 'Seconds', figure: true, cell: (row) => whole(row['seconds']) },
    { head: 'Remark', cell: (row) => text(row['remark']) },
  ])}`;
}

function tooFewOf(rows: readonly RecordsRow[]): TemplateResult | typeof nothing {
  const few = rows.filter((row) => !isMeasured(row));
  if (few.length === 0) return nothing;
  return html`<details ?open=${few.length === rows.length}>
    <summary>
      ${several(few.length, 'question')} with too few answers to say how hard
      ${few.length === 1 ? 'it is' : 'they are'} (under 10)
    </summary>
    ${table('Questions with too few answers', few, [
      { head: 'Question', cell: (row) => titled(row['title'], row['item']) },
      {
        head: 'Right',
        figure: true,
        cell: (row) =>
          number(row['right_answers']) === undefined
            ? ''
            : `${whole(row['right_answers'])} of ${whole(row['answers'])}`,
      },
    ])}
  </details>`;
}

function inWords({ question, instead }: Doubt): string {
  const title = titled(question['title'], question['item']);
  const remark = question['remark'] === 'check the key';
  const said = [
    ...(remark ? ['the stronger people get it wrong more often than the weaker ones'] : []),
    ...(instead
      ? [
          `the stronger half choose “${instead.words}” (${percent(instead.share)}) more often than the key (${percent(instead.key)})`,
        ]
      : []),
  ];
  return `${title}: ${said.join(', and ')}.`;
}

const rightOf = (row: RecordsRow): unknown =>
  row['facility'] === null
    ? ''
    : html`${percent(row['facility'])}
        <span class="muted">(${percent(row['facility_low'])} to ${percent(row['facility_high'])})</span>`;

function options(questions: readonly RecordsRow[], shown: Shown): TemplateResult {
  const rows = shown.rows('options');
  if (rows.length === 0)
    return nothingOf(
      'Too few answers to say anything.',
      `From ${figured(10, 'answers')} to a question on its options stand here.`,
    );
  const titles = new Map(questions.map((row) => [text(row['item']), titled(row['title'], row['item'])]));
  const items = [...new Set(rows.map((row) => text(row['item'])))];
  return html`${items.map((item) => {
    const title = titles.get(item) ?? item;
    const chosen = rows.filter((row) => row['item'] === item);
    return html`<details>
      <summary>${title}</summary>
      ${pictureOf(optionsPicture(title, item, chosen), shown, { headed: true })}
      ${table(`Who chooses what: ${title}`, chosen, [
        { head: 'Answer', cell: (row) => answerWords(row) },
        { head: 'Key', cell: (row) => (row['is_key'] === 1 ? 'right' : '') },
        { head: 'Chosen', figure: true, cell: (row) => whole(row['chosen']) },
        { head: 'Of the stronger half', figure: true, cell: (row) => percent(row['share_of_stronger']) },
        { head: 'Of the weaker half', figure: true, cell: (row) => percent(row['share_of_weaker']) },
      ])}
      ${lettersHint(
        chosen,
        questions.find((row) => row['item'] === item),
      )}
    </details>`;
  })}`;
}

function lettersHint(
  answers: readonly RecordsRow[],
  question: RecordsRow | undefined,
): TemplateResult | typeof nothing {
  if (!answers.some((row) => row['words'] === null && areLetters(text(row['response'])))) return nothing;
  const where =
    question?.['removed'] === 1
      ? 'has left the course'
      : question?.['title']
        ? 'had other answers then'
        : 'is not in this course';
  return html`<p class="hint">
    The options are the source’s letters: the question ${where}, and nobody here knows their words.
  </p>`;
}
