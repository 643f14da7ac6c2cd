import type { ComponentChildren } from "preact";

/** A link out of the dialog. An address that is not one of a page, such as javascript:…, stays text. */
export function NewWindowLink({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  if (!isPageAddress(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="unseen"> (opens in a new tab)</span>
    </a>
  );
}

function isPageAddress(href: string): boolean {
  try {
    return ["https:", "http:", "blob:"].includes(new URL(href, document.baseURI).protocol);
  } catch {
    return false;
  }
}
