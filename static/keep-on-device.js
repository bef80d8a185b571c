// Pages with script register the service worker themselves; a page to read does it here.
if ('serviceWorker' in navigator) addEventListener('load', () => navigator.serviceWorker.register('/service-worker.js'));
