import { hostError, property, type Bridge, type Members } from './bridge';
import type { WpsBuild } from './hostState';

export interface TaskPaneModel {
  readonly id: number;
  readonly url: string;
  visible: boolean;
  width: number;
  dockPosition: number;
  isDeleted: boolean;
}

export interface TaskPanes {
  /** What the add-in's root has besides the spreadsheet. */
  readonly members: Members;
  readonly panes: readonly TaskPaneModel[];
  /** What pages of the add-in share. */
  readonly storage: ReadonlyMap<string, string>;
  /** Whether the ribbon was asked to draw itself anew. */
  readonly invalidated: number;
  /** What `onLoad` is given. */
  readonly ribbon: object;
}

export function createTaskPanes(bridge: Bridge, build: WpsBuild): TaskPanes {
  const panes: TaskPaneModel[] = [];
  const storage = new Map<string, string>();
  let invalidated = 0;
  const create = (url: unknown): object => {
    if (typeof url !== 'string' || !/^(?:https?|file):\/\//.test(url)) {
      throw hostError('the pane stays blank: its address is not absolute');
    }
    const pane = {
      id: panes.length + 1,
      url,
      visible: false,
      width: 300,
      dockPosition: 2,
      isDeleted: false,
    };
    panes.push(pane);
    return paneObject(bridge, pane);
  };
  return {
    panes,
    storage,
    get invalidated() {
      return invalidated;
    },
    ribbon: bridge.expose('RibbonUI', {
      Invalidate: {
        call: () => {
          invalidated++;
        },
      },
      InvalidateControl: {
        call: () => {
          invalidated++;
        },
      },
    }),
    members: {
      [build.taskPaneSpelling ?? 'CreateTaskPane']: { call: create },
      GetTaskPane: {
        call: (id) => {
          const pane = panes.find((item) => item.id === Number(id) && !item.isDeleted);
          if (pane === undefined) throw hostError('no such pane');
          return paneObject(bridge, pane);
        },
      },
      PluginStorage: property(() =>
        bridge.expose('PluginStorage', {
          getItem: { call: (key) => storage.get(String(key)) ?? null },
          setItem: {
            call: (key, value) => {
              storage.set(String(key), String(value));
            },
          },
          removeItem: {
            call: (key) => {
              storage.delete(String(key));
            },
          },
        }),
      ),
    },
  };
}

function paneObject(bridge: Bridge, pane: TaskPaneModel): object {
  return bridge.expose('TaskPane', {
    ID: property(() => pane.id),
    Visible: property(
      () => pane.visible,
      (visible: boolean) => {
        if (pane.isDeleted) throw hostError('the pane is gone');
        pane.visible = visible;
      },
    ),
    Width: property(
      () => pane.width,
      (width: number) => {
        pane.width = width;
      },
    ),
    DockPosition: property(
      () => pane.dockPosition,
      (position: number) => {
        if (position !== 0 && position !== 2) throw hostError('left is 0, right is 2');
        pane.dockPosition = position;
      },
    ),
    Delete: {
      call: () => {
        pane.isDeleted = true;
      },
    },
  });
}
