import type { SheetPlan, ValidationPlan } from '../sheetPlan';
import { actOn } from './cells';
import type { WriteQueue } from './writeQueue';

/** What cells may hold; needs ExcelApi 1.8. */
export async function writeValidations(queue: WriteQueue, plan: SheetPlan): Promise<void> {
  for (const validation of plan.validations) {
    await queue.add(
      actOn(
        plan.name,
        validation.range,
        ({ dataValidation }) => {
          dataValidation.rule = ruleOf(validation);
          dataValidation.errorAlert = {
            title: validation.errorTitle,
            message: validation.errorMessage,
            showAlert: true,
            style: 'Stop',
          };
        },
        3,
      ),
    );
  }
}

function ruleOf({ rule }: ValidationPlan): Excel.DataValidationRule {
  if (rule.kind === 'list') {
    return { list: { inCellDropDown: true, source: rule.values.join(',') } };
  }
  // Any day: what the rule keeps out is text.
  return { date: { formula1: '1900-01-01', operator: 'GreaterThan' } };
}
