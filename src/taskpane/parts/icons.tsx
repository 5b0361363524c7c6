/** The pane's few icons, drawn on 20 × 20; their meaning is always said in words beside them. */
function icon(path: string, strokeWidth = 1.5) {
  return function Icon() {
    return (
      <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true">
        <path
          d={path}
          stroke="currentColor"
          strokeWidth={strokeWidth}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    );
  };
}

export const AlertIcon = icon('M10 3.5 17.5 16.5H2.5ZM10 8.5v4M10 14.4v.1');
export const InfoIcon = icon('M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM10 9v5M10 6.4v.1');
export const CloseIcon = icon('m5 5 10 10M15 5 5 15');
export const ChevronIcon = icon('m8 5 5 5-5 5');
export const MoreIcon = icon('M4.5 10h.01M10 10h.01M15.5 10h.01', 2.5);
export const CopyIcon = icon('M7 6.5h9v10H7ZM4 13.5v-10h9');
