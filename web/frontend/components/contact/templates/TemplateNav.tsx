import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { type TemplateId, templateIds } from '../../../../contract/contact-kinds.ts';
import type { Settings } from '../../../../contract/settings.ts';
import { isOwn } from './template-drafts.ts';

interface Props {
  chosen: TemplateId;
  templates: Settings['contact']['templates'];
  onChoose: (id: TemplateId) => void;
}

export function TemplateNav({ chosen, templates, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <nav className="line" aria-label={t('contact.templates.list')}>
      <ul className="template-nav">
        {templateIds.map((id) => (
          <li key={id}>
            <button
              type="button"
              className="template-choice"
              aria-pressed={id === chosen}
              onClick={() => onChoose(id)}
            >
              <span>{t(`contact.template.${id}`)}</span>
              {isOwn(templates, id) && <Badge>{t('contact.templates.changed')}</Badge>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
