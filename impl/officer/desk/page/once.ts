// One step at a time: what is pressed again while the first is under way does nothing, so that no case is opened twice.
// The views of the desk take their steps by it. It shows nothing.
import { useRef } from "preact/hooks";

export const useOnce = (): ((step: () => Promise<void>) => void) => {
  const isUnderWay = useRef(false);
  return (step) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    void step().finally(() => {
      isUnderWay.current = false;
    });
  };
};
