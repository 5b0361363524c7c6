import type { PaneWords } from '../messages';
import { format } from './format';

const { count } = format;

const STAGES = {
  read: 'reading the sheets',
  analyze: 'analysing',
  plan: 'laying out',
  write: 'writing the sheets',
} as const;

export const pane: PaneWords = {
  title: 'Handover analysis',
  start: {
    promise: 'Turns the deposit ledger you inherit into a customer list to work from.',
    analyze: 'Analyze handover',
  },
  run: {
    title: 'Analysing',
    stage: (number, of, stage) => `Step ${count(number)} of ${count(of)}: ${STAGES[stage]}`,
    cancel: 'Cancel',
    cancelling: 'Cancelling…',
  },
  failed: {
    title: 'Not finished',
    retry: 'Try again',
    noWorkbook: 'No workbook is open. Open the deposit ledger, then click “Analyze handover”.',
    bug: 'Something went wrong in the program; the sheets are unchanged. Try again; if it happens again, copy the details and send them to your administrator.',
  },
  result: {
    title: 'Result',
    customers: 'Customers',
    balance: 'Balance',
  },
};
