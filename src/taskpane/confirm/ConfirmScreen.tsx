import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isComplete, mappingsOf, type ColumnChoices } from '../../app/pane/confirmStep';
import type { DetectedWorkbook } from '../../app/pane/detectedWorkbook';
import type { FieldEvidence, Settings } from '../../core';
import { Notice } from '../parts/Notice';
import { Screen } from '../parts/Screen';
import { Fold, Section } from '../parts/Section';
import { useWords } from '../useWords';
import { FieldQuestion } from './FieldQuestion';

interface ConfirmScreenProps {
  readonly detected: DetectedWorkbook;
  readonly onConfirm: (mappings: Settings['mappings']) => void;
  readonly onCancel: () => void;
}

/** The one question before an analysis: the doubtful columns first, the cells beside them. */
export function ConfirmScreen({ detected, onConfirm, onCancel }: ConfirmScreenProps) {
  const words = useWords();
  const { pane } = words;
  const styles = useStyles();
  const [choices, setChoices] = useState<ColumnChoices>({});
  const complete = isComplete(detected, choices);
  const asked = detected.sheets.filter(({ evidence }) => evidence !== undefined);
  return (
    <Screen
      footer={
        <div className={styles.footer}>
          <Button onClick={onCancel}>{pane.cancel}</Button>
          <Button
            appearance="primary"
            className={styles.main}
            disabled={!complete}
            onClick={() => {
              onConfirm(mappingsOf(detected, choices));
            }}
          >
            {pane.confirm.go}
          </Button>
        </div>
      }
    >
      <h1 className={styles.title}>{pane.confirm.title}</h1>
      <p className={styles.hint}>{pane.confirm.hint}</p>
      {detected.problem && !complete && (
        <Notice kind="error">{words.problem(detected.problem)}</Notice>
      )}
      {asked.map(({ layout, evidence }) => {
        if (evidence === undefined) return null;
        const question = (field: FieldEvidence) => (
          <FieldQuestion
            key={field.field}
            evidence={field}
            columns={evidence.columns}
            choice={choices[layout.layoutKey]?.[field.field]}
            onChoose={(letter) => {
              setChoices((before) => ({
                ...before,
                [layout.layoutKey]: { ...before[layout.layoutKey], [field.field]: letter },
              }));
            }}
          />
        );
        const doubtful = evidence.fields.filter(({ doubt }) => doubt !== undefined);
        const sure = evidence.fields.filter(({ doubt }) => doubt === undefined);
        return (
          <Section
            key={layout.layoutKey}
            title={pane.confirm.sheet(layout.name, layout.headerRow + layout.headerRows)}
          >
            {doubtful.map(question)}
            {sure.length > 0 && (
              <Fold title={pane.confirm.sure(sure.length)}>{sure.map(question)}</Fold>
            )}
          </Section>
        );
      })}
    </Screen>
  );
}

const useStyles = makeStyles({
  footer: { display: 'flex' },
  main: { flexGrow: 1, marginLeft: '8px' },
  title: {
    marginTop: '8px',
    marginBottom: '4px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: { marginTop: 0, marginBottom: '12px', color: tokens.colorNeutralForeground2 },
});
