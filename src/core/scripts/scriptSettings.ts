import type { PredecessorMove, PredecessorTie } from './scriptTemplates';

/** What the user says about the calls; the default invents nothing. */
export interface ScriptSettings {
  /** Branch as customers call it; the customer's own branch in the ledger comes first. */
  readonly branch?: string;
  /** What stands near the branch: 菜市场对面. */
  readonly landmark?: string;
  /** A current activity, as one or two spoken sentences; may hold placeholders. */
  readonly activity?: string;
  readonly move: PredecessorMove;
  /** Only where the predecessor was well liked. */
  readonly tie?: PredecessorTie;
  /** 您 to everybody. */
  readonly polite: boolean;
  /** Customer ids, in their shown form, to be addressed as 您. */
  readonly politeCustomers: readonly string[];
  readonly politeFromAge: number;
  /** Balance or daily average from which a customer is approached through an acquaintance. */
  readonly veryLargeFen: number;
}

export const DEFAULT_SCRIPT_SETTINGS: ScriptSettings = {
  move: 'post',
  polite: false,
  politeCustomers: [],
  politeFromAge: 60,
  veryLargeFen: 5_000_000_00,
};
