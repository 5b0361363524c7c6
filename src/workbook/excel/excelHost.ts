/** What Microsoft's script puts into the page; the one thing that the adapter needs of it. */
export interface ExcelHost {
  readonly Excel: Pick<typeof Excel, 'run'>;
  readonly Office: { readonly context: Pick<Office.Context, 'requirements'> };
}

/** A conversation with Excel: requests are made in order, refusals are failures of the port. */
export interface Connection {
  /** True where Excel has the members of `ExcelApi 1.minor`. */
  has(minor: number): boolean;
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
}
