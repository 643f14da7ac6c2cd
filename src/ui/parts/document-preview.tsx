import type { FocusGroupPrepared } from "../../commands/prepare-focus-group";

type Block = FocusGroupPrepared["sheet"][number];

/** A document as it will read. Its headings stand below those of the dialog. */
export function DocumentPreview({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <section class="document-preview">
      {blocks.map((block, at) => (
        <Part key={at} block={block} />
      ))}
    </section>
  );
}

function Part({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "title":
      return <h3>{block.text}</h3>;
    case "heading":
      return block.level === 1 ? <h4>{block.text}</h4> : <h5>{block.text}</h5>;
    case "list-item":
      return <p class="point">{block.text}</p>;
    case "table":
      return <Table rows={block.rows} />;
    default:
      return <p>{block.text}</p>;
  }
}

function Table({ rows: [head = [], ...rows] }: { readonly rows: readonly (readonly string[])[] }) {
  const filled = rows.filter((row) => row.some((text) => text !== ""));
  if (filled.length === 0) return <p class="help">Room for: {head.join(", ").toLowerCase()}</p>;
  return (
    <dl>
      {filled.map((row) =>
        head.map((name, at) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{row[at]}</dd>
          </div>
        )),
      )}
    </dl>
  );
}
