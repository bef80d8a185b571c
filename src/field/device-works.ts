/** All that a tool's open sheet needs of the device, fetched as one part of the program. */
export { keepWork } from './work-keeper.ts';
export { forgetUnsaved, unsavedIds, unsavedOf } from './unsaved-journal.ts';
export { listWorks, loadWork, newWorkId } from './works.ts';
