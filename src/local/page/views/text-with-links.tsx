import { formIdOfUrl } from "../../workspace/form-links";
import { hashOf } from "./view";

/** Plain text in which addresses are links; those of our forms open here. */
export function TextWithLinks({ text }: { readonly text: string }) {
  return (
    <p class="message">
      {text.split(/(https?:\/\/[^\s<>"')]+[^\s<>"').,;:!?])/).map((part, index) => {
        const key = `${String(index)} ${part}`;
        if (index % 2 === 0) return <span key={key}>{part}</span>;
        const id = formIdOfUrl(part);
        if (id === null) {
          return (
            <a key={key} href={part} target="_blank" rel="noreferrer">
              {part}
            </a>
          );
        }
        const query = part.split("?", 2)[1] ?? "";
        return (
          <a key={key} href={hashOf({ kind: "form", id, query })}>
            {part}
          </a>
        );
      })}
    </p>
  );
}
