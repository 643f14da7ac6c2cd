/** What the sample program is called, and by which the page knows it. */
export const SAMPLE_NAME = "Sample program";
