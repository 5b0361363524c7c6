/** What Excel answers instead of a result; `code` is one of Office.js's error codes. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}

export const NOT_SIMULATED = 'NotSimulated';

/** Something that the simulated host does not know: a mistake of ours, never an answer of Excel's. */
export function unknownMember(what: string): never {
  throw new HostError(NOT_SIMULATED, `The simulated Excel does not know ${what}`);
}
