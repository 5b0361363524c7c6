import { isoDay } from '../../core';
import { formatAmount, formatCount, formatInUnit } from '../formatAmount';
import { formatShare } from '../formatShare';
import type { FormatWords } from '../messages';

const FEN_PER_THOUSAND = 100_000;
const FEN_PER_MILLION = 100_000_000;

export const format: FormatWords = {
  amount: formatAmount,
  shortAmount: (fen) => {
    if (Math.abs(fen) >= FEN_PER_MILLION) return `${formatInUnit(fen, FEN_PER_MILLION)}m`;
    if (Math.abs(fen) >= 10 * FEN_PER_THOUSAND) return `${formatInUnit(fen, FEN_PER_THOUSAND)}k`;
    return formatInUnit(fen, 100);
  },
  count: formatCount,
  day: isoDay,
  share: formatShare,
  unit: (fen) =>
    Math.abs(fen) >= FEN_PER_MILLION
      ? { yuan: FEN_PER_MILLION / 100, suffix: 'm', name: 'million yuan' }
      : { yuan: FEN_PER_THOUSAND / 100, suffix: 'k', name: 'thousand yuan' },
  list: (items) => items.join(', '),
};
