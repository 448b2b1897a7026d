// The heading of a step or a part of a page. The keyboard and screen readers are led to it when it appears, because what they were at
// has gone. One that stood there when the page was opened is not led to.
import { h, type ComponentChild } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface HeadingParts {
  readonly text: string;
  readonly level?: "h1" | "h2" | "h3";
  /** Whether anything has gone. */
  readonly leads?: boolean;
}

export const Heading = ({ text, level = "h1", leads = true }: HeadingParts): ComponentChild => {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (leads) place.current?.focus();
  }, []);
  return h(level, { ref: place, tabIndex: -1, class: "step" }, text);
};
