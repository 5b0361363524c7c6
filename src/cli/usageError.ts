/** The call itself is wrong: the message is in the user's language already. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
