import { useRef } from 'react';
import type { Bench } from './bench/createBench';

const ACCEPTED = '.xlsx,.xlsm,.xls,.csv,.tsv,.txt,.htm,.html,.xml';

/** The browser's own dialog for choosing files; `input` must be on the page. */
export function useFileDialog(bench: Bench) {
  const input = useRef<HTMLInputElement>(null);
  return {
    choose: () => input.current?.click(),
    input: (
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        onChange={({ target }) => {
          const files = Array.from(target.files ?? [], (file) => ({ name: file.name, file }));
          // The same file can be chosen again.
          target.value = '';
          void bench.open(files);
        }}
      />
    ),
  };
}
