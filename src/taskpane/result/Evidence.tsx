import { makeStyles, tokens } from '@fluentui/react-components';
import type { DetectedWorkbook } from '../../app/pane/detectedWorkbook';
import type { PaneAnalysis } from '../../app/pane/paneAnalysis';
import { columnLetter, FIELDS } from '../../core';
import { useWords } from '../useWords';

interface EvidenceProps {
  readonly detected: DetectedWorkbook;
  readonly analysis: PaneAnalysis;
}

/** How the workbook was understood: sheets, header rows, columns, unit, data date, managers. */
export function Evidence({ detected, analysis }: EvidenceProps) {
  const { pane, terms, format } = useWords();
  const styles = useStyles();
  return (
    <>
      <p className={styles.line}>{pane.evidence.dataDate(analysis.dataDate)}</p>
      {analysis.managers.length > 0 && (
        <p className={styles.line}>
          {pane.evidence.managers(
            format.list(
              analysis.managers
                .slice(0, 8)
                .map(({ name, code, own }) => pane.evidence.manager(name || code, own)),
            ),
            analysis.managers.length,
          )}
        </p>
      )}
      {detected.sheets.map(({ layout }) => (
        <div key={layout.name} className={styles.sheet}>
          <p className={styles.name}>
            {pane.evidence.sheet(layout.name, layout.role, layout.headerRow + layout.headerRows)}
          </p>
          {layout.role === 'ledger' && (
            <p className={styles.line}>{pane.evidence.unit(layout.balanceUnit)}</p>
          )}
          <ul className={styles.columns}>
            {FIELDS.flatMap((field) => {
              const columns = layout.columns[field];
              if (columns === undefined) return [];
              const letters = format.list(columns.map(columnLetter));
              const header = layout.headers[columns[0] ?? -1] ?? '';
              return (
                <li key={field} className={styles.column}>
                  {pane.evidence.column(terms.fields[field], letters, header)}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </>
  );
}

const useStyles = makeStyles({
  line: { marginTop: 0, marginBottom: '4px' },
  sheet: { marginTop: '12px' },
  name: { marginTop: 0, marginBottom: '4px', fontWeight: tokens.fontWeightSemibold },
  column: { '::first-letter': { textTransform: 'uppercase' } },
  columns: {
    marginTop: '4px',
    marginBottom: 0,
    paddingLeft: '18px',
    color: tokens.colorNeutralForeground2,
  },
});
