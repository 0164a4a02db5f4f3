/** What stands in pages and scripts. */
import { collection, inPage, withScript } from './make.ts';
import { PAGE, SCORM_12, SCORM_2004 } from '../packages.ts';

const { broken, add } = collection();
export const PAGES = broken;

add(
  'page-without-its-script',
  'page-missing',
  'warning',
  inPage('</head>', '<link rel="stylesheet" href="gone.css"></head>'),
);
add(
  'page-that-asks-the-servers-root',
  'page-root',
  'warning',
  inPage('</head>', '<script src="/static/a.js"></script></head>'),
);
add('page-in-latin-1-that-says-utf-8', 'page-encoding', 'note', {
  ...SCORM_12,
  'index.html': Buffer.from(PAGE.replace('Tea.', 'Té.'), 'latin1'),
});
add('no-word-of-the-api', 'api-none', 'note', { ...SCORM_12, 'js/course.js': 'var tea = 1;' });
add('speaks-2004-under-a-manifest-of-1.2', 'api-other', 'warning', {
  ...SCORM_12,
  'js/course.js': String(SCORM_2004['js/course.js']),
});
add('half-a-script', 'script-syntax', 'warning', withScript('var a = {'));
add('saves-on-unload', 'unload', 'note', withScript('window.addEventListener("unload", save);'));
add('saves-in-an-attribute', 'unload', 'note', inPage('<body>', '<body onbeforeunload="save()">'));
add('waits-for-requests', 'sync-request', 'note', withScript('request.open("POST", url, false);'));
add(
  'script-within-the-page',
  'inline-script',
  'note',
  inPage('</head>', '<script>var a = 1;</script></head>'),
);
add('eval', 'eval', 'note', withScript('eval("1 + 1");'));
add('fonts-of-another-host', 'other-hosts', 'note', {
  ...SCORM_12,
  'a.css': '@import url("https://fonts.example.org/a.css");',
});
add(
  'script-without-tls',
  'mixed',
  'warning',
  inPage('</head>', '<script src="http://example.org/a.js"></script></head>'),
);
add('flash-films', 'flash', 'note', { ...SCORM_12, 'film.swf': 'FWS' });
