import type { ConditionalFormatPlan } from '../sheetPlan';
import { actOn } from './cells';
import type { WriteQueue } from './writeQueue';

/** Formats that follow the values. */
export async function writeConditionalFormats(
  queue: WriteQueue,
  sheet: string,
  plans: readonly ConditionalFormatPlan[],
): Promise<void> {
  // Excel puts each new one before those that are there.
  for (const plan of [...plans].reverse()) {
    await queue.add(
      actOn(
        sheet,
        plan.range,
        (range) => {
          addFormat(range, plan);
        },
        8,
      ),
    );
  }
}

function addFormat({ conditionalFormats }: Excel.Range, plan: ConditionalFormatPlan): void {
  if (plan.kind === 'dataBar') {
    const { positiveFormat, negativeFormat } = conditionalFormats.add('DataBar').dataBar;
    positiveFormat.fillColor = `#${plan.color}`;
    positiveFormat.gradientFill = false;
    negativeFormat.matchPositiveFillColor = false;
    negativeFormat.fillColor = `#${plan.negativeColor}`;
    return;
  }
  const { rule, format } = conditionalFormats.add('Custom').custom;
  const { bold, color, fill } = plan.look;
  rule.formula = `=${plan.formula}`;
  if (bold !== undefined) format.font.bold = bold;
  if (color !== undefined) format.font.color = `#${color}`;
  if (fill !== undefined) format.fill.color = `#${fill}`;
}
