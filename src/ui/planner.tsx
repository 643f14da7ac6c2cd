import "./style.css";
import "./planner.css";
import { render } from "preact";
import { Planner } from "./parts/planner-view";

const root = document.getElementById("page");
if (root) render(<Planner />, root);
