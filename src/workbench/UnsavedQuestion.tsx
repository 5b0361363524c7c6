import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { Bench } from './bench/createBench';
import { useBenchWords } from './useBenchWords';

/** Other files are to be opened over changes that are not saved. */
export function UnsavedQuestion({ bench }: { readonly bench: Bench }) {
  const { replace } = useBenchWords().workbench;
  return (
    <Dialog open modalType="alert" onOpenChange={() => void bench.answer(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{replace.title}</DialogTitle>
          <DialogContent>{replace.text}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void bench.answer(false)}>
              {replace.keep}
            </Button>
            <Button onClick={() => void bench.answer(true)}>{replace.discard}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
