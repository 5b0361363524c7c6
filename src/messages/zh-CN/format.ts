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
  unit: (fen) =>
    Math.abs(fen) >= FEN_PER_YI
      ? { yuan: FEN_PER_YI / 100, suffix: '亿', name: '亿元' }
      : { yuan: FEN_PER_WAN / 100, suffix: '万', name: '万元' },
  list: (items) => items.join('、'),
};
