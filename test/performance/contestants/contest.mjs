/**
 * Runs one job of a contestant in this process and prints what it took as one line of JSON:
 * seconds of `work`, peak memory in MiB, and what `check` found in the result. Starting Node,
 * importing the library and `prepare` are not in the seconds.
 *
 * usage: node contestant.mjs JOB OPTIONS_AS_JSON
 */
export async function contest(jobs) {
  const [name, options] = [process.argv[2], JSON.parse(process.argv[3] ?? '{}')];
  const job = jobs[name];
  if (!job) throw new Error(`no such job: ${name}`);
  const input = await job.prepare?.(options);
  const start = process.hrtime.bigint();
  const result = await job.work(options, input);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds, peakMiB, ...(await job.check(result, options)) }));
}
