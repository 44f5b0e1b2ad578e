import browser from 'webextension-polyfill';

/*
 * The one place where the browsers' extension APIs come in. Everything else in this folder goes through it, and nothing
 * outside of this folder does.
 */

export const api = browser;

/** Set at build time, so that each browser's build holds its own path only. */
export const IN_FIREFOX: boolean = import.meta.env.BROWSER === 'firefox';
