import "./styles/base.css";
import "./styles/layout.css";
import "./styles/components.css";
import "./styles/leading.css";
import "./styles/item.css";
import "./styles/queue.css";
import "./components/buttons";
import { render } from "preact";
import { App } from "./app";

const root = document.getElementById("page");
if (root) render(<App />, root);
