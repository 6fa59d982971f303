import { options } from "preact";

const before = options.vnode;

/** A button sends its form only where it says so. */
options.vnode = (vnode) => {
  if (vnode.type === "button") (vnode.props as { type?: string }).type ??= "button";
  before?.(vnode);
};
