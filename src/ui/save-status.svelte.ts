/**
 * What the status pill says about the work on this device. One state for the whole window: only one tool is open.
 * It is written in the browser only; on the server it stays empty.
 */
export type SaveState = 'nothing' | 'saving' | 'saved' | 'refused';

class SaveStatus {
	state: SaveState = $state('nothing');
	/** When the last text reached the device's storage. */
	at: Date | null = $state.raw(null);
	/** Why the device refused: `full` or `denied`. */
	reason: 'full' | 'denied' | null = $state(null);

	/** The text on screen is on the device. */
	saved(at: Date): void {
		this.state = 'saved';
		this.at = at;
		this.reason = null;
	}

	/** The device did not take it; what is on screen stays there. */
	refused(reason: 'full' | 'denied'): void {
		this.state = 'refused';
		this.reason = reason;
	}

	/** There is nothing to keep: no tool is open, or the sheet is empty. */
	nothing(): void {
		this.state = 'nothing';
		this.at = null;
		this.reason = null;
	}
}

export const saveStatus = new SaveStatus();
