/**
 * The name under which a site keeps its things: sites under other paths of the same origin have others.
 *
 * @param page the address of the page (not of the Worker, which may lie elsewhere in another version)
 * @example siteName("https://example.org/planner/index.html") // "micro-credential-planner /planner/"
 */
export function siteName(page: string): string {
  return `micro-credential-planner ${new URL(".", page).pathname}`;
}
