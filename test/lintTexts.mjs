/**
 * Lints texts as if they were files: reads `[{ path, text }]` from standard input and prints the
 * ids of the rules that each one breaks. A process of its own, because Jest cannot load ESLint's
 * configuration.
 */
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';

const eslint = new ESLint();
const results = [];
for (const { path, text: source } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(source, { filePath: path });
  results.push((result?.messages ?? []).map(({ ruleId }) => ruleId));
}
process.stdout.write(JSON.stringify(results));
