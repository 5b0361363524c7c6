import { Badge, Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { FolderOpenRegular, LocalLanguageRegular, SaveRegular } from '@fluentui/react-icons';
import type { Bench, BenchState } from './bench/createBench';
import { useBenchWords } from './useBenchWords';
import { useFileDialog } from './useFileDialog';

/** A window without room for words: the buttons show their icons, the one to save its colour. */
const NARROW = '@media (max-width: 560px)';
const HIDDEN_IF_NARROW = { [NARROW]: { display: 'none' } } as const;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '48px',
    paddingInline: tokens.spacingHorizontalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  product: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorBrandForeground1,
  },
  file: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  gap: { flexGrow: 1 },
  badge: { whiteSpace: 'nowrap', flexShrink: 0, ...HIDDEN_IF_NARROW },
  button: { whiteSpace: 'nowrap', flexShrink: 0, [NARROW]: { minWidth: 'auto' } },
  label: HIDDEN_IF_NARROW,
});

interface BenchHeaderProps {
  readonly bench: Bench;
  readonly state: BenchState;
  readonly onLanguage: () => void;
}

/** Which file is open, and what can be done with it. */
export function BenchHeader({ bench, state, onLanguage }: BenchHeaderProps) {
  const styles = useStyles();
  const { workbench } = useBenchWords();
  const { header } = workbench;
  const dialog = useFileDialog(bench);
  const { files, saving, unsaved } = state;
  const names = files.join(' + ');
  return (
    <header className={styles.bar}>
      <Text as="h1" size={400} weight="semibold" className={styles.product}>
        {workbench.product}
      </Text>
      <Text className={styles.file} title={names}>
        {names}
      </Text>
      {unsaved && (
        <Badge appearance="tint" color="warning" className={styles.badge}>
          {header.unsaved}
        </Badge>
      )}
      <span className={styles.gap} />
      {dialog.input}
      <Button
        className={styles.button}
        icon={<FolderOpenRegular />}
        appearance="subtle"
        aria-label={header.open}
        onClick={dialog.choose}
      >
        <span className={styles.label}>{header.open}</span>
      </Button>
      <Button
        className={styles.button}
        icon={saving ? <Spinner size="tiny" /> : <SaveRegular />}
        appearance={unsaved ? 'primary' : 'subtle'}
        disabled={files.length === 0 || saving || !unsaved}
        aria-label={saving ? header.saving : header.save}
        onClick={() => void bench.save()}
      >
        <span className={styles.label}>{saving ? header.saving : header.save}</span>
      </Button>
      <Button
        className={styles.button}
        icon={<LocalLanguageRegular />}
        appearance="subtle"
        lang={header.language === 'English' ? 'en' : 'zh-CN'}
        aria-label={header.switchLanguage}
        onClick={onLanguage}
      >
        <span className={styles.label}>{header.language}</span>
      </Button>
    </header>
  );
}
