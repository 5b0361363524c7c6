import { Button, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { describeSettings } from '../../app/describeSettings';
import { readSettings } from '../../app/readSettings';
import type { ChosenSettings } from '../../app/chosenSettings';
import { Notice } from '../parts/Notice';
import { Fold } from '../parts/Section';
import { downloadText } from '../downloadText';
import type { PaneHost } from '../paneHost';
import { useWords } from '../useWords';

interface SettingsFileProps {
  readonly host: PaneHost;
  readonly chosen: ChosenSettings;
  readonly onImport: (chosen: ChosenSettings) => void;
}

/** Settings and templates as a file, to hand on to a colleague. */
export function SettingsFile({ host, chosen, onImport }: SettingsFileProps) {
  const { pane, scripts } = useWords();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [notice, setNotice] = useState<{ kind: 'error' | 'info'; text: string }>();
  const read = async (file: File): Promise<void> => {
    const result = readSettings(parseJson(await readText(file)), scripts);
    if (!result.ok) {
      setNotice({ kind: 'error', text: pane.settings.fault(result.fault) });
      return;
    }
    onImport(result.value);
    setNotice({ kind: 'info', text: pane.settings.imported });
  };
  return (
    <Fold title={pane.settings.file}>
      {notice && <Notice kind={notice.kind}>{notice.text}</Notice>}
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className={styles.hidden}
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) void read(file);
        }}
      />
      <Button
        className={styles.button}
        onClick={() => {
          input.current?.click();
        }}
      >
        {pane.settings.importFile}
      </Button>
      <Button
        className={styles.button}
        onClick={() => {
          const text = JSON.stringify(describeSettings(chosen), null, 2);
          const save = host.saveTextFile ?? downloadText;
          save(pane.settings.fileName, text).catch(() => {
            setNotice({ kind: 'error', text: pane.settings.exportFailed });
          });
        }}
      >
        {pane.settings.exportFile}
      </Button>
    </Fold>
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** `File.text` came to browsers later than the engines of older hosts. */
function readText(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('The file cannot be read.'));
    };
    reader.readAsText(file);
  });
}

const useStyles = makeStyles({
  hidden: { display: 'none' },
  button: { marginRight: '8px', marginBottom: '8px' },
});
