import { isoDay } from '../../core';
import { formatAmount, formatCount, formatInUnit } from '../formatAmount';
import { formatShare } from '../formatShare';
import type { FormatWords } from '../messages';

const FEN_PER_WAN = 1_000_000;
const FEN_PER_YI = 10_000_000_000;

export const format: FormatWords = {
  amount: formatAmount,
  shortAmount: (fen) => {
    if (Math.abs(fen) >= FEN_PER_YI) return `${formatInUnit(fen, FEN_PER_YI)}亿`;
    if (Math.abs(fen) >= FEN_PER_WAN) return `${formatInUnit(fen, FEN_PER_WAN)}万`;
    return `${formatInUnit(fen, 100)}元`;
  },
  count: formatCount,
  day: isoDay,
  share: formatShare,
  list: (items) => items.join('、'),
};
