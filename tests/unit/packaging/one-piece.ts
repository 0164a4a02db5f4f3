/** The player in one script, as small as it can be. */
import type { OnePiece } from '../../../packaging/pack/player-files.ts';

export const onePiece = (change: Partial<OnePiece> = {}): OnePiece => ({
  script: 'export{};',
  style: '.bar{color:red}',
  modules: [],
  unable: '(function(){})();',
  template: `<!doctype html><html lang="%LANGUAGE%" dir="%DIRECTION%"><head><meta charset="utf-8" /><title>%TITLE%</title>
    <!--head--></head><body><noscript><!--p page.file-no-script--></noscript><!--content--></body></html>`,
  ...change,
});
