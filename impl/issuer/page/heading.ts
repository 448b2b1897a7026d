// The heading of a step. The keyboard and screen readers are led to it when the step begins, because what they were at has gone.
// The front has its own heading in the figures, and is not led to.
import { h, type ComponentChild } from "preact";
import { useEffect, useRef } from "preact/hooks";

export const Heading = ({ text }: { readonly text: string }): ComponentChild => {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, []);
  return h("h1", { ref: place, tabIndex: -1, class: "step" }, text);
};
