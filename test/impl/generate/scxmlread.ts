/**
 * Reads an SCXML document back as data, through the XML parser of a browser: states, transitions in document order, data.
 * The tests compare what it says with the models; it knows nothing of the printer.
 * It needs a DOM around it, and refuses what is not well-formed or not SCXML.
 */

export interface ReadAssign {
  readonly location: string;
  readonly expr: string;
}

export interface ReadTransition {
  readonly source: string;
  readonly event: string;
  readonly cond: string | undefined;
  readonly target: string | undefined;
  readonly assigns: readonly ReadAssign[];
  readonly sends: readonly string[];
}

export interface ReadMachine {
  readonly name: string;
  readonly initial: string;
  readonly datamodel: string;
  readonly states: readonly { readonly id: string; readonly final: boolean }[];
  readonly data: readonly { readonly id: string; readonly expr: string }[];
  readonly transitions: readonly ReadTransition[];
}

const scxml = "http://www.w3.org/2005/07/scxml";

const needed = (element: Element, attribute: string): string => {
  const value = element.getAttribute(attribute);
  if (value === null) throw new Error(`<${element.localName}> has no ${attribute}`);
  return value;
};

const childrenOf = (element: Element, ...names: readonly string[]): readonly Element[] =>
  [...element.children].filter((child) => names.includes(child.localName));

const readTransition = (source: string, element: Element): ReadTransition => ({
  source,
  event: needed(element, "event"),
  cond: element.getAttribute("cond") ?? undefined,
  target: element.getAttribute("target") ?? undefined,
  assigns: childrenOf(element, "assign").map((assign) => ({
    location: needed(assign, "location"),
    expr: needed(assign, "expr"),
  })),
  sends: childrenOf(element, "send").map((send) => needed(send, "event")),
});

export function readScxml(text: string): ReadMachine {
  const root = new DOMParser().parseFromString(text, "application/xml").documentElement;
  const known = new Set(["scxml", "datamodel", "data", "state", "final", "transition", "assign", "send"]);
  const strange = [root, ...root.querySelectorAll("*")].filter(
    ({ namespaceURI, localName }) => namespaceURI !== scxml || !known.has(localName),
  );
  if (strange.length > 0)
    throw new Error(`not SCXML: ${strange.map(({ localName }) => localName).join(", ")}`);
  const states = childrenOf(root, "state", "final");
  return {
    name: needed(root, "name"),
    initial: needed(root, "initial"),
    datamodel: needed(root, "datamodel"),
    states: states.map((state) => ({ id: needed(state, "id"), final: state.localName === "final" })),
    data: childrenOf(root, "datamodel")
      .flatMap((datamodel) => childrenOf(datamodel, "data"))
      .map((data) => ({ id: needed(data, "id"), expr: needed(data, "expr") })),
    transitions: states.flatMap((state) =>
      childrenOf(state, "transition").map((element) => readTransition(needed(state, "id"), element)),
    ),
  };
}
