/**
 * Medians over the runs of a contestant: `{ seconds, processSeconds, peakMiB, note }`. `note` says
 * what is wrong: not installed, failed, or a figure that differs from the truth.
 */
export function summarize(contestant, results) {
  const problem = contestant.missing ?? results.find((result) => result.problem)?.problem;
  if (problem !== undefined) return { note: problem };
  const wrong = results.find((result) => result.wrong)?.wrong;
  return {
    seconds: median(results.map(({ seconds }) => seconds)),
    processSeconds: median(results.map(({ processSeconds }) => processSeconds)),
    peakMiB: median(results.map(({ peakMiB }) => peakMiB)),
    ...(wrong === undefined ? {} : { note: `WRONG: ${wrong}` }),
  };
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
