import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useBenchWords } from './useBenchWords';

/** Closes a notice. */
export function DismissButton({ onClick }: { readonly onClick: () => void }) {
  const { failed } = useBenchWords().workbench;
  return (
    <Button
      appearance="transparent"
      icon={<DismissRegular />}
      aria-label={failed.close}
      onClick={onClick}
    />
  );
}
