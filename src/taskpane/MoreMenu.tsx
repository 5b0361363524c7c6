import type { PaneStore } from '../app/pane/createPaneStore';
import type { ResultStep } from '../app/pane/paneState';
import { MoreIcon } from './parts/icons';
import { MenuButton } from './parts/MenuButton';
import type { PaneHost } from './paneHost';
import { useWords } from './useWords';

interface MoreMenuProps {
  readonly step: ResultStep;
  readonly host: PaneHost;
  readonly store: PaneStore;
}

/** What concerns the whole workbook: analyse again, undo all, share. */
export function MoreMenu({ step, host, store }: MoreMenuProps) {
  const { more } = useWords().pane;
  const disabled = step.busy !== undefined;
  const again = { label: more.again, onChoose: () => void store.analyze() };
  const share = { label: more.share, onChoose: () => void store.saveSharingCopy() };
  const restore = {
    label: more.restore,
    onChoose: () => {
      store.askRestore(true);
    },
  };
  const choices = host.saveSharingCopy ? [again, share, restore] : [again, restore];
  return (
    <MenuButton
      label={more.label}
      icon={<MoreIcon />}
      choices={choices.map((choice) => ({ ...choice, disabled }))}
    />
  );
}
