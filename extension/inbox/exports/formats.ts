/** Files that can leave the inbox. */
export const EXPORT_FORMATS = ['csv', 'json', 'fhir', 'ahrq', 'lfpse', 'ftsu'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** Those that hold concerns one by one; the guardian's counts are of a quarter. */
export type CaseFormat = Exclude<ExportFormat, 'ftsu'>;
