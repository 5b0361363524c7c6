import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { messages } from '../../messages';
import { copyText } from '../../taskpane/copyText';
import { PlainScreen, type ScreenLook } from '../PlainScreen';
import { countTroubles } from './runDiagnostics';

interface DiagnosticsScreenProps extends ScreenLook {
  /** The text to send. */
  readonly run: () => Promise<string>;
}

/** Checks this Excel by one click, says how it went and shows what to send to whoever helps. */
export function DiagnosticsScreen({ run, ...look }: DiagnosticsScreenProps) {
  const { diagnostics: words } = messages(look.language).excelPane;
  const [isRunning, setIsRunning] = useState(false);
  const [report, setReport] = useState('');
  const start = async (): Promise<void> => {
    setIsRunning(true);
    setReport(await run());
    setIsRunning(false);
  };
  const troubles = countTroubles(report);
  const verdict = troubles === 0 ? words.allWell : words.troubles(troubles);
  return (
    <PlainScreen {...look} title={words.title}>
      <p>{words.text}</p>
      <Button appearance="primary" disabled={isRunning} onClick={() => void start()}>
        {words.start}
      </Button>
      <p role="status">{isRunning ? words.running : report === '' ? '' : verdict}</p>
      {report !== '' && <Report key={report} text={report} words={words} />}
    </PlainScreen>
  );
}

interface ReportProps {
  readonly text: string;
  readonly words: Readonly<Record<'report' | 'copy' | 'copied', string>>;
}

function Report({ text, words }: ReportProps) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    setIsCopied(await copyText(text));
  };
  return (
    <>
      <Button style={{ marginBottom: '12px' }} onClick={() => void copy()}>
        {isCopied ? words.copied : words.copy}
      </Button>
      <Field label={words.report}>
        <Textarea
          readOnly
          value={text}
          textarea={{ style: { height: '420px', maxHeight: 'none' } }}
        />
      </Field>
    </>
  );
}
