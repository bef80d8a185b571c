// Pages with script register the service worker themselves; a page to read does it here.
if ('serviceWorker' in navigator) {
	addEventListener('load', async () => {
		navigator.serviceWorker.addEventListener('message', (event) => {
			if (event.data === 'all-kept') document.documentElement.dataset.kept = 'yes';
		});
		await navigator.serviceWorker.register('/service-worker.js');
		(await navigator.serviceWorker.ready).active.postMessage('keep-the-rest');
	});
}
