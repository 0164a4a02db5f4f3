import { html, type TemplateResult } from 'lit';
import type { DayOrder } from './api.ts';

/** Asks which number of a table's dates is the day. */
export const dayOrder = (
  order: DayOrder | undefined,
  say: (order: DayOrder | undefined) => unknown,
): TemplateResult =>
  html`<label for="date-order">No date in this table tells which number is the day</label>
    <select
      id="date-order"
      @change=${(event: Event) => say(((event.target as HTMLSelectElement).value || undefined) as DayOrder | undefined)}
    >
      <option value="">choose</option>
      <option value="day-first" .selected=${order === 'day-first'}>day first: 31.12.2026</option>
      <option value="month-first" .selected=${order === 'month-first'}>month first: 12/31/2026</option>
    </select>`;

/** What dates of files mean that don't tell it themselves. */
export const unclearOrder = (mean: (order: DayOrder | '') => void): TemplateResult =>
  html`<span class="order">
    <label for="order">Where a file’s dates don’t tell</label>
    <select
      id="order"
      @change=${(event: Event) => mean((event.target as HTMLSelectElement).value as DayOrder | '')}
    >
      <option value="">ask me</option>
      <option value="day-first">day first: 31.12.2026</option>
      <option value="month-first">month first: 12/31/2026</option>
    </select>
  </span>`;
