import type { ResultStep } from '../app/pane/paneState';
import { useWords } from './useWords';

export function ResultScreen({ step }: { readonly step: ResultStep }) {
  const { pane, format } = useWords();
  const { figures } = step.analysis;
  return (
    <main>
      <h1>{pane.result.title}</h1>
      <dl>
        <dt>{pane.result.customers}</dt>
        <dd>{format.count(figures.customers)}</dd>
        <dt>{pane.result.balance}</dt>
        <dd>{format.shortAmount(figures.balanceFen)}</dd>
      </dl>
    </main>
  );
}
