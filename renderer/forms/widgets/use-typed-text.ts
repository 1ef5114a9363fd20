import { useState } from 'react';

interface TypedText {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Shows the answer in its own way again, where the text became one. */
  readonly settle: () => void;
}

/** The text of a field whose answer is not a text: what is being typed, else the answer as it is written (`shown`). */
export function useTypedText(
  raw: string | undefined,
  shown: string,
  onType: (text: string) => void,
): TypedText {
  const [typed, setTyped] = useState(raw);
  return {
    text: typed ?? shown,
    type: (text) => {
      setTyped(text);
      onType(text);
    },
    settle: () => setTyped(undefined),
  };
}
