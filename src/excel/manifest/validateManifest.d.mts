export function validateManifest(xml: string): Promise<string[]>;
