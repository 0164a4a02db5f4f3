/** Where facts about LMSs were read, and when. */

export interface Source {
  name: string;
  /** An address, or what it was. */
  at: string;
  /** The month in which it was read here. */
  read: string;
}

const READ = '2026-11';
const source = (name: string, at: string): Source => ({ name, at, read: READ });

const SCORM_CLOUD_HELP = 'support.scorm.com/hc/en-us/articles';
const CORNERSTONE_HELP = 'help.csod.com/help/csod_0/Content';
const SAP_NOTES = 'userapps.support.sap.com/sap/support/knowledge/en';
const EDX_BLOCK = 'github.com/overhangio/openedx-scorm-xblock';

export const SOURCES = {
  'moodle-run': source('Moodle 4.2 and 4.4', 'the course was run in them'),
  'moodle-releases': source('Moodle’s release notes', 'moodledev.io/general/releases'),
  'moodle-source': source('Moodle’s SCORM module, source of the time of 5.1', 'github.com/moodle/moodle'),
  'moodle-status': source('A consultancy on “Require status” in Moodle', 'lingellearning.com/2024/01'),
  'moodle-app': source('The Moodle app, source of its SCORM part', 'github.com/moodlehq/moodleapp'),
  'totara-help': source('Totara’s help on SCORM (13)', 'help.totaralearning.com/display/TH13/SCORM'),
  'totara-trouble': source(
    'Totara’s help on trouble with SCORM',
    'totara.help/13/docs/scorm-troubleshooting',
  ),
  'totara-words': source('Words of Totara’s SCORM module', 'github.com/woon5118/totara_ub'),
  'totara-reports': source('Totara’s help on reports (9)', 'help.totaralearning.com/display/TL9/SCORM'),
  'canvas-links': source('Instructure on signed launch links (2021)', 'community.canvaslms.com'),
  'canvas-traps': source(
    'A teacher’s account of SCORM in Canvas (2024)',
    'polistrasmill.com/2024/02/18/finished-the-task',
  ),
  'canvas-hosted': source(
    'An answer of the makers of Canvas (2016)',
    'github.com/instructure/canvas-lms/issues/943',
  ),
  developers: source(
    'Tests by the makers of another course tool (2026)',
    'github.com/PreTeXtBook/pretext/pull/3040',
  ),
  'blackboard-upload': source(
    'A university on SCORM in Blackboard Ultra',
    'academic-technology-services.scrollhelp.site/ats/how-do-i-add-scorm-content-to-blackboard-ultra',
  ),
  'blackboard-help': source('Anthology’s help on content packages (Original courses)', 'help.anthology.com'),
  'blackboard-answers': source(
    'Makers of another course tool on Blackboard’s reports (2013)',
    'github.com/numbas/Numbas/issues/290',
  ),
  'brightspace-players': source(
    'D2L on its two SCORM players',
    'community.d2l.com/brightspace/kb/articles/4269',
  ),
  'brightspace-help': source(
    'A university system on SCORM in Brightspace (2019)',
    'boris.sdbor.edu/d2ldocs/InstructorHelp_201912',
  ),
  'brightspace-old': source(
    'D2L on grades of SCORM 1.2 in the old player',
    'community.d2l.com/brightspace/kb/articles/4271',
  ),
  'brightspace-zero': source('D2L on AlwaysSubmitZeroGrade', 'documentation.brightspace.com'),
  'edx-source': source('Open edX’s SCORM block, source of August 2025', EDX_BLOCK),
  'edx-guide': source('Open edX’s guide to the SCORM block', 'github.com/openedx/edx-documentation'),
  'edx-score': source('A report on lost scores (2024)', `${EDX_BLOCK}/issues/56`),
  'scorm-cloud-guide': source(
    'SCORM Cloud’s user guide',
    'user-guide.cloud.scorm.com/scorm-cloud-user-guide',
  ),
  'scorm-cloud-share': source('SCORM Cloud on invitations', `${SCORM_CLOUD_HELP}/206163426`),
  'scorm-cloud-exit': source('SCORM Cloud on the properties of a course', `${SCORM_CLOUD_HELP}/206166626`),
  'scorm-cloud-answers': source('SCORM Cloud on answers', `${SCORM_CLOUD_HELP}/360000114973`),
  'scorm-cloud-version': source('SCORM Cloud on versions', `${SCORM_CLOUD_HELP}/206163676`),
  'scorm-cloud-force': source(
    'SCORM Cloud on what an LMS can’t force',
    'cloud.scorm.com/docs/v2/knowledge_base/lms_integration',
  ),
  'cornerstone-publish': source(
    'Cornerstone’s help on publications',
    `${CORNERSTONE_HELP}/Content/Course_Publisher/Create_New_Publication.htm`,
  ),
  'cornerstone-failed': source(
    'Cornerstone’s help on failed status',
    `${CORNERSTONE_HELP}/0_Whats_New/203/LMS/Failed_Status/Failed_Status_Online_Class.htm`,
  ),
  'cornerstone-replace': source(
    'Cornerstone’s help on published courses',
    `${CORNERSTONE_HELP}/Content/Course_Publisher/Modify_Published_Courses.htm`,
  ),
  'cornerstone-report': source(
    'Cornerstone’s help on the progress chart',
    `${CORNERSTONE_HELP}/Reporting/Standard_Reports/Training_Reports/SCORM_2004_Course_Progress_Chart_Report.htm`,
  ),
  'saba-vendor': source(
    'A maker of courses on Saba 5.4',
    'kb.icomproductions.ca/documentation/lms/list-of-3rd-party-lmss/saba',
  ),
  'docebo-help': source('Docebo’s help on SCORM', 'help.docebo.com/hc/en-us/articles/360020128479'),
  'docebo-questions': source('Docebo’s community on reports of questions (2023)', 'community.docebo.com'),
  'docebo-upload': source(
    'A reseller on uploading to Docebo',
    'perituslearning.freshdesk.com/support/solutions/articles/103000041770',
  ),
  'docebo-reports': source('Docebo’s help on reports', 'help.docebo.com/hc/en-us/articles/360020080200'),
  'talentlms-scorm': source(
    'TalentLMS’s help on SCORM',
    'help.talentlms.com/hc/en-us/articles/26499696329756',
  ),
  'talentlms-reports': source(
    'TalentLMS’s help on data of SCORM',
    'help.talentlms.com/hc/en-us/articles/28365179031580',
  ),
  'talentlms-units': source(
    'TalentLMS’s help on units and xAPI',
    'help.talentlms.com/hc/en-us/articles/9651373731356',
  ),
  'sap-silent': source('SAP’s note on SCORM 2004 4th Edition', `${SAP_NOTES}/3403728`),
  'sap-idle': source('SAP’s note on time-outs', `${SAP_NOTES}/2978409`),
  'sap-failed': source('SAP’s note on failed content', `${SAP_NOTES}/2437537`),
  'sap-launch': source('SAP’s note on completion at launch', `${SAP_NOTES}/2291564`),
  'sap-survey': source('SAP’s note on surveys', `${SAP_NOTES}/2316953`),
  'sap-revise': source('SAP’s note on revisions', `${SAP_NOTES}/2075363`),
  'sap-tries': source('A company’s guide for makers of courses', 'broadspectrumhrs.zohodesk.com'),
  'workday-user': source(
    'A maker of courses on Workday',
    'rockstars.elearningbrothers.com/discussion/441024',
  ),
  'workday-push': source(
    'A guide to integrations with Workday',
    'docs.stackone.com/integration-guides/lms/workday',
  ),
  limits: source(
    'Articulate on suspend data',
    'access.articulate.com/support/article/exceeding-scorm-suspend-data-limits',
  ),
  wiping: source(
    'A report on LMSs that wipe progress (2023)',
    'github.com/adaptlearning/adapt-contrib-spoor/issues/262',
  ),
  'forma-run': source('forma.lms 4.0.19', 'the course was run in it'),
  'chamilo-source': source('Chamilo 1.11.32, its source', 'github.com/chamilo/chamilo-lms'),
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof SOURCES;
