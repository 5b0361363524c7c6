import { Button, ProgressBar } from '@fluentui/react-components';
import { runShare, STAGES, type RunStep } from '../app/pane/paneState';
import { useWords } from './useWords';

interface RunScreenProps {
  readonly step: RunStep;
  readonly onCancel: () => void;
}

export function RunScreen({ step, onCancel }: RunScreenProps) {
  const { pane } = useWords();
  const { progress, cancelling } = step;
  return (
    <main>
      <h1>{pane.run.title}</h1>
      <ProgressBar value={runShare(progress)} aria-label={pane.run.title} />
      <p role="status">
        {pane.run.stage(STAGES.indexOf(progress.stage) + 1, STAGES.length, progress.stage)}
      </p>
      <Button onClick={onCancel} disabled={cancelling}>
        {cancelling ? pane.run.cancelling : pane.run.cancel}
      </Button>
    </main>
  );
}
