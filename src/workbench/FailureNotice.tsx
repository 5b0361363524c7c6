import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { Bench, BenchFailure } from './bench/createBench';
import { DismissButton } from './DismissButton';
import { useBenchWords } from './useBenchWords';
import { useFileDialog } from './useFileDialog';

interface FailureNoticeProps {
  readonly bench: Bench;
  readonly failure: BenchFailure;
}

/** What went wrong with a file, and what to do. */
export function FailureNotice({ bench, failure }: FailureNoticeProps) {
  const { workbench, failures } = useBenchWords();
  const { failed } = workbench;
  const dialog = useFileDialog(bench);
  const text =
    'failure' in failure ? failures[failure.failure.code](failure.failure.facts) : workbench.bug;
  return (
    <MessageBar intent="error" layout="multiline" className="bench-notice">
      <MessageBarBody>
        <MessageBarTitle>{failure.during === 'save' ? failed.save : failed.title}</MessageBarTitle>
        {text}
      </MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onClick={bench.dismissFailure} />}>
        {dialog.input}
        {failure.during === 'open' && <Button onClick={dialog.choose}>{failed.retry}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}
