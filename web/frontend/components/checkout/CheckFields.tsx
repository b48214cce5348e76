import { BlockStack, Button, Checkbox, InlineStack, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CheckoutSettings } from '../../../contract/checkout-settings.ts';
import { longestMessage, type ValidationCheck } from '../../../contract/checkout-words.ts';
import { defaultCheckout } from '../../../contract/default-checkout.ts';
import { NumberField } from '../settings/NumberField.tsx';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { useCheckoutErrors } from './use-checkout-errors.ts';

type Validation = CheckoutSettings['validation'];

interface Props {
  check: ValidationCheck;
  form: SettingsDraft;
}

const firstLimit = 10;
const languages = ['ja', 'en'] as const;

/** One check: whether it is on, and what a buyer then reads. */
export function CheckFields({ check, form }: Props) {
  const { t } = useTranslation();
  const { validation } = form.draft.checkout;
  const on = check === 'quantityLimit' ? validation.quantityLimit !== null : validation[check];
  const change = (to: (now: Validation) => Validation) =>
    form.change(({ checkout }) => ({
      checkout: { ...checkout, validation: to(checkout.validation) },
    }));
  return (
    <div className="checkout-check">
      <Checkbox
        label={t(`checkout.checkName.${check}`)}
        helpText={t(`checkout.checkHelp.${check}`)}
        checked={on}
        disabled={form.isReadOnly}
        onChange={(isOn) => change((now) => switched(now, check, isOn))}
      />
      {on && (
        <div className="checkout-messages">
          <BlockStack gap="300">
            {check === 'quantityLimit' && <Limit form={form} change={change} />}
            <Messages check={check} form={form} change={change} />
          </BlockStack>
        </div>
      )}
    </div>
  );
}

function switched(now: Validation, check: ValidationCheck, isOn: boolean): Validation {
  if (check !== 'quantityLimit') return { ...now, [check]: isOn };
  return { ...now, quantityLimit: isOn ? { max: firstLimit } : null };
}

type Change = (to: (now: Validation) => Validation) => void;

function Limit({ form, change }: { form: SettingsDraft; change: Change }) {
  const { t } = useTranslation();
  return (
    <NumberField
      label={t('checkout.limit')}
      unit={t('checkout.condition.quantity.unit')}
      value={form.draft.checkout.validation.quantityLimit?.max ?? firstLimit}
      min={1}
      max={1_000_000}
      error={form.errorAt('checkout.validation.quantityLimit')}
      isDisabled={form.isReadOnly}
      onChange={(max) => change((now) => ({ ...now, quantityLimit: { max } }))}
    />
  );
}

function Messages({ check, form, change }: Props & { change: Change }) {
  const { t } = useTranslation();
  const errors = useCheckoutErrors(form);
  const { messages } = form.draft.checkout.validation;
  const standard = defaultCheckout.validation.messages;
  const put = (texts: Partial<Record<'ja' | 'en', string>>) =>
    change((now) => {
      const { ja, en } = now.messages;
      const next = {
        ja: { ...ja, [check]: texts.ja ?? ja[check] },
        en: { ...en, [check]: texts.en ?? en[check] },
      };
      return { ...now, messages: next };
    });
  const isStandard = languages.every((language) => {
    return messages[language][check] === standard[language][check];
  });
  return (
    <>
      {languages.map((language) => {
        const error = errors.within(`checkout.validation.messages.${language}.${check}`);
        return (
          <TextField
            key={language}
            label={t(`checkout.message.${language}`)}
            value={messages[language][check]}
            multiline={2}
            maxLength={longestMessage}
            showCharacterCount
            autoComplete="off"
            disabled={form.isReadOnly}
            {...(check === 'quantityLimit' && {
              helpText: t('checkout.messageMax', { word: '{max}' }),
            })}
            {...(error !== undefined && { error })}
            onChange={(text) => put({ [language]: text })}
          />
        );
      })}
      <InlineStack>
        <Button
          disabled={form.isReadOnly || isStandard}
          onClick={() => put({ ja: standard.ja[check], en: standard.en[check] })}
        >
          {t('checkout.restore')}
        </Button>
      </InlineStack>
    </>
  );
}
