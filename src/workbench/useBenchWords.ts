import { createContext, useContext } from 'react';
import { messages, type Messages } from '../messages';

export const BenchWords = createContext<Messages>(messages('zh-CN'));

/** All wording in the page's language. */
export function useBenchWords(): Messages {
  return useContext(BenchWords);
}
