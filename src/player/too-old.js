/* For browsers in which the player can't start; in the oldest language, so that it runs anywhere. The player marks the page when its module runs. */
(function () {
  'use strict';

  /* what no build target can put right; the browsers that the page names have it */
  function able() {
    return 'adoptedStyleSheets' in document && 'HTMLDialogElement' in window && 'findLast' in Array.prototype;
  }

  function look() {
    if (document.documentElement.hasAttribute('data-started') && able()) return;
    document.getElementById(location.protocol === 'file:' ? 'from-file' : 'too-old').hidden = false;
  }

  if (document.readyState === 'complete') look();
  else window.addEventListener('load', look);
})();
