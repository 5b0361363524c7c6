/** The first of the `expected` figures that a contestant has wrong, in words; else undefined. */
export function checkFigures(result, truth, expected) {
  if (result.problem !== undefined) return undefined;
  const name = expected.find((figure) => result[figure] !== truth[figure]);
  return name && `${name} is ${result[name]}, not ${truth[name]}`;
}
