import { useEffect, useState } from 'react';
import type { PaneStore } from '../../app/pane/createPaneStore';
import type { CustomerDetail, PaneAnalysis } from '../../app/pane/paneAnalysis';

/** What is said about a customer (its index in the analysis); undefined until it is there. */
export function useDetail(
  store: PaneStore,
  customer: number | undefined,
  analysis: PaneAnalysis,
): CustomerDetail | undefined {
  const [detail, setDetail] = useState<CustomerDetail>();
  useEffect(() => {
    let wanted = true;
    setDetail(undefined);
    if (customer !== undefined) {
      store.describe(customer).then(
        (found) => {
          if (wanted) setDetail(found);
        },
        () => {
          // The workbook was closed meanwhile: the card shows what the list knows.
        },
      );
    }
    return () => {
      wanted = false;
    };
  }, [store, customer, analysis]);
  return detail;
}
