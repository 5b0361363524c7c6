/**
 * Lints texts as if they were files: reads `{ rules, texts: [{ path, text }] }` from standard input
 * and prints which of these rules, none of which needs types, each one breaks. A process of its own,
 * because Jest cannot load ESLint's configuration.
 */
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';

const { rules, texts } = JSON.parse(await text(process.stdin));
const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => rules.includes(ruleId),
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});
const results = [];
for (const { path, text: source } of texts) {
  const [result] = await eslint.lintText(source, { filePath: path });
  results.push((result?.messages ?? []).map(({ ruleId }) => ruleId));
}
process.stdout.write(JSON.stringify(results));
