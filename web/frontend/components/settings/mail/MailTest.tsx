import { Banner, BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailTestAnswer } from '../../../../contract/mails.ts';
import { ApiError } from '../../../api-error.ts';
import { useMailTest } from '../../../queries/use-mails.ts';
import { fieldErrorKey } from '../../../wording/field-error.ts';
import { problemKey } from '../../../wording/problem-key.ts';
import type { SettingsDraft } from '../use-settings-draft.ts';

/** Sends a test with what is typed now; what the server says is told in a clerk's words. */
export function MailTest({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const [to, setTo] = useState('');
  const test = useMailTest();
  const { mail } = form.draft;
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t('settings.mail.test')}
      </Text>
      <TextField
        label={t('settings.mail.testTo')}
        helpText={t('settings.mail.testHelp')}
        type="email"
        value={to}
        autoComplete="email"
        disabled={form.isReadOnly}
        onChange={setTo}
      />
      <InlineStack>
        <Button
          loading={test.isPending}
          disabled={form.isReadOnly || to.trim() === ''}
          onClick={() => test.mutate({ to: to.trim(), mail })}
        >
          {t('settings.mail.testSend')}
        </Button>
      </InlineStack>
      <div role="status">
        {test.error !== null && <Refused error={test.error} />}
        {test.data !== undefined && <Result result={test.data} />}
      </div>
    </BlockStack>
  );
}

function Result({ result: { problem, said } }: { result: MailTestAnswer }) {
  const { t } = useTranslation();
  return problem === null ? (
    <Banner tone="success">
      <p>{t('settings.mail.testSent')}</p>
    </Banner>
  ) : (
    <Banner tone="warning" title={t('settings.mail.testFailed')}>
      <BlockStack gap="100">
        <p>{t(`mailProblem.${problem}`)}</p>
        {said !== null && <p className="server-words">{t('settings.mail.said', { said })}</p>}
      </BlockStack>
    </Banner>
  );
}

/** The request itself was refused: an address that is none, a field that does not fit. */
function Refused({ error }: { error: Error }) {
  const { t } = useTranslation();
  const fields = error instanceof ApiError ? error.fields : {};
  const lines = Object.keys(fields).map((path) => {
    const name = path.replace(/^mail\./, '').split('.')[0] ?? '';
    return {
      path,
      field: t(`settings.mail.${name === 'to' ? 'testTo' : name}`),
      problem: t(fieldErrorKey(fields, path) ?? 'errors.invalid'),
    };
  });
  return (
    <Banner tone="critical" title={t('settings.mail.testFailed')}>
      <p>{t(problemKey(error))}</p>
      {lines.map(({ path, field, problem }) => (
        <p key={path}>{t('settings.mail.fieldProblem', { field, problem })}</p>
      ))}
    </Banner>
  );
}
