import type { WorkbenchWords } from '../messages';
import { format } from './format';

const { count } = format;

export const workbench: WorkbenchWords = {
  product: 'Handover Analyst',
  header: {
    open: 'Open files',
    save: 'Save',
    saving: 'Saving…',
    unsaved: 'Unsaved changes',
    saved: 'Saved',
    language: '中文',
    switchLanguage: '切换到中文',
  },
  welcome: {
    title: 'Drop the deposit ledger here',
    formats:
      'Or click “Open files”. Excel, CSV and web-table exports of the bank all work; choose the ledger and the customer list together.',
    sample: 'Try the sample',
    sampleFailed:
      'The sample did not arrive. Check the network and try again, or open a file of yours.',
    privacy: 'Files are processed on this computer only: no upload, no network.',
  },
  dropHere: 'Let go to open',
  opening: ({ name }) => `Opening ${name}`,
  openingSeveral: ({ files }) => `Opening ${count(files)} files`,
  cancel: 'Cancel',
  loadingGrid: 'Preparing the sheets…',
  gridFailed:
    'The grid did not load. Analysis and saving work without it; reload the page to try again.',
  gridLabel: 'Workbook',
  paneLabel: 'Handover analysis',
  failed: {
    title: 'The file was not opened',
    save: 'Not saved',
    retry: 'Choose another file',
    close: 'Close',
  },
  firstRows: ({ sheet, shown, rows }) =>
    `“${sheet}” has ${count(rows)} rows; the first ${count(shown)} are shown. Analysis and saving include them all.`,
  drawings: ({ sheets }) =>
    `Charts on “${sheets.join('”, “')}” are not drawn here; save the file and open it in Excel or WPS to see them.`,
  replace: {
    title: 'Open other files?',
    text: 'This workbook has changes that are not saved.',
    discard: 'Open without saving',
    keep: 'Keep this workbook',
  },
  bug: 'Something went wrong in the program. Reload the page and try again; the files are unchanged.',
};
