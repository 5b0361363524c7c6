import { Button, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { messages } from '../../messages';
import { PlainScreen, type ScreenLook } from '../PlainScreen';

interface DiagnosticsScreenProps extends ScreenLook {
  /** The text to send. */
  readonly run: () => Promise<string>;
}

/** Checks this Excel by one click and shows what to send to whoever helps. */
export function DiagnosticsScreen({ run, ...look }: DiagnosticsScreenProps) {
  const { diagnostics } = messages(look.language).excelPane;
  const [isRunning, setIsRunning] = useState(false);
  const [report, setReport] = useState('');
  const start = async (): Promise<void> => {
    setIsRunning(true);
    setReport(await run());
    setIsRunning(false);
  };
  return (
    <PlainScreen {...look} title={diagnostics.title}>
      <p>{diagnostics.text}</p>
      <Button appearance="primary" disabled={isRunning} onClick={() => void start()}>
        {diagnostics.start}
      </Button>
      <p role="status">{isRunning ? diagnostics.running : report === '' ? '' : diagnostics.send}</p>
      {report !== '' && (
        <Textarea
          readOnly
          value={report}
          rows={18}
          style={{ width: '100%' }}
          aria-label={diagnostics.report}
        />
      )}
    </PlainScreen>
  );
}
