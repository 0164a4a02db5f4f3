/* For pages in which the player doesn't start. In the oldest language, so that it runs anywhere, and small, since every page */
/* fetches it. The player marks the page when its module runs, and takes the mark away where it gives up. What can be told */
/* only by asking for files again is left to `not-started.js`. */
(function () {
  'use strict';

  var here = document.currentScript;
  var said = false;

  /* what no build target can put right; the browsers that the page names have it */
  function able() {
    return 'adoptedStyleSheets' in document && 'HTMLDialogElement' in window && 'findLast' in Array.prototype;
  }

  function look() {
    if (said || (document.documentElement.hasAttribute('data-started') && able())) return;
    said = true;
    show('late', true);
    if (location.protocol === 'file:') show('from-file');
    else if (!able()) show('too-old');
    else if (self.origin === 'null') say('closed-frame');
    else if (!navigator.onLine) unreachable();
    else findOut();
  }

  function show(id, not) {
    document.getElementById(id).hidden = !!not;
  }

  function say(cause) {
    show(cause);
    show('not-started');
  }

  function unreachable() {
    say('unreachable');
  }

  function found() {
    /* a login page may have come in the script's place */
    if (window.cmFindOut) window.cmFindOut(here.getAttribute('data-causes'), unreachable);
    else unreachable();
  }

  function findOut() {
    var script = document.createElement('script');
    script.addEventListener('load', found);
    script.addEventListener('error', unreachable);
    script.src = here.getAttribute('data-find-out');
    document.head.appendChild(script);
  }

  document.addEventListener('cm-not-started', look);
  if (document.readyState === 'complete') look();
  else window.addEventListener('load', look);
})();
