/** The items of a form, for showing it. */
import type { Bank, Item } from '../course/compiled.ts';
import { bankLookup } from './lookup.ts';
import { keptResponse } from './responses.ts';
import type { FormEntry, Try } from './types.ts';

export interface FormItem {
  item: Item;
  entry: FormEntry;
  /** From 0, in the order shown. */
  position: number;
}

/**
 * Items and entries in the order shown. Entries whose item has left the bank are left out, and of an answer what the item
 * doesn't offer any more.
 */
export function formItems(bank: Bank, current: Try): FormItem[] {
  const { byNumber } = bankLookup(bank);
  const known = current.form.flatMap((entry) => {
    const item = byNumber.get(entry.item);
    return item ? [{ item, entry: fitting(item, entry) }] : [];
  });
  return known.map(({ item, entry }, position) => ({ item, entry, position }));
}

function fitting(item: Item, entry: FormEntry): FormEntry {
  const response = keptResponse(item, entry.response);
  if (JSON.stringify(response) === JSON.stringify(entry.response)) return entry;
  const { response: _edited, ...rest } = entry;
  return response ? { ...rest, response } : rest;
}

/** Items that have no answer yet: what the learner is warned of before submitting. */
export const unanswered = (bank: Bank, current: Try): FormItem[] =>
  formItems(bank, current).filter(({ entry }) => entry.response === undefined);
