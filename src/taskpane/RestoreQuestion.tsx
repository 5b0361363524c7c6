import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useWords } from './useWords';

interface RestoreQuestionProps {
  readonly open: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Is everything to be undone? Says what will be lost. */
export function RestoreQuestion({ open, onConfirm, onCancel }: RestoreQuestionProps) {
  const { pane } = useWords();
  return (
    <Dialog
      open={open}
      modalType="alert"
      onOpenChange={(_, change) => {
        if (!change.open) onCancel();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{pane.more.restoreTitle}</DialogTitle>
          <DialogContent>{pane.more.restoreText}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onConfirm}>
              {pane.more.restoreConfirm}
            </Button>
            <Button onClick={onCancel}>{pane.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
