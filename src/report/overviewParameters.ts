import type { PlanCell } from '../workbook/sheetPlan';
import { textCell } from './layOutTable';
import type { ReportInput } from './reportInput';

/** The numbers that the analysis went by, in words. */
export function planParameters({
  analysis: { settings, basis },
  words,
}: ReportInput): PlanCell[][] {
  const labels = words.report.overview.parameters;
  const row = (label: string, value: string): PlanCell[] => [
    textCell(label, 'label'),
    textCell(value, 'plain'),
  ];
  return [
    [textCell(labels.heading, 'heading')],
    row(labels.basis, words.terms.bases[basis]),
    row(labels.classes, labels.classesValue(settings.classAShare, settings.classBShare)),
    row(
      labels.stable,
      labels.stableValue(settings.stableFloorFen, settings.stableShare, settings.stableCapFen),
    ),
    row(labels.stances, labels.stancesValue(settings.claimShare, settings.negotiateShare)),
    row(
      labels.maturity,
      labels.maturityValue(
        settings.urgentMaturityDays,
        settings.maturingDays,
        settings.reminderDays,
      ),
    ),
    row(labels.duplicates, labels.duplicatesValue(settings.keepDuplicates)),
  ];
}
