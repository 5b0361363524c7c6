import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useBenchWords } from './useBenchWords';

const useStyles = makeStyles({
  overlay: {
    position: 'absolute',
    inset: 0,
    zIndex: 1000,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    opacity: 0.92,
  },
});

/** Files hang over the page. */
export function DropOverlay() {
  const styles = useStyles();
  const { workbench } = useBenchWords();
  return (
    <div className={styles.overlay}>
      <Text size={600} weight="semibold">
        {workbench.dropHere}
      </Text>
    </div>
  );
}
