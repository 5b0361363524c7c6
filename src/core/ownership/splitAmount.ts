/**
 * Splits fen by weights (not all 0) so that the parts sum exactly to the whole; what rounding
 * leaves goes to the largest remainders, the first of equals first (SPEC 2).
 */
export function splitAmount(fen: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const size = Math.abs(fen);
  const exact = weights.map((weight) => (size * weight) / sum);
  const parts = exact.map(Math.floor);
  let rest = size - parts.reduce((total, part) => total + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let i = 0; rest > 0 && byRemainder.length > 0; i = (i + 1) % byRemainder.length) {
    const index = byRemainder[i]?.index ?? 0;
    parts[index] = (parts[index] ?? 0) + 1;
    rest--;
  }
  return fen < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}
