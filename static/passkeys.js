// Passkeys on the two pages that offer them (/masuk, /akun): everything else of a team works without a script. The words
// are in the page; this script shows the one that fits. No library: options and answers travel as the standard's own JSON.

const part = document.querySelector('[data-passkeys]');

/** @param {string} text */
const bytes = (text) =>
	Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** @param {ArrayBuffer} buffer */
const text = (buffer) =>
	btoa(String.fromCharCode(...new Uint8Array(buffer)))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');

/** @param {{ id: string }[] | undefined} list */
const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

/** Shows one of the page's sentences and hides the others. @param {string} name */
function say(name) {
	for (const sentence of part.querySelectorAll('[data-says]'))
		sentence.hidden = sentence.dataset.says !== name;
}

/** @param {any} options */
async function create(options) {
	const made = await navigator.credentials.create({
		publicKey: {
			...options,
			challenge: bytes(options.challenge),
			user: { ...options.user, id: bytes(options.user.id) },
			excludeCredentials: known(options.excludeCredentials),
		},
	});
	return {
		attestationObject: text(made.response.attestationObject),
		transports: made.response.getTransports?.() ?? [],
		made,
	};
}

/** @param {any} options */
async function get(options) {
	const made = await navigator.credentials.get({
		publicKey: {
			...options,
			challenge: bytes(options.challenge),
			allowCredentials: known(options.allowCredentials),
		},
	});
	const { authenticatorData, signature, userHandle } = made.response;
	return {
		authenticatorData: text(authenticatorData),
		signature: text(signature),
		...(userHandle ? { userHandle: text(userHandle) } : {}),
		made,
	};
}

/** Asks the server what to sign, the person for her finger, and the server whether it agrees. */
async function use() {
	const { passkeys: address, adds } = part.dataset;
	const button = part.querySelector('button[data-use]');
	button.disabled = true;
	say('waiting');
	try {
		const asked = await fetch(address, { headers: { accept: 'application/json' } });
		if (!asked.ok) return say((await asked.json()).code ?? 'passkey_not_read');
		const { made, ...response } = await (adds === undefined ? get : create)(await asked.json());
		const answer = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify({
				name: part.querySelector('input[data-name]')?.value ?? '',
				next: part.dataset.next ?? '',
				response: {
					id: made.id,
					rawId: made.id,
					type: made.type,
					authenticatorAttachment: made.authenticatorAttachment ?? undefined,
					clientExtensionResults: made.getClientExtensionResults(),
					response: { clientDataJSON: text(made.response.clientDataJSON), ...response },
				},
			}),
		});
		const told = await answer.json();
		if (!answer.ok) return say(told.code ?? 'passkey_not_read');
		location.assign(told.to);
	} catch (reason) {
		// The person closed the browser's own window, or waited too long.
		say(reason?.name === 'NotAllowedError' ? 'stopped' : 'passkey_not_read');
	} finally {
		button.disabled = false;
	}
}

if (part !== null && window.PublicKeyCredential !== undefined) {
	part.querySelector('[data-offered]').hidden = false;
	say('');
	part.querySelector('button[data-use]').addEventListener('click', use);
}
