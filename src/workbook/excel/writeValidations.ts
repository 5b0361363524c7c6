import type { SheetPlan, ValidationPlan } from '../sheetPlan';
import { validationList } from '../validationList';
import { actOn } from './cells';
import type { WriteQueue } from './writeQueue';

/** What Excel takes. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

/** What cells may hold; needs ExcelApi 1.8. */
export async function writeValidations(queue: WriteQueue, plan: SheetPlan): Promise<void> {
  for (const validation of plan.validations) {
    const rule = ruleOf(validation);
    if (rule === undefined) continue;
    await queue.add(
      actOn(
        plan.name,
        validation.range,
        ({ dataValidation }) => {
          dataValidation.rule = rule;
          dataValidation.errorAlert = {
            title: validation.errorTitle.slice(0, LONGEST_TITLE),
            message: validation.errorMessage.slice(0, LONGEST_MESSAGE),
            showAlert: true,
            style: 'Stop',
          };
        },
        3,
      ),
    );
  }
}

function ruleOf(validation: ValidationPlan): Excel.DataValidationRule | undefined {
  if (validation.rule.kind === 'list') {
    const source = validationList(validation);
    return source === undefined ? undefined : { list: { inCellDropDown: true, source } };
  }
  // Any day: what the rule keeps out is text.
  return { date: { formula1: '1900-01-01', operator: 'GreaterThanOrEqualTo' } };
}
