import { report as en } from './en/report';
import { report as zhCN } from './zh-CN/report';

/** Headers of the columns added to a ledger, in every language: a run knows those of another. */
export const ledgerHeaders = [zhCN.ledger, en.ledger];
