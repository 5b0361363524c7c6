/** Why a customer has its priority, as codes and facts (SPEC 7); `messages` makes words of them. */
export type Reason =
  | {
      readonly code: 'class';
      readonly valueClass: 'A' | 'B' | 'C';
      readonly by: 'balance' | 'dailyAverage';
    }
  | { readonly code: 'outflow'; readonly deltaFen: number }
  | { readonly code: 'inflow'; readonly deltaFen: number }
  | { readonly code: 'stable' }
  | { readonly code: 'noTrend' }
  | { readonly code: 'crossOwned'; readonly managers: readonly string[]; readonly raised: boolean }
  | {
      readonly code: 'maturing';
      readonly day: number;
      /** Whole days from the data date. */
      readonly days: number;
      readonly raised: boolean;
    }
  | { readonly code: 'foreign'; readonly managers: readonly string[] }
  | { readonly code: 'openedThisYear' };
