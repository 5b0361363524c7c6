import type { SimulatedExcel } from './createSimulatedExcel';

/**
 * Host page and pane share it: Office.js trusts a host of the same name over https. One letter is
 * enough: Office.js takes the address apart with each message, and jsdom does so letter by letter.
 */
export const HOST_ORIGIN = 'https://h';

/** A message of the protocol between Excel on the web and the frame of an add-in. */
export interface HostMessage {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

export interface WebHost {
  /** What the frame must be called before it is attached. */
  readonly frameName: string;
  /** The answer; nothing for what is no request. */
  receive(message: HostMessage): Record<string, unknown> | undefined;
}

const EXCEL_ON_THE_WEB = 16;
const PROCESS_QUERY = 93;
const UNKNOWN = 5000;

export interface WebHostOptions {
  readonly origin?: string;
  /** Whether Office.js is told not to log. */
  readonly isLoggingOff?: boolean;
}

/** The host's end of the frame protocol; requests go to `excel`. */
export function createWebHost(
  excel: SimulatedExcel,
  locale: 'zh-CN' | 'en-US',
  { origin = HOST_ORIGIN, isLoggingOff = true }: WebHostOptions = {},
): WebHost {
  const hostInfo = ['Excel', 'Web', '16.01', locale, 'telemetry', '', '', '0'];
  if (isLoggingOff) hostInfo[6] = 'disableLogging';
  return {
    frameName: JSON.stringify({
      baseFrameName: 'simulated-excel',
      hostInfo: hostInfo.join('|'),
      xdmInfo: `conversation|addin|${origin}/`,
      serializerVersion: 1,
    }),
    receive(message) {
      if (message._messageType !== 0) return undefined;
      const { _actionName, _actionType, _conversationId, _correlationId } = message;
      return {
        _messageType: 1,
        _responseType: 0,
        _errorCode: 0,
        _actionName,
        _actionType,
        _conversationId,
        _correlationId,
        _origin: `${origin}/`,
        _serializerVersion: 1,
        _data: dataFor(message),
      };
    },
  };

  function dataFor({ _actionName, _data }: HostMessage): unknown {
    if (_actionName === 'ContextActivationManager_getAppContextAsync') return appContext();
    if (_actionName === 'executeMethod') return execute(_data);
    return {};
  }

  function appContext(): Record<string, unknown> {
    return {
      _id: 'document',
      _appName: EXCEL_ON_THE_WEB,
      _appVersion: '16.0.18000.0',
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: `${origin}/${excel.book.name}`,
      _clientMode: 1,
      _settings: [],
      _reason: 1,
      _requirementMatrix: JSON.stringify({
        ExcelApi: `1.${String(excel.apiSet)}`,
        RichApiRuntime: '1.2',
        RichApiRuntimeFlag: '1.1',
        DelayForCellEdit: '1.1',
      }),
    };
  }

  function execute(data: unknown): Record<string, unknown> {
    const { DdaMethod, ArrayData } = data as {
      readonly DdaMethod: { readonly DispatchId: number };
      readonly ArrayData: readonly unknown[];
    };
    if (DdaMethod.DispatchId !== PROCESS_QUERY) return { Version: 1, Error: UNKNOWN };
    const answer = excel.answer(String(ArrayData[4]), Number(ArrayData[6]));
    return answer.kind === 'refused'
      ? { Version: 1, Error: answer.error }
      : { Version: 1, Error: 0, Data: [200, [], answer.text] };
  }
}
