/**
 * The first ratio, part by whole, whose whole is not 0, as a formula over columns of the row
 * (SPEC 8: by balance, by daily average where the balance is 0). `N` takes an empty cell for 0.
 */
export function shareFormula(ratios: readonly (readonly [part: string, whole: string])[]): string {
  return ratios.reduceRight(
    (otherwise, [part, whole]) => `IF(N(${whole}{r})<>0,${part}{r}/${whole}{r},${otherwise})`,
    '0',
  );
}
