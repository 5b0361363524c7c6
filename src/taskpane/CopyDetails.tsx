import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { copyText } from './copyText';
import { describeBug } from './describeBug';
import { useWords } from './useWords';

/** Copies what an administrator needs to find a mistake of ours; it names no customer. */
export function CopyDetails({ error }: { readonly error: unknown }) {
  const { pane } = useWords();
  const styles = useStyles();
  const [copied, setCopied] = useState(false);
  return (
    <p className={styles.line}>
      <Button
        onClick={() => {
          void copyText(describeBug(error)).then(setCopied);
        }}
      >
        {pane.failed.copyDetails}
      </Button>
      <span role="status" className={styles.done}>
        {copied ? pane.copied : ''}
      </span>
    </p>
  );
}

const useStyles = makeStyles({
  line: { marginTop: '12px' },
  done: { marginLeft: '8px' },
});
