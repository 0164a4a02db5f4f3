/** Of SCORM, as far as LMSs differ by it. */
export type Version = '1.2' | '2004';
