import type { GeneratedLedger } from './ledgerRows.mjs';

export function writeXlsxLedger(
  path: string,
  ledger: GeneratedLedger,
  options?: { strings?: 'shared' | 'inline' },
): Promise<void>;
