import type { Route } from "./routes";

/** The pages of those who write rules and look after what is sent. */
export const leading: readonly Route[] = [];
