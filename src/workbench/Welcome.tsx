import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DocumentTableArrowRightRegular, LockClosedRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Bench } from './bench/createBench';
import { useBenchWords } from './useBenchWords';
import { useFileDialog } from './useFileDialog';

const useStyles = makeStyles({
  area: {
    position: 'absolute',
    inset: tokens.spacingHorizontalL,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    overflow: 'auto',
    textAlign: 'center',
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  icon: { fontSize: '56px', color: tokens.colorBrandForeground1 },
  text: { maxWidth: '30em', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  failed: { color: tokens.colorPaletteRedForeground1 },
  privacy: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
  },
});

const SAMPLE = 'sample-export.xlsx';

/** What a new user sees first: where to drop a file, and a sample to try. */
export function Welcome({ bench }: { readonly bench: Bench }) {
  const styles = useStyles();
  const { workbench } = useBenchWords();
  const { welcome, header } = workbench;
  const dialog = useFileDialog(bench);
  const [failed, setFailed] = useState(false);
  return (
    <div className={styles.area}>
      <DocumentTableArrowRightRegular className={styles.icon} />
      <Text as="h2" size={600} weight="semibold">
        {welcome.title}
      </Text>
      <Text className={styles.text}>{welcome.formats}</Text>
      <div className={styles.buttons}>
        {dialog.input}
        <Button appearance="primary" size="large" onClick={dialog.choose}>
          {header.open}
        </Button>
        <Button
          size="large"
          onClick={() => {
            setFailed(false);
            openSample(bench).catch(() => {
              setFailed(true);
            });
          }}
        >
          {welcome.sample}
        </Button>
      </div>
      <Text role="alert" className={styles.failed}>
        {failed ? welcome.sampleFailed : ''}
      </Text>
      <Text size={200} className={styles.privacy}>
        <LockClosedRegular />
        {welcome.privacy}
      </Text>
    </div>
  );
}

async function openSample(bench: Bench): Promise<void> {
  const response = await fetch(SAMPLE);
  if (!response.ok) throw new Error(`The server answers ${String(response.status)}.`);
  await bench.open([{ name: SAMPLE, file: await response.blob() }]);
}
