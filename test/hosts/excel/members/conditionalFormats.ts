import { HostError } from '../hostError';
import { defineType, part, settingsType, type Settings } from './hostType';
import type { Range } from './rangeArea';

const KINDS = new Set(['Custom', 'DataBar']);

export const conditionalFormatsType = defineType<Range>({
  name: 'ConditionalFormatCollection',
  call: {
    add: ({ sheet, area }, [kind]) => {
      if (!KINDS.has(String(kind))) throw new HostError('NotSimulated', `format ${String(kind)}`);
      const values: Record<string, unknown> = {};
      sheet.conditionals.push({ kind: String(kind), area, settings: values });
      return conditionalFormatType.of({ values, path: '' });
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
const conditionalFormatType = settingsType('ConditionalFormat', ['priority', 'stopIfTrue'], {
  custom: (self: Settings) => customType.of(self),
  dataBar: (self: Settings) => dataBarType.of(self),
});
