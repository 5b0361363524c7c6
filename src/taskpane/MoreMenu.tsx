import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { PaneStore } from '../app/pane/createPaneStore';
import type { ResultStep } from '../app/pane/paneState';
import { MoreIcon } from './parts/icons';
import type { PaneHost } from './paneHost';
import { useWords } from './useWords';

interface MoreMenuProps {
  readonly step: ResultStep;
  readonly host: PaneHost;
  readonly store: PaneStore;
}

/** What concerns the whole workbook: analyse again, undo all, share. */
export function MoreMenu({ step, host, store }: MoreMenuProps) {
  const { pane } = useWords();
  const busy = step.busy !== undefined;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreIcon />} aria-label={pane.more.label} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem disabled={busy} onClick={() => void store.analyze()}>
            {pane.more.again}
          </MenuItem>
          {host.saveSharingCopy && (
            <MenuItem disabled={busy} onClick={() => void store.saveSharingCopy()}>
              {pane.more.share}
            </MenuItem>
          )}
          <MenuItem
            disabled={busy}
            onClick={() => {
              store.askRestore(true);
            }}
          >
            {pane.more.restore}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
