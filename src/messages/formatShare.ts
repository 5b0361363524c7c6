/** `60.0%` from 0.6. */
export function formatShare(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
