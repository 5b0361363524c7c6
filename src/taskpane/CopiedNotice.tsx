import { makeStyles } from '@fluentui/react-components';
import type { SharingOutcome } from '../workbook/workbook';
import { Notice } from './parts/Notice';
import { useWords } from './useWords';

interface CopiedNoticeProps {
  readonly copied: SharingOutcome;
  readonly onDismiss: () => void;
}

/** What a masked copy holds, and what was left out of it. */
export function CopiedNotice({ copied, onDismiss }: CopiedNoticeProps) {
  const { pane, sharing } = useWords();
  const styles = useStyles();
  const { masked, notes } = copied;
  const lines = [
    sharing.masked(masked),
    sharing.checked,
    ...notes.map((note) => sharing.notes[note]),
  ];
  return (
    <Notice kind="info" onDismiss={onDismiss}>
      <div role="status">
        <strong>{pane.more.shared}</strong>
        <ul className={styles.lines}>
          {lines.map((line) => (
            <li key={line} className={styles.line}>
              {line}
            </li>
          ))}
        </ul>
      </div>
    </Notice>
  );
}

const useStyles = makeStyles({
  lines: { marginTop: '4px', marginBottom: 0, paddingLeft: '18px' },
  line: { marginBottom: '2px', '::first-letter': { textTransform: 'uppercase' } },
});
