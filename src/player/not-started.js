/* Finds out why the player didn't start, by asking for its files again. `too-old.js` fetches it then, and only then. */
(function () {
  'use strict';

  /* `unreachable` says what stands in the page: nothing more can be told where the words can't be had */
  window.cmFindOut = function (causes, unreachable) {
    function tell(found) {
      var words = found[0][found[1][0]];
      if (words) say(words, found[1]);
      else unreachable();
    }

    function giveUp() {
      unreachable();
    }

    Promise.all([fetch(causes).then(json), ask(entries(), 0)]).then(tell, giveUp);
  };

  /* a list of one, in a file with the ending of a script: .json may be what the server won't hand out */
  function json(answer) {
    return answer.json().then(function (list) {
      return list[0];
    });
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

  /* the words come from the package, in each of the course's languages */
  function say(words, cause) {
    var box = document.getElementById('not-started');
    var spoken = box.querySelector('[role]');
    var sentence = document.createElement('div');
    sentence.setAttribute('data-cause', cause[0]);
    sentence.innerHTML = words;
    spoken.appendChild(sentence);
    if (cause[1]) {
      var detail = document.createElement('p');
      detail.className = 'detail';
      detail.appendChild(document.createElement('code')).textContent = cause[1];
      spoken.appendChild(detail);
    }
    box.hidden = false;
  }
})();
