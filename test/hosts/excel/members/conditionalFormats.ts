import { overlaps } from '../address';
import type { Conditional } from '../book';
import { HostError } from '../hostError';
import { defineType, part, settingsType } from './hostType';
import type { Range } from './rangeArea';

const KINDS = new Set(['Custom', 'DataBar']);

export const conditionalFormatsType = defineType<Range>({
  name: 'ConditionalFormatCollection',
  call: {
    add: ({ sheet, area }, [kind]) => {
      if (!KINDS.has(String(kind))) throw new HostError('NotSimulated', `format ${String(kind)}`);
      const added: Conditional = { kind: String(kind), area, settings: {} };
      // A new one comes first.
      sheet.conditionals.unshift(added);
      return conditionalFormatType.of(added);
    },
    getItemAt: ({ sheet, area }, [index]) => {
      const found = sheet.conditionals.filter((item) => overlaps(item.area, area))[Number(index)];
      if (found === undefined) throw new HostError('ItemNotFound', 'There is no such format');
      return conditionalFormatType.of(found);
    },
    clearAll: ({ sheet, area }) => {
      sheet.conditionals = sheet.conditionals.filter(
        ({ area: own }) => own.lastRow < area.firstRow || own.firstRow > area.lastRow,
      );
    },
  },
});

const fontType = settingsType('ConditionalRangeFont', ['color', 'bold', 'italic']);
const fillType = settingsType('ConditionalRangeFill', ['color']);
const formatType = settingsType('ConditionalRangeFormat', [], {
  font: part(fontType, 'font'),
  fill: part(fillType, 'fill'),
});
const ruleType = settingsType('ConditionalFormatRule', ['formula']);
const customType = settingsType('CustomConditionalFormat', [], {
  rule: part(ruleType, 'rule'),
  format: part(formatType, 'format'),
});
const positiveType = settingsType('ConditionalDataBarPositiveFormat', [
  'fillColor',
  'gradientFill',
  'borderColor',
]);
const negativeType = settingsType('ConditionalDataBarNegativeFormat', [
  'fillColor',
  'matchPositiveFillColor',
  'borderColor',
  'matchPositiveBorderColor',
]);
const dataBarType = settingsType('DataBarConditionalFormat', ['barDirection'], {
  positiveFormat: part(positiveType, 'positiveFormat'),
  negativeFormat: part(negativeType, 'negativeFormat'),
});
const conditionalFormatType = defineType<Conditional>({
  name: 'ConditionalFormat',
  get: {
    type: ({ kind }) => kind,
    custom: ({ settings }) => customType.of({ values: settings, path: '' }),
    dataBar: ({ settings }) => dataBarType.of({ values: settings, path: '' }),
  },
});
