import type { WpsRoot } from './wpsRoot';

/** What the ribbon's buttons ask of the pane. */
const COMMANDS = ['analyze', 'customers', 'call', 'restore'] as const;
export type PaneCommand = (typeof COMMANDS)[number];

/** Other hosts of the suite share the storage: each has a key of its own. */
const COMMAND_KEY = 'handover_command_et';
/** The ribbon's page and the pane's share a storage but no events. */
const LISTEN_MS = 500;

export function isCommand(id: string): id is PaneCommand {
  return (COMMANDS as readonly string[]).includes(id);
}

/** Leaves a command for the pane, which may not be open yet. */
export function sendCommand({ PluginStorage }: WpsRoot, command: PaneCommand): void {
  PluginStorage.setItem(COMMAND_KEY, command);
}

/** Hears each command once. */
export function listenForCommands(
  { PluginStorage }: WpsRoot,
  hear: (command: PaneCommand) => void,
): void {
  window.setInterval(() => {
    const command = PluginStorage.getItem(COMMAND_KEY);
    if (!command) return;
    PluginStorage.removeItem(COMMAND_KEY);
    if (isCommand(command)) hear(command);
  }, LISTEN_MS);
}
