import { readFile } from 'node:fs/promises';
import { validateXML } from 'xmllint-wasm';

/** Each namespace's rules stand in a file of their own; the first one imports the others. */
const [MANIFEST, ...IMPORTED] = ['manifest.xsd', 'overrides.xsd', 'basicTypes.xsd'];

/**
 * What is wrong with a manifest by Microsoft's rules, without any service; empty where it is right.
 * @param {string} xml
 * @returns {Promise<string[]>}
 */
export async function validateManifest(xml) {
  const { valid, errors, rawOutput } = await validateXML({
    xml: [{ fileName: 'manifest.xml', contents: xml }],
    schema: [await readRules(MANIFEST)],
    preload: await Promise.all(IMPORTED.map(readRules)),
  });
  if (valid) return [];
  return errors.length > 0 ? errors.map(({ message }) => message) : [rawOutput];
}

async function readRules(fileName) {
  return { fileName, contents: await readFile(new URL(fileName, import.meta.url), 'utf8') };
}
