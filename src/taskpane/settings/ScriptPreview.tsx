import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ChosenSettings } from '../../app/chosenSettings';
import type { PaneStore } from '../../app/pane/createPaneStore';
import type { PaneAnalysis } from '../../app/pane/paneAnalysis';
import type { Script, ScriptCase } from '../../core';
import type { Messages } from '../../messages';
import { Section } from '../parts/Section';
import { stepLabels } from '../stepLabels';
import { useWords } from '../useWords';

interface ScriptPreviewProps {
  readonly store: PaneStore;
  readonly analysis: PaneAnalysis;
  readonly chosen: ChosenSettings | undefined;
  readonly scriptCase: ScriptCase;
}

interface Preview {
  readonly name: string;
  readonly script: Script;
}

/** Customers tried, from the head of the call list, until one is of this kind. */
const TRIED = 200;
const WAIT_MS = 300;

/** The texts as they would be spoken to a customer of this kind. */
export function ScriptPreview({ store, analysis, chosen, scriptCase }: ScriptPreviewProps) {
  const words = useWords();
  const { pane } = words;
  const styles = useStyles();
  const [preview, setPreview] = useState<Preview>();
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      findPreview({ store, analysis, chosen, scriptCase }).then(
        (found) => {
          if (wanted) setPreview(found);
        },
        () => {
          if (wanted) setPreview(undefined);
        },
      );
    }, WAIT_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [store, analysis, chosen, scriptCase]);
  return (
    <Section title={pane.settings.templates.preview}>
      {preview === undefined ? (
        <p className={styles.hint}>{pane.settings.templates.noPreview}</p>
      ) : (
        <div aria-live="polite">
          <p className={styles.hint}>{pane.settings.templates.previewOf(preview.name)}</p>
          {linesOf(preview.script, words).map(({ label, text }) => (
            <div key={label} className={styles.text}>
              <div className={styles.hint}>{label}</div>
              {text}
            </div>
          ))}
        </div>
      )}
    </Section>
  );
}

function linesOf({ steps, weChatRequest, firstMessage }: Script, words: Messages) {
  const labels = stepLabels(words);
  const { lines } = words.report.scripts;
  return [
    ...steps.map((text, index) => ({ label: labels[index], text })),
    { label: lines.weChatRequest, text: weChatRequest },
    { label: lines.firstMessage, text: firstMessage },
  ];
}

async function findPreview({
  store,
  analysis,
  chosen,
  scriptCase,
}: ScriptPreviewProps): Promise<Preview | undefined> {
  const { customers } = analysis;
  if (chosen === undefined) return undefined;
  for (let position = 0; position < Math.min(TRIED, customers.count); position++) {
    const { script } = await store.describe(customers.customer[position] ?? 0, chosen);
    if (script.case === scriptCase) {
      return { name: customers.name[position] || customers.id[position] || '', script };
    }
  }
  return undefined;
}

const useStyles = makeStyles({
  hint: { marginTop: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  text: { marginTop: 0, marginBottom: '8px', whiteSpace: 'pre-line' },
});
