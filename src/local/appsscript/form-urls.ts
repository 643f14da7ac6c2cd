/** Where a form is edited and filled in. Google's published id is another than the form's; here it contains it. */
const publishedPrefix = "1FAIpQLS";

export function publishedUrl(formId: string): string {
  return `https://docs.google.com/forms/d/e/${publishedPrefix}${formId}/viewform`;
}

export function editUrl(formId: string): string {
  return `https://docs.google.com/forms/d/${formId}/edit`;
}

/** What `Sheet.getFormUrl` gives for a form's response tab. */
export function linkedUrl(formId: string): string {
  return `https://docs.google.com/forms/d/${formId}/viewform`;
}

/** The id of the form that a URL leads to, be it to edit it or to fill it in; null for any other URL. */
export function formIdOfUrl(url: string): string | null {
  const [, published, id] =
    /^https:\/\/docs\.google\.com\/forms\/d\/(e\/)?([\w-]+)\/(?:edit|viewform)(?:[?#]|$)/.exec(url) ?? [];
  if (id === undefined) return null;
  if (published === undefined) return id;
  return id.startsWith(publishedPrefix) ? id.slice(publishedPrefix.length) : null;
}
