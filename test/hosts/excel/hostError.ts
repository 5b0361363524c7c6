/** What Excel answers instead of a result; `code` is one of Office.js's error codes. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}

/** Something that the simulated host does not know: a mistake of ours, never an answer of Excel's. */
export function unknownMember(what: string): never {
  throw new HostError('NotSimulated', `The simulated Excel does not know ${what}`);
}
