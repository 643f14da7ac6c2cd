import { useEffect, useState } from "preact/hooks";
import type { DocumentBlock, DocumentData } from "../../document-data";
import { download } from "../download";
import type { Session } from "../session";
import { PageView } from "./page-view";
import { hashOf } from "./view";

export function DocumentsView({ session }: { readonly session: Session }) {
  const documents = session.state.outline?.documents ?? [];
  return (
    <PageView title="Documents">
      {documents.length === 0 && (
        <p>
          No document yet. <strong>Create report</strong> in Extensions › Micro-credential Planner makes one.
        </p>
      )}
      <ul class="list">
        {documents.map(({ id, name }) => (
          <li key={id}>
            <a href={hashOf({ kind: "document", id })}>{name}</a>
          </li>
        ))}
      </ul>
    </PageView>
  );
}

export function DocumentView({ session, id }: { readonly session: Session; readonly id: string }) {
  const [document, setDocument] = useState<DocumentData | null | "loading">("loading");
  useEffect(() => {
    void session.api.document(id).then(setDocument);
  }, [session, id]);
  if (document === "loading") return <PageView title="Document">Opening …</PageView>;
  if (document === null) {
    return (
      <PageView title="Document">
        <p>This document is not in the program any more. Create the report again.</p>
      </PageView>
    );
  }
  const { name, blocks } = document;
  return (
    <PageView
      title={name}
      actions={
        <>
          <button type="button" onClick={() => window.print()}>
            Print
          </button>
          <button
            type="button"
            class="is-main"
            onClick={() =>
              void session.working(session.api.documentFile(id)).then((file) => download(file, `${name}.docx`))
            }
          >
            Download .docx
          </button>
        </>
      }
    >
      <article class="paper">{sections(blocks)}</article>
    </PageView>
  );
}

/** Consecutive list items make one list. */
function sections(blocks: readonly DocumentBlock[]) {
  const shown: preact.JSX.Element[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const items: string[] = [];
    for (let block = blocks[at]; block?.kind === "list-item"; block = blocks[++at]) items.push(block.text);
    if (items.length > 0) {
      shown.push(
        <ul key={`list ${at}`}>
          {items.map((text, index) => (
            <li key={`${String(index)} ${text}`}>{text}</li>
          ))}
        </ul>,
      );
    }
    const block = blocks[at];
    if (block && block.kind !== "list-item") shown.push(<Block key={at} block={block} />);
  }
  return shown;
}

function Block({ block }: { readonly block: Exclude<DocumentBlock, { kind: "list-item" }> }) {
  switch (block.kind) {
    case "title":
      return <p class="paper-title">{block.text}</p>;
    case "subtitle":
      return <p class="paper-subtitle">{block.text}</p>;
    case "heading":
      if (block.level === 1) return <h2>{block.text}</h2>;
      return block.level === 2 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
    case "paragraph":
      return <p>{block.text}</p>;
    case "table": {
      const [first, ...rest] = block.rows;
      const body = block.headerRow ? rest : block.rows;
      return (
        <div class="table-scroll">
          <table>
            {block.headerRow && first && (
              <thead>
                <tr>
                  {first.map((text, index) => (
                    <th key={`${String(index)} ${text}`} scope="col">
                      {text}
                    </th>
                  ))}
                </tr>
              </thead>
            )}
            <tbody>
              {body.map((row, at) => (
                <tr key={`${String(at)} ${row[0] ?? ""}`}>
                  {row.map((text, index) => (
                    <td key={`${String(index)} ${text}`}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    }
  }
}
