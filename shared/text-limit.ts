/**
 * Characters (UTF-16 units) of free text that one concern holds in all its boxes together. Apart from concern.ts, so that
 * a screen can know it without the code that compresses.
 */
export const TEXT_LIMIT = 4000;
