import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ColumnPreview, type FieldEvidence, columnLetter } from '../../core';
import { useWords } from '../useWords';

interface FieldQuestionProps {
  readonly evidence: FieldEvidence;
  readonly columns: readonly ColumnPreview[];
  /** The letter that the user has chosen, empty for no column. */
  readonly choice: string | undefined;
  readonly onChoose: (letter: string) => void;
}

/** Which column is it? With why we ask, and the column's first cells. */
export function FieldQuestion({ evidence, columns, choice, onChoose }: FieldQuestionProps) {
  const { pane, terms, format } = useWords();
  const styles = useStyles();
  const first = evidence.columns[0];
  const letter = choice ?? (first === undefined ? '' : columnLetter(first));
  const shown = columns.find((column) => column.letter === letter);
  return (
    <div className={styles.question}>
      <Field
        label={{ children: terms.fields[evidence.field], className: styles.label }}
        {...(evidence.doubt && {
          validationState: 'warning' as const,
          // Asked in passing, one after the other: not to be read out all at once.
          validationMessage: { children: pane.confirm.doubts[evidence.doubt], role: 'note' },
        })}
      >
        <Select
          value={letter}
          onChange={(_, { value }) => {
            onChoose(value);
          }}
        >
          <option value="">{pane.confirm.noColumn}</option>
          {columns.map((column) => (
            <option key={column.letter} value={column.letter}>
              {pane.confirm.column(column.letter, column.header)}
            </option>
          ))}
        </Select>
      </Field>
      {shown && (
        <p className={styles.cells} aria-live="polite">
          {shown.samples.length === 0
            ? pane.confirm.emptyColumn
            : pane.confirm.cells(format.list(shown.samples))}
        </p>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  label: { '::first-letter': { textTransform: 'uppercase' } },
  question: { marginBottom: '16px' },
  cells: {
    marginTop: '4px',
    marginBottom: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});
