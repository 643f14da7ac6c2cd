import { useEffect, useState } from "preact/hooks";
import type { Outbox } from "../../workspace/protocol";
import type { Session } from "../session";
import { PageView } from "./page-view";
import { TextWithLinks } from "./text-with-links";

/** Mail that the add-on sent: here it goes no further. */
export function OutboxView({ session }: { readonly session: Session }) {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const revision = session.state.outline?.mails;
  useEffect(() => {
    void session.api.outbox().then(setOutbox);
  }, [session, revision]);
  return (
    <PageView title="Outbox">
      <p>
        Messages that the planner sent. In the local workspace they stay here: nobody receives them.
        {outbox && ` Recipients left for today: ${outbox.quotaLeft}.`}
      </p>
      {outbox?.mails.length === 0 && (
        <p>Nothing was sent yet. Send a survey from Extensions › Micro-credential Planner.</p>
      )}
      {[...(outbox?.mails ?? [])].reverse().map((mail, index) => (
        <article key={`${mail.sentAt} ${String(index)}`} class="mail" aria-label={`${mail.subject}, to ${mail.to}`}>
          <h2>{mail.subject}</h2>
          <p class="soft">
            To {mail.to}
            {mail.name && `, from ${mail.name}`}, {new Date(mail.sentAt).toLocaleString()}
          </p>
          <TextWithLinks text={mail.body === "" ? textOfHtml(mail.htmlBody) : mail.body} />
        </article>
      ))}
    </PageView>
  );
}

/** What a message in HTML says; its links are written out. It is read as a document of its own and never shown. */
function textOfHtml(html: string): string {
  const read = new DOMParser().parseFromString(html, "text/html");
  for (const link of read.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    if (link.textContent !== href) link.append(` (${href})`);
  }
  for (const block of read.querySelectorAll("p, br, div, li")) block.append("\n");
  return (read.body.textContent ?? "").trim();
}
