import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { Bench, BenchState } from './bench/createBench';
import { useBenchWords } from './useBenchWords';

const useStyles = makeStyles({
  cover: {
    position: 'absolute',
    inset: 0,
    zIndex: 900,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  bar: { width: 'min(24rem, 70%)' },
});

interface OpeningNoticeProps {
  readonly bench: Bench;
  readonly opening: NonNullable<BenchState['opening']>;
}

/** A file is being opened. */
export function OpeningNotice({ bench, opening }: OpeningNoticeProps) {
  const styles = useStyles();
  const { workbench } = useBenchWords();
  const { files, progress } = opening;
  const [name = ''] = files;
  const title =
    files.length === 1
      ? workbench.opening({ name })
      : workbench.openingSeveral({ files: files.length });
  return (
    <div className={styles.cover}>
      <Text role="status">{title}</Text>
      <ProgressBar
        className={styles.bar}
        aria-label={title}
        {...(progress.total > 0 && { value: Math.min(1, progress.done / progress.total) })}
      />
      <Button onClick={bench.cancelOpening}>{workbench.cancel}</Button>
    </div>
  );
}
