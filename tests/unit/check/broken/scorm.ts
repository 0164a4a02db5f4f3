/** Manifests of SCORM. */
import { collection, in12, in2004, MANIFEST } from './make.ts';
import { MANIFEST_12, PAGE, SCORM_12, spoiled, without } from '../packages.ts';

const { broken, add } = collection();
export const SCORM = broken;

add('manifest-not-well-formed', 'xml-well-formed', 'error', in12('</organization>', ''));
add('manifest-that-is-empty', 'xml-well-formed', 'error', { ...SCORM_12, [MANIFEST]: '\n' });
add('manifest-that-is-a-web-page', 'xml-well-formed', 'error', {
  ...SCORM_12,
  [MANIFEST]: '<!DOCTYPE html><html><body>Not found</body></html>',
});
add('manifest-with-another-element', 'manifest-none', 'error', { ...SCORM_12, [MANIFEST]: '<course/>' });
add('bare-ampersand', 'xml-well-formed', 'error', in12('Tea', 'Tea & water'));
add('manifest-in-latin-1-that-says-utf-8', 'xml-encoding', 'error', {
  ...SCORM_12,
  [MANIFEST]: Buffer.from(MANIFEST_12.replace('Tea', 'Té'), 'latin1'),
});
add('manifest-in-an-unknown-encoding', 'xml-encoding', 'error', in12('UTF-8', 'klingon'));
add('manifest-in-latin-1', 'xml-encoding', 'note', {
  ...SCORM_12,
  [MANIFEST]: Buffer.from(MANIFEST_12.replace('UTF-8', 'ISO-8859-1').replace('Tea', 'Té'), 'latin1'),
});
add(
  'entities-that-grow',
  'xml-entities',
  'error',
  in12('<manifest', '<!DOCTYPE m [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><manifest'),
);
add(
  'external-entity',
  'xml-entities',
  'error',
  in12('<manifest', '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><manifest'),
);
add(
  'element-that-the-schema-does-not-know',
  'xml-schema',
  'warning',
  in12('<title>Tea</title>', '<title>Tea</title><title>Twice</title>'),
);
add('metadata-where-none-belongs', 'xml-schema', 'note', in12('<resources>', '<resources><metadata/>'));
add('identifier-with-a-digit-first', 'id-form', 'note', in12('identifier="tea"', 'identifier="1tea"'));
add('identifier-with-a-space', 'id-form', 'warning', in12('identifier="tea"', 'identifier="my tea"'));
add(
  'identifier-twice',
  'id-twice',
  'error',
  in12(
    '</organization>',
    '<item identifier="item" identifierref="res"><title>Again</title></item></organization>',
  ),
);
add(
  'ims-content-package-without-scorm',
  'not-scorm',
  'error',
  spoiled(
    in2004(' adlcp:scormType="sco"', ''),
    MANIFEST,
    /ADL SCORM.*/,
    'IMS Content</schema><schemaversion>1.1.4</schemaversion></metadata>',
  ),
);
add('no-version', 'version', 'warning', in12('<schemaversion>1.2</schemaversion>', ''));
add('version-spelled-otherwise', 'version', 'warning', in2004('2004 4th Edition', 'SCORM 2004'));
add('namespaces-and-version-differ', 'version-mixed', 'warning', in12('>1.2<', '>2004 3rd Edition<'));
add('no-organization', 'organization-none', 'error', in12(/<organization [\s\S]*<\/organization>/, ''));
add('no-default-organization', 'organization-default', 'warning', in12(' default="org"', ''));
add(
  'default-organization-that-is-not-there',
  'organization-default',
  'warning',
  in12('default="org"', 'default="other"'),
);
add('organization-without-title', 'title', 'warning', in12('<title>Tea</title>', ''));
add('title-of-256-letters', 'title', 'warning', in12('Water', 'x'.repeat(256)));
add(
  'item-names-no-resource',
  'item-resource',
  'error',
  in12(
    '</organization>',
    '<item identifier="i2" identifierref="none"><title>Gone</title></item></organization>',
  ),
);
add(
  'item-that-leads-nowhere',
  'item-empty',
  'warning',
  in12('</organization>', '<item identifier="i2"><title>Empty</title></item></organization>'),
);
add('launched-page-missing', 'launch-missing', 'error', without(SCORM_12, 'index.html'));
add('launched-page-in-other-capitals', 'launch-missing', 'error', {
  ...without(SCORM_12, 'index.html'),
  'Index.html': PAGE,
});
add('resource-without-href', 'launch-nothing', 'error', in12(' href="index.html">', '>'));
add(
  'launches-another-host',
  'launch-elsewhere',
  'warning',
  in12('sco" href="index.html"', 'sco" href="https://example.org/tea"'),
);
add('launches-flash', 'launch-flash', 'error', { ...in12(/index\.html/g, 'tea.swf'), 'tea.swf': 'FWS' });
add('nothing-is-a-sco', 'sco-none', 'warning', in12('scormtype="sco"', 'scormtype="asset"'));
add('scormtype-with-a-capital-in-1.2', 'sco-case', 'warning', in12('scormtype', 'scormType'));
add('several-scos', 'sco-several', 'note', {
  ...spoiled(
    in12(
      '</organization>',
      '<item identifier="i2" identifierref="r2"><title>Two</title></item></organization>',
    ),
    MANIFEST,
    '</resources>',
    '<resource identifier="r2" type="webcontent" adlcp:scormtype="sco" href="two.html"><file href="two.html"/></resource></resources>',
  ),
  'two.html': PAGE,
});
add(
  'scripts-of-type-sco',
  'sco-without-file',
  'warning',
  in12(
    '</resources>',
    '<resource identifier="r2" type="webcontent" adlcp:scormtype="sco"><file href="js/course.js"/></resource></resources>',
  ),
);
add('resource-without-type', 'resource-type', 'warning', in12(' type="webcontent"', ''));
add(
  'dependency-that-is-not-there',
  'dependency',
  'warning',
  in12('</resource>', '<dependency identifierref="none"/></resource>'),
);
add(
  'listed-picture-missing',
  'files-missing',
  'warning',
  in12('</resource>', '<file href="a.png"/></resource>'),
);
add(
  'listed-readme-missing',
  'files-missing',
  'note',
  in12('</resource>', '<file href="readme.txt"/></resource>'),
);
add('listed-in-other-capitals', 'files-case', 'warning', {
  ...in12('</resource>', '<file href="img/A.png"/></resource>'),
  'img/a.png': '',
});
add('not-all-listed', 'files-unlisted', 'note', { ...SCORM_12, 'more.css': '' });
add(
  'backslashes-in-the-manifest',
  'href-backslash',
  'warning',
  in12('file href="js/course.js"', 'file href="js\\course.js"'),
);
add(
  'paths-of-the-authors-computer',
  'href-local',
  'warning',
  in12('</resource>', '<file href="libs/C:\\Users\\someone\\a.js"/></resource>'),
);
add(
  'paths-out-of-the-package',
  'href-root',
  'warning',
  in12('</resource>', '<file href="../shared/a.js"/></resource>'),
);
add('xml-base', 'xml-base', 'warning', {
  ...in12('<resources>', '<resources xml:base="c/">'),
  'c/index.html': PAGE,
  'c/js/course.js': String(SCORM_12['js/course.js']),
});
add('unusual-prefix', 'prefix', 'warning', in12(/\badlcp(?=[:=])/g, 'adl'));
add(
  'manifest-within-the-manifest',
  'submanifest',
  'warning',
  in12(
    '</manifest>',
    `${MANIFEST_12.slice(MANIFEST_12.indexOf('<manifest')).replace('identifier="tea"', 'identifier="sub"')}</manifest>`,
  ),
);
const SEQUENCING =
  '<imsss:sequencing><imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="attempted"/></imsss:ruleConditions><imsss:ruleAction action="disabled"/></imsss:preConditionRule></imsss:sequencingRules></imsss:sequencing>';
add(
  'sequencing-rules',
  'sequencing',
  'note',
  in2004('<title>Water</title>', `<title>Water</title>${SEQUENCING}`),
);
add(
  'mapped-objectives',
  'objectives',
  'note',
  in2004(
    '<title>Water</title>',
    '<title>Water</title><imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="p" satisfiedByMeasure="true"/></imsss:objectives></imsss:sequencing>',
  ),
);
add(
  'completion-threshold',
  'threshold',
  'note',
  in2004(
    '<title>Water</title>',
    '<title>Water</title><adlcp:completionThreshold completedByMeasure="true"/>',
  ),
);
add(
  'mastery-score',
  'mastery',
  'note',
  in12('<title>Water</title>', '<title>Water</title><adlcp:masteryscore>80</adlcp:masteryscore>'),
);
add(
  'mastery-score-of-8000',
  'mastery-range',
  'error',
  in12('<title>Water</title>', '<title>Water</title><adlcp:masteryscore>8000</adlcp:masteryscore>'),
);
