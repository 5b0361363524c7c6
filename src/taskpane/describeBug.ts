import packageInfo from '../../package.json';

/**
 * A mistake of ours as text for an administrator: version, kind, the places in the code. The
 * message itself is left out, as it might quote a cell.
 */
export function describeBug(error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const places = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const frames = places.filter((line) => /^\s*at |@/.test(line) && /:\d+:\d+\)?$/.test(line));
  return [`handover-analyst ${packageInfo.version}`, kind, ...frames].join('\n');
}
