// What the server drew, put where the program draws, until the program has something newer: nothing jumps while that is awaited.
// It is taken off the page before the program begins.
import { h, type ComponentChild } from "preact";
import { useEffect, useRef } from "preact/hooks";

export const Drawn = ({ element }: { readonly element: Element }): ComponentChild => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(element);
  }, []);
  return h("div", { ref: place });
};
