import { t } from './locale.ts';
import type { PlayerStore } from './store.ts';

/** The sentence that says who holds what. */
export function statusSentence({ status, counts, launch, unknownFormat }: PlayerStore): string {
  const { kind, held } = status;
  if (unknownFormat) return t('banner.newer');
  if (!counts) return t('save.review.long');
  if (launch?.connected === false) return t(held === 'device' ? 'save.no-lms.device' : 'save.no-lms.page');
  if (kind === 'saving') return t('save.saving.long');
  if (kind === 'nothing-to-save') return t('save.nothing-to-save.long');
  if (kind === 'not-saved' || held === 'page') {
    return t(held === 'device' ? 'save.not-saved.device' : 'save.not-saved.page');
  }
  return t(held === 'device' ? 'save.saved.device' : 'save.saved.lms');
}
