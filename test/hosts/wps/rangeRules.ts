import { hostError, property, type Member, type Members } from './bridge';
import { requireWritable } from './hostState';
import type { RangeContext } from './rangeContext';
import { isWithin, overlaps, type ConditionModel, type ValidationModel } from './sheetModel';

const LONGEST_LIST = 255;

/** Validations and conditional formats of a range. */
export function ruleMembers(context: RangeContext): Members {
  return {
    Validation: property(() => validationOf(context)),
    FormatConditions: property(() => conditionsOf(context)),
  };
}

function validationOf({ host, sheet, areas }: RangeContext): object {
  const area = areas[0];
  const current = (): ValidationModel => {
    const found = sheet.validations.find((item) => area !== undefined && isWithin(area, item.area));
    if (found === undefined) throw hostError('there is no validation');
    return found;
  };
  const text = (key: string): Member => ({
    get: () => current().texts[key],
    set: (value) => {
      current().texts[key] = value;
    },
  });
  return host.bridge.expose('Validation', {
    Delete: {
      call: () => {
        requireWritable(host, sheet);
        sheet.validations = sheet.validations.filter(
          (item) => area === undefined || !overlaps(item.area, area),
        );
      },
    },
    Add: {
      call: (type, alert, operator, formula1) => {
        requireWritable(host, sheet);
        if (area === undefined) return;
        if (sheet.validations.some((item) => overlaps(item.area, area))) {
          throw hostError('delete the old validation first');
        }
        if (typeof type !== 'number' || alert !== 1 || typeof operator !== 'number') {
          throw hostError('validations take numbers');
        }
        const formula = String(formula1);
        if (type === 3 && formula.length > LONGEST_LIST) throw hostError('list too long');
        sheet.validations.push({ area, type, formula1: formula, texts: {} });
      },
    },
    InCellDropdown: text('InCellDropdown'),
    IgnoreBlank: text('IgnoreBlank'),
    ErrorTitle: text('ErrorTitle'),
    ErrorMessage: text('ErrorMessage'),
    ShowError: text('ShowError'),
  });
}

function conditionsOf({ host, sheet, areas }: RangeContext): object {
  const area = areas[0];
  const add = (condition: Omit<ConditionModel, 'area' | 'look'>): ConditionModel => {
    requireWritable(host, sheet);
    if (host.build.plainOnly === true) throw hostError('not in this version');
    if (area === undefined) throw hostError('no area');
    const added = { ...condition, area, look: {} };
    sheet.conditions.push(added);
    return added;
  };
  const look = (condition: ConditionModel, key: string): Member => ({
    get: () => condition.look[key],
    set: (value) => {
      condition.look[key] = value;
    },
  });
  const part = (name: string, condition: ConditionModel, keys: readonly string[], prefix = name) =>
    property(() =>
      host.bridge.expose(
        name,
        Object.fromEntries(keys.map((key) => [key, look(condition, `${prefix}.${key}`)])),
      ),
    );
  return host.bridge.expose('FormatConditions', {
    Count: property(
      () =>
        sheet.conditions.filter((item) => area !== undefined && overlaps(item.area, area)).length,
    ),
    Delete: {
      call: () => {
        requireWritable(host, sheet);
        sheet.conditions = sheet.conditions.filter(
          (item) => area === undefined || !overlaps(item.area, area),
        );
      },
    },
    Add: {
      call: (type, operator, formula) => {
        if (type !== 2 || operator !== undefined) throw hostError('expressions only');
        if (typeof formula !== 'string' || !formula.startsWith('=')) throw hostError('formula');
        const condition = add({ kind: 'expression', formula });
        return host.bridge.expose('FormatCondition', {
          Interior: part('Interior', condition, ['Color']),
          Font: part('Font', condition, ['Color', 'Bold']),
        });
      },
    },
    AddDatabar: {
      call: () => {
        const condition = add({ kind: 'dataBar' });
        return host.bridge.expose('Databar', {
          BarColor: part('FormatColor', condition, ['Color'], 'BarColor'),
          NegativeBarFormat: property(() =>
            host.bridge.expose('NegativeBarFormat', {
              ColorType: look(condition, 'NegativeBarFormat.ColorType'),
              Color: part('FormatColor', condition, ['Color'], 'NegativeBarFormat'),
            }),
          ),
        });
      },
    },
  });
}
