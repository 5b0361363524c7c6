import type { PaneWords } from '../messages';
import { format } from './format';

const { count, day, list } = format;

export const paneSettings: PaneWords['settings'] = {
  places: { label: 'Settings', book: 'Book', scripts: 'Scripts', templates: 'Templates' },
  save: 'Save and rank again',
  saved: 'Kept in the workbook',
  fault: ({ key, placeholder }) =>
    placeholder === undefined
      ? key === ''
        ? 'This file holds no handover settings. Choose one that was exported here.'
        : `“${SETTING_NAMES[key] ?? key}” ${wantedBy(key)}`
      : `{${placeholder.unknown}} is no placeholder. There are: ${list(placeholder.known.map((name) => `{${name}}`))}.`,
  book: 'Whose book',
  me: 'My name',
  meHint: 'As the ledger spells it, if you are in it; the scripts introduce you by it.',
  predecessors: 'Predecessors (whose book it was)',
  manager: (name, accounts) =>
    `${name}, ${count(accounts)} ${accounts === 1 ? 'account' : 'accounts'}`,
  asOf: 'Data date',
  asOfHint: (dataDate) => `Empty: as found, ${day(dataDate)}.`,
  capacity: 'Calls a day',
  capacityFault: 'Takes a whole number from 1 to 9999.',
  thresholds: 'Classes and thresholds',
  numbers: {
    classAShare: 'Class A: up to',
    classBShare: 'Class B: up to',
    stableFloor: 'Stable: difference below',
    stableShare: 'Stable: or share below',
    stableCap: 'Stable: share at most',
    claimShare: 'Claim: our share from',
    negotiateShare: 'Negotiate: share from',
    urgentMaturityDays: 'More urgent if due in',
    maturingDays: 'Customers: due within',
    reminderDays: 'Reminders: due within',
  },
  units: { percent: '%', yuan: 'yuan', days: 'days' },
  keepDuplicates: 'Keep rows that repeat exactly (genuine deposits)',
  file: 'Import and export',
  importFile: 'Import a file…',
  exportFile: 'Export to a file',
  fileName: 'handover-settings.json',
  imported: 'Read. Click “Save and rank again” to use it.',
  exportFailed: 'The file was not saved. Try another place.',
  scripts: {
    title: 'What the scripts say',
    branch: { label: 'Name of the branch', hint: 'As customers call it.' },
    landmark: { label: 'Landmark near the branch', hint: 'Such as “across from the market”.' },
    activity: {
      label: 'Current activity',
      hint: 'One or two sentences that one can picture; empty: a general one.',
    },
    move: 'The predecessor’s move',
    moves: { post: 'A change of post', promotion: 'A promotion' },
    tie: 'Relation to the predecessor',
    tieHint: 'Only if the customers liked the predecessor.',
    ties: { none: 'Not mentioned', colleague: 'Colleague', apprentice: 'Apprentice' },
    polite: 'Address everybody formally',
  },
  templates: {
    title: 'Script templates',
    kind: 'Kind of call',
    placeholders: 'Placeholders',
    placeholderHint:
      'Put the cursor into a text, then click a placeholder. A passage in [ ] is left out where something in it is not known.',
    unknown: (name) => `{${name}} is no placeholder. Use one of those above.`,
    reset: 'Back to the default for this kind',
    preview: 'How it will sound',
    previewOf: (name) => `For ${name}`,
    noPreview: 'No customer of this kind near the top of the list.',
  },
};

/** What a setting takes. */
function wantedBy(key: string): string {
  if (key === 'asOf') return 'takes a date such as 2025-11-30.';
  if (key.endsWith('Share')) return 'takes a number from 0 to 100.';
  if (key.endsWith('Days')) return 'takes days: 0 or a whole number above it.';
  return key in paneSettings.numbers
    ? 'takes an amount: 0 or a number above it.'
    : 'does not fit. Please check it.';
}

const SETTING_NAMES: Readonly<Record<string, string>> = {
  me: paneSettings.me,
  predecessors: paneSettings.predecessors,
  asOf: paneSettings.asOf,
  ...paneSettings.numbers,
  'scripts.branch': paneSettings.scripts.branch.label,
  'scripts.landmark': paneSettings.scripts.landmark.label,
  'scripts.activity': paneSettings.scripts.activity.label,
};
