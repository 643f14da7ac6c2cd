import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useLayoutEffect, useReducer, useState } from "preact/hooks";

interface VirtualOptions {
  readonly count: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly sizeOf: (index: number) => number;
  readonly keyOf: (index: number) => number;
  /** What stands before the first item and stays in sight over it. */
  readonly before: number;
  readonly horizontal?: boolean;
  /** Where it is scrolled to at first. */
  readonly from: number;
}

/** Which rows or columns to render for where the grid is scrolled to. */
export function useVirtual(options: VirtualOptions): Virtualizer<HTMLDivElement, HTMLDivElement> {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const settings = {
    count: options.count,
    getScrollElement: () => options.scroller.current,
    estimateSize: options.sizeOf,
    getItemKey: options.keyOf,
    scrollMargin: options.before,
    scrollPaddingStart: options.before,
    initialOffset: options.from,
    horizontal: options.horizontal ?? false,
    overscan: options.horizontal ? 2 : 6,
    initialRect: { width: 1200, height: 700 },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => render(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(settings));
  virtualizer.setOptions(settings);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
