import { textCell } from './layOutTable';
import { widthOf, type OverviewGrid } from './overviewGrid';
import type { ReportInput } from './reportInput';
import { wrappedHeight } from './textSize';

const ROW_POINTS = 18;
const VALUE_COLUMN = 3;

/** The numbers that the analysis went by, in words. */
export function addParameters(
  grid: OverviewGrid,
  { analysis: { settings, basis }, words }: ReportInput,
): void {
  const labels = words.report.overview.parameters;
  grid.heading(labels.heading);
  const row = (label: string, value: string): void => {
    grid.add(
      [
        [textCell(label, 'label'), VALUE_COLUMN],
        [textCell(value, 'reason'), 8],
      ],
      Math.max(ROW_POINTS, wrappedHeight([value], [widthOf(VALUE_COLUMN)]) - 4),
    );
  };
  row(labels.basis, words.terms.bases[basis]);
  row(labels.classes, labels.classesValue(settings.classAShare, settings.classBShare));
  row(
    labels.stable,
    labels.stableValue(settings.stableFloorFen, settings.stableShare, settings.stableCapFen),
  );
  row(labels.stances, labels.stancesValue(settings.claimShare, settings.negotiateShare));
  row(
    labels.maturity,
    labels.maturityValue(settings.urgentMaturityDays, settings.maturingDays, settings.reminderDays),
  );
  row(labels.duplicates, labels.duplicatesValue(settings.keepDuplicates));
}
