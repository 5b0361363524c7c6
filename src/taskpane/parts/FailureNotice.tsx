import type { PaneStore } from '../../app/pane/createPaneStore';
import type { ResultStep } from '../../app/pane/paneState';
import { CopyDetails } from '../CopyDetails';
import { describePaneFailure } from '../describePaneFailure';
import { useWords } from '../useWords';
import { Notice } from './Notice';

/** What went wrong last, over a result that still holds. */
export function FailureNotice({
  step,
  store,
}: {
  readonly step: ResultStep;
  readonly store: PaneStore;
}) {
  const words = useWords();
  const { failure } = step;
  if (failure === undefined) return null;
  return (
    <Notice kind="error" onDismiss={store.dismissNotice}>
      {describePaneFailure(failure, words)}
      {failure.kind === 'bug' && <CopyDetails error={failure.error} />}
    </Notice>
  );
}
