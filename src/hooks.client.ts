import { localeOf } from '#ui/locale-link.ts';
import { overwriteGetLocale } from '#words/runtime.js';

// Read on every call: a link from one language to the other loads a new document, so it cannot be stale.
overwriteGetLocale(() => localeOf(location.pathname));
