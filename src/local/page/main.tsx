import { render } from "preact";
import { App } from "./app";
import { keepOffline } from "./keep-offline";
import "./charts.css";
import "./page.css";
import { Session } from "./session";

const place = document.getElementById("page");
const session = new Session(new URLSearchParams(location.search).get("clock"));
if (place) render(<App session={session} />, place);

/** Tells tests and the benchmark that what was asked for is on the page. */
session.subscribe(() => {
  const { phase } = session.state;
  if (phase === "open" || phase === "first-visit") document.body.dataset.ready = phase;
  else delete document.body.dataset.ready;
});
void session
  .open()
  .then(() =>
    keepOffline(() =>
      session.tell("toast", "New version", "A newer planner was loaded. It opens the next time you load this page."),
    ),
  );
