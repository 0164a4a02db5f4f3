/** The switch that hides names, and what stands where hiding leaves nothing. */
import { html, nothing, type TemplateResult } from 'lit';
import { FOR_EVERYBODY_ONLY, NOT_WHILE_HIDDEN, type QuestionName } from '../records/question-names.ts';
import { areHidden, type Chosen } from './address.ts';
import { nothingOf, type View } from './view.ts';

export function hidingForm(chosen: Chosen, choose: (chosen: Chosen) => void): TemplateResult {
  const hidden = areHidden(chosen);
  const turn = (event: Event): void => {
    const { names: _, ...rest } = chosen;
    choose((event.target as HTMLInputElement).checked ? { ...rest, names: 'hidden' } : rest);
  };
  return html`<label class="tick no-print">
      <input type="checkbox" role="switch" .checked=${hidden} @change=${turn} />
      Hide names, to show or share this
    </label>
    ${
      hidden
        ? html`<p class="hiding">
            <strong>Names are hidden.</strong> People are numbers drawn by lot. In all that sums people up no
            figure is of fewer than five; <em>People</em> and <em>Principles</em> also have a row for each
            number. Whoever knows one thing of somebody already, for example that nobody else is late, can
            still tell which row is theirs.
          </p>`
        : nothing
    }`;
}

/** Because there are too few, or since a group may be told less than everybody together. */
export function nothingWhileHidden({ name }: View, { team }: Chosen): TemplateResult {
  return html`<h2>${name}</h2>
    ${
      team
        ? nothingOf(
            'Not for one group while names are hidden, or of too few people.',
            'Choose all groups: what a few people of one group did could be had by taking the others from the whole.',
          )
        : nothingOf(
            'Nothing here is of five people or more.',
            'While names are hidden, less than that isn’t shown.',
          )
    }`;
}

/** While names are hidden less is told, and of a group less than of everybody together. */
export function asksOf({ asks }: View, chosen: Chosen): readonly QuestionName[] {
  if (!areHidden(chosen)) return asks;
  const told = asks.filter((one) => !NOT_WHILE_HIDDEN.includes(one));
  return chosen.team ? told.filter((one) => !FOR_EVERYBODY_ONLY.includes(one)) : told;
}
