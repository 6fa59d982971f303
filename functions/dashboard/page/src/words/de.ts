import type { Words } from ".";
import { en } from "./en";
export const de: Words = en;
