import { createContext, useContext } from 'react';
import { messages, type Messages } from '../messages';

export const WordsContext = createContext<Messages>(messages('zh-CN'));

/** All wording in the pane's language. */
export function useWords(): Messages {
  return useContext(WordsContext);
}
