import { useEffect } from 'react';

/** Does work piece by piece between the keys, as long as `isWanted`; a piece answers whether more is left. */
export function useBackgroundWork(piece: () => boolean, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return undefined;
    function work(): void {
      if (piece()) timer = setTimeout(work);
    }
    let timer = setTimeout(work);
    return () => clearTimeout(timer);
  }, [piece, isWanted]);
}
