import { type Build, parseBuild, UNBAKED } from '../policy/build.ts';

declare const __CANDOR_BUILD__: unknown;

/** What this build carries; see wxt.config.ts. */
export const BUILD: Build = __CANDOR_BUILD__ === null ? UNBAKED : parseBuild(__CANDOR_BUILD__);
