/**
 * Asks the service worker to keep the whole site on the device, and learns when it is there. Over plain http, as on a
 * village network, a browser has no service worker; then the pages need the network, and nothing is said.
 */
class KeptPages {
	/** Every page opens without a signal. */
	all = $state(false);

	/** To be called once, when the page has been drawn. */
	ask(): void {
		if (!('serviceWorker' in navigator)) return;
		navigator.serviceWorker.addEventListener('message', (event) => {
			if (event.data !== 'all-kept') return;
			this.all = true;
			document.documentElement.dataset.kept = 'yes';
		});
		void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage('keep-the-rest'));
	}
}

export const keptPages = new KeptPages();
