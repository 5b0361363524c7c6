import { HostError } from '../hostError';
import { defineType } from './hostType';
import type { Range } from './rangeArea';

/** One rule per area: the area's settings come together in one entry. */
function settingsOf({ sheet, area }: Range): Record<string, unknown> {
  const key = JSON.stringify(area);
  const existing = sheet.validations.find(({ area: own }) => JSON.stringify(own) === key);
  if (existing) return existing.settings;
  const settings = {};
  sheet.validations.push({ area, settings });
  return settings;
}

/** Excel keeps a list that is written out in at most 255 characters. */
const LONGEST_LIST = 255;

export const dataValidationType = defineType<Range>({
  name: 'DataValidation',
  set: {
    rule: (range, value) => {
      const { list, date } = value as Record<string, Record<string, unknown> | undefined>;
      if (!list && !date) throw new HostError('NotSimulated', 'this kind of validation');
      if (typeof list?.source === 'string' && list.source.length > LONGEST_LIST) {
        throw new HostError('InvalidArgument', 'The list is too long');
      }
      settingsOf(range).rule = value;
    },
    errorAlert: (range, value) => {
      settingsOf(range).errorAlert = value;
    },
    ignoreBlanks: (range, value) => {
      settingsOf(range).ignoreBlanks = value;
    },
  },
  call: {
    clear: ({ sheet, area }) => {
      sheet.validations = sheet.validations.filter(
        ({ area: own }) => JSON.stringify(own) !== JSON.stringify(area),
      );
    },
  },
});
