/* For pages in which the player doesn't start: it says why, as far as that can be found out. In the oldest language, so that */
/* it runs anywhere. The player marks the page when its module runs, and takes the mark away where it gives up. */
(function () {
  'use strict';

  var said = false;

  /* what no build target can put right; the browsers that the page names have it */
  function able() {
    return 'adoptedStyleSheets' in document && 'HTMLDialogElement' in window && 'findLast' in Array.prototype;
  }

  function look() {
    if (document.documentElement.hasAttribute('data-started') && able()) return;
    if (said) return;
    said = true;
    document.getElementById('late').hidden = true;
    if (location.protocol === 'file:') show('from-file');
    else if (!able()) show('too-old');
    else if (self.origin === 'null') say(['closed-frame']);
    else if (!navigator.onLine) say(['unreachable']);
    else ask(entries(), 0).then(say, brokenOff);
  }

  function show(id) {
    document.getElementById(id).hidden = false;
  }

  /* what the page names, scripts first */
  function entries() {
    var found = document.querySelectorAll(
      'script[type="module"][src], link[rel="modulepreload"], link#course',
    );
    return Array.prototype.map.call(found, function (one) {
      return one.src || one.href;
    });
  }

  /* one file after the other, anew and not from the browser's cache: the first that is amiss is the cause */
  function ask(files, index) {
    var file = files[index];
    if (file === undefined) return Promise.resolve(['broken']);
    return fetch(file, { cache: 'reload' })
      .then(causeIn, whyNoAnswer)
      .then(function (cause) {
        return cause || ask(files, index + 1);
      });

    function whyNoAnswer() {
      return fetch(file, { cache: 'reload', redirect: 'manual' }).then(wayToAnotherHost, nobody);
    }
  }

  /* a login page on another host may not be fetched from here, but the way to it can be seen */
  function wayToAnotherHost(answer) {
    return [answer.type === 'opaqueredirect' ? 'signed-out' : 'unreachable'];
  }

  function brokenOff() {
    say(['unreachable']);
  }

  function nobody() {
    return ['unreachable'];
  }

  function causeIn(answer) {
    var name = answer.url.replace(/^.*\/([^/]+\/[^/?]+).*$/, '$1');
    var type = (answer.headers.get('content-type') || '').replace(/;.*/, '');
    if (answer.status === 401) return ['signed-out'];
    if (!answer.ok) return ['refused', name + ': ' + answer.status];
    if (/html/.test(type)) return ['signed-out'];
    if (/\.json/.test(name)) return looksLikePage(answer);
    if (/(java|ecma|j|live)script/i.test(type)) return undefined;
    return answer.redirected ? ['signed-out'] : ['wrong-type', name + ': ' + (type || '—')];
  }

  function looksLikePage(answer) {
    return answer.text().then(function (text) {
      return /^\s*</.test(text) ? ['signed-out'] : undefined;
    });
  }

  function say(cause) {
    var box = document.getElementById('not-started');
    box.querySelector('[data-cause="' + cause[0] + '"]').hidden = false;
    if (cause[1]) {
      box.querySelector('code').textContent = cause[1];
      box.querySelector('.detail').hidden = false;
    }
    box.hidden = false;
  }

  document.addEventListener('cm-not-started', look);
  if (document.readyState === 'complete') look();
  else window.addEventListener('load', look);
})();
