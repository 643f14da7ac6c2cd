/**
 * Unpacks Chromium into `TMPDIR`, which the package takes for the place of everything. A process of its own, since the
 * package decides by environment variables and changes some.
 */
import chromium from "@sparticuz/chromium";

// On Amazon's machines it brings the libraries that a bare Linux lacks; so it shall anywhere.
process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x";
await chromium.executablePath();
