import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { PaneFailure } from '../app/pane/paneState';
import { messages } from '../messages';
import { describePaneFailure } from '../taskpane/describePaneFailure';
import { Notice } from '../taskpane/parts/Notice';
import type { RestorableWorkbook } from '../workbook/workbook';
import { WorkbookFailure } from '../workbook/workbookFailure';
import { PlainScreen, type ScreenLook } from './PlainScreen';

interface RestoreScreenProps extends ScreenLook {
  readonly workbook: RestorableWorkbook;
  readonly onDone: () => void;
}

type Stage =
  | { readonly name: 'asking' | 'working' }
  | { readonly name: 'restored'; readonly sheets: readonly string[] }
  | { readonly name: 'failed'; readonly failure: PaneFailure };

/** 恢复原表 of the ribbon: what the user has typed goes as well, so it is asked for. */
export function RestoreScreen({ workbook, onDone, ...look }: RestoreScreenProps) {
  const words = messages(look.language);
  const { pane, excelPane } = words;
  const [stage, setStage] = useState<Stage>({ name: 'asking' });
  const restore = async (): Promise<void> => {
    setStage({ name: 'working' });
    setStage(await tryRestore(workbook));
  };
  return (
    <PlainScreen {...look} title={excelPane.restore.title}>
      <div role="status">
        {stage.name === 'working' && <p>{pane.result.busy.restore}</p>}
        {stage.name === 'restored' && <p>{pane.start.restored(stage.sheets)}</p>}
        {stage.name === 'failed' && (
          <Notice kind="error">{describePaneFailure(stage.failure, words)}</Notice>
        )}
      </div>
      {stage.name === 'asking' && <p>{pane.more.restoreText}</p>}
      {(stage.name === 'asking' || stage.name === 'failed') && (
        <Button appearance="primary" onClick={() => void restore()}>
          {pane.more.restoreConfirm}
        </Button>
      )}{' '}
      {stage.name !== 'working' && <Button onClick={onDone}>{excelPane.back}</Button>}
    </PlainScreen>
  );
}

async function tryRestore(workbook: RestorableWorkbook): Promise<Stage> {
  try {
    const { restored } = await workbook.restore();
    return restored.length > 0
      ? { name: 'restored', sheets: restored }
      : { name: 'failed', failure: { kind: 'nothingToRestore' } };
  } catch (error) {
    const isRefusal = error instanceof WorkbookFailure;
    const failure: PaneFailure = isRefusal
      ? { kind: 'workbook', failure: error }
      : { kind: 'bug', error };
    return { name: 'failed', failure };
  }
}
