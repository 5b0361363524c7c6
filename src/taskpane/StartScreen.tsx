import { Button } from '@fluentui/react-components';
import { useWords } from './useWords';

export function StartScreen({ onAnalyze }: { readonly onAnalyze: () => void }) {
  const { pane } = useWords();
  return (
    <main>
      <h1>{pane.title}</h1>
      <p>{pane.start.promise}</p>
      <Button appearance="primary" size="large" onClick={onAnalyze}>
        {pane.start.analyze}
      </Button>
    </main>
  );
}
