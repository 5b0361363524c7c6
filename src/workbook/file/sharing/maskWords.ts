import type { FindSecrets } from './findSecrets';
import type { Secret } from './secret';

/** What every masking step shares. */
export interface MaskWords {
  readonly find: FindSecrets;
  /** Told of every place that was masked. */
  readonly count: (secrets: readonly Secret[]) => void;
  /** On the sheet of scripts phone numbers go out altogether. */
  readonly withoutPhones?: boolean;
}
