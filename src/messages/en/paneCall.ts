import type { PaneWords } from '../messages';
import { format } from './format';

const { count } = format;

export const paneCall: PaneWords['call'] = {
  loading: 'Looking up earlier notes…',
  rounds: 'Phone first, WeChat after',
  phoneRound: (due) => `Phone ${count(due)}`,
  weChatRound: (due) => `WeChat ${count(due)}`,
  progressLabel: 'Progress today',
  progress: (done, capacity) => `${count(done)} of ${count(capacity)} today`,
  dayDone: 'Today’s calls are done. Go on if you like, or switch to WeChat for those who answered.',
  roundDone: (round) =>
    round === 'phone'
      ? 'Everybody on the list has been called. Switch to WeChat for those who answered.'
      : 'Nobody is waiting for WeChat. Customers who answer the phone will appear here.',
  back: 'Back',
  skip: 'Skip',
  next: 'Next',
  noPhone: 'No phone number',
  copyPhone: 'Copy number',
  valueClass: 'Value class',
  maturity: 'Next maturity',
  ownShare: 'Our share',
  reasons: 'Why now',
  showRow: (position, all) => `Show in the sheet (${count(position)} of ${count(all)})`,
  cautions: {
    foreign: (managers) =>
      managers === ''
        ? 'Somebody else’s customer: talk to them first.'
        : `A customer of ${managers}: talk to them first.`,
    shared: (managers) =>
      managers === ''
        ? 'Another manager has business with this customer: talk to them before you call.'
        : `Shared with ${managers}: talk to them before you call.`,
    name: (source) => `Check the name: ${source}.`,
  },
  script: (scriptCase) => `Script · ${scriptCase}`,
  copy: (what) => `Copy: ${what}`,
  note: 'Note it down',
  daysAhead: (days) => (days === 1 ? 'Tomorrow' : `In ${count(days)} days`),
  dateHint: 'Write a date such as 2025-12-03.',
  remarkHint: 'What was said, what to pick up next time',
  saving: 'Writing into the sheet…',
  saved: 'Written into the customers’ sheet',
};
