import { SECRET_KINDS, type SharingOutcome } from '../workbook/workbook';
import { Notice } from './parts/Notice';
import { useWords } from './useWords';

interface CopiedNoticeProps {
  readonly copied: SharingOutcome;
  readonly onDismiss: () => void;
}

/** What a masked copy holds, and what was left out of it. */
export function CopiedNotice({ copied, onDismiss }: CopiedNoticeProps) {
  const { pane, sharing } = useWords();
  const kinds = SECRET_KINDS.map((kind) => ({
    name: sharing.kinds[kind],
    count: copied.masked[kind],
  }));
  return (
    <Notice kind="info" onDismiss={onDismiss}>
      <div role="status">
        <strong>{pane.more.shared}</strong>
        <div>{sharing.masked({ kinds })}</div>
        <div>{sharing.checked}</div>
        {copied.notes.map((note) => (
          <div key={note}>{sharing.notes[note]}</div>
        ))}
      </div>
    </Notice>
  );
}
