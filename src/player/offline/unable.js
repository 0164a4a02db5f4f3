/* For the one file of the offline edition, where the player doesn't start. In the oldest language, so that it runs anywhere. The */
/* player marks the page when its module runs, and takes the mark away where it gives up. */
(function () {
  'use strict';

  /* what no build target can put right: as in `too-old.js` */
  function able() {
    return 'adoptedStyleSheets' in document && 'HTMLDialogElement' in window && 'findLast' in Array.prototype;
  }

  /* a file that was cut short has lost the end of its course or its player */
  function look() {
    if (document.documentElement.hasAttribute('data-started') && able()) return;
    document.getElementById(able() ? 'incomplete' : 'too-old').hidden = false;
  }

  document.addEventListener('cm-not-started', look);
  window.addEventListener('load', look);
})();
