import { messages } from '../messages';
import type { FoundOffice } from './findOffice';
import { PlainScreen, type ScreenLook } from './PlainScreen';

interface SelfCheckScreenProps extends ScreenLook {
  readonly problem: Exclude<FoundOffice['kind'], 'excel'>;
}

/** What is shown instead of a blank pane: what is missing, and who does what. */
export function SelfCheckScreen({ problem, ...look }: SelfCheckScreenProps) {
  const { selfCheck } = messages(look.language).excelPane;
  const words = selfCheck.problems[problem];
  const script = document.querySelector<HTMLScriptElement>('script[src*="office.js"]')?.src;
  return (
    <PlainScreen {...look} title={words.title}>
      <p>{words.text}</p>
      <ul>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p style={{ overflowWrap: 'anywhere' }}>
        {selfCheck.address} <code>{window.location.origin + window.location.pathname}</code>
        <br />
        {selfCheck.script} <code>{script ?? '—'}</code>
      </p>
    </PlainScreen>
  );
}
