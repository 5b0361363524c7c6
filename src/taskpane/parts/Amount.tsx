import { useWords } from '../useWords';

/** An amount short enough to read at a glance; the exact one on hover. */
export function Amount({
  fen,
  signed = false,
}: {
  readonly fen: number;
  readonly signed?: boolean;
}) {
  const { format, pane } = useWords();
  const sign = signed && fen > 0 ? '+' : '';
  return <span title={pane.exact(format.amount(fen))}>{`${sign}${format.shortAmount(fen)}`}</span>;
}
