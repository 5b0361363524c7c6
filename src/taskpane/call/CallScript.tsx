import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallRound } from '../../app/pane/callStep';
import type { CustomerDetail } from '../../app/pane/paneAnalysis';
import { copyText } from '../copyText';
import { CopyIcon } from '../parts/icons';
import { Fold, Section } from '../parts/Section';
import { stepLabels } from '../stepLabels';
import { useWords } from '../useWords';

interface CallScriptProps {
  readonly detail: CustomerDetail;
  readonly round: CallRound;
}

/** What to say: the seven steps on the phone, the two texts on WeChat, what to mind beside them. */
export function CallScript({ detail, round }: CallScriptProps) {
  const words = useWords();
  const { pane, report, terms } = words;
  const styles = useStyles();
  const { script } = detail;
  const labels = report.scripts.lines;
  const steps = stepLabels(words);
  return (
    <Section title={pane.call.script(terms.scriptCases[script.case])}>
      <Fold title={labels.guidance} open={script.case === 'veryLarge'}>
        <p className={styles.guidance}>{script.guidance}</p>
      </Fold>
      {round === 'phone' ? (
        <ol className={styles.steps}>
          {script.steps.map((text, index) => (
            <li key={steps[index]} className={styles.step}>
              <span className={styles.label}>{steps[index]}</span>
              <span className={styles.text}>{text}</span>
            </li>
          ))}
        </ol>
      ) : (
        <>
          <CopyableText label={labels.weChatRequest} text={script.weChatRequest} />
          <CopyableText label={labels.firstMessage} text={script.firstMessage} />
        </>
      )}
    </Section>
  );
}

function CopyableText({ label, text }: { readonly label: string; readonly text: string }) {
  const { pane } = useWords();
  const styles = useStyles();
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.step}>
      <span className={styles.label}>{label}</span>
      <span className={styles.text}>{text}</span>
      <Button
        size="small"
        icon={<CopyIcon />}
        className={styles.copy}
        aria-label={pane.call.copy(label)}
        onClick={() => {
          void copyText(text).then(setCopied);
        }}
      >
        {copied ? pane.copied : pane.copy}
      </Button>
    </div>
  );
}

const useStyles = makeStyles({
  guidance: {
    marginTop: 0,
    marginBottom: 0,
    whiteSpace: 'pre-line',
    color: tokens.colorNeutralForeground2,
  },
  steps: {
    listStyleType: 'none',
    marginTop: 0,
    marginBottom: 0,
    paddingLeft: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  step: {
    paddingTop: '10px',
    paddingBottom: '10px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  label: {
    display: 'block',
    marginBottom: '2px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  text: {
    display: 'block',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
  },
  copy: { marginTop: '8px' },
});
