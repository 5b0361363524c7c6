import type { SharingWords } from '../messages';
import { format } from './format';

const { count } = format;

const places = (number: number): string => `${count(number)} ${number === 1 ? 'place' : 'places'}`;

export const sharing: SharingWords = {
  masked: ({ phone, idNo, accountNo }) =>
    `Masked: phone numbers in ${places(phone)}, document numbers in ${places(idNo)}, account numbers in ${places(accountNo)}; names, customer ids and amounts stay`,
  checked: 'Checked cell by cell: no phone, document or account number is left in full',
  notes: {
    original: 'the hidden untouched copy: left out',
    settings: 'the settings kept in the workbook: left out',
    macros: 'macros: left out',
    embedded: 'embedded files and controls: left out',
    pivotTables: 'pivot tables and slicers: left out; their last results stay',
    queries: 'data connections and queries: left out',
    externalValues: 'cached values of linked workbooks: left out',
    history: 'the history of changes: left out',
    customData: 'data of other programs: left out',
    picturesKept: 'pictures stay as they are; nothing can read them: look at them yourself',
    drawingsEmptied: 'vector pictures (EMF, WMF): emptied',
  },
};
